using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Oversight.Functions.Reviews;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

/// <summary>
/// The worker and the host are killed while several reviews go their way at once: all go on as without, no document is
/// made twice, and each letter is recorded once.
/// </summary>
public sealed class KilledReviewTests : HostsToKill
{
    private const string Requirement = "kontaktvagar";
    private static readonly DateTimeOffset Start = new(2027, 1, 15, 8, 0, 0, TimeSpan.FromHours(1));
    private readonly Random _random = new(20270116);

    [Fact]
    public Task Five_reviews_go_on_whoever_is_killed() => KillAsync(5);

    [Fact]
    [Trait("Length", "long")]
    public Task Fifty_reviews_go_on_whoever_is_killed() => KillAsync(50);

    private async Task KillAsync(int count)
    {
        var host = await StartAsync("--clock", Start.ToString("O"));
        var unit = await KilledHostTests.RegisterUnitAsync(host);
        var ids = new List<string>();
        for (var number = 0; number < count; number++)
            ids.Add(await DecideAsync(host, unit));
        await MoveAsync(host, "PT2M");
        (string Operation, object Body, bool Kills)[] way =
        [
            ("set-scope", new { requirements = new[] { Requirement }, methods = new[] { "besok" }, reason = "Därför." },
                true),
            ("judge", new { requirement = Requirement, fulfilment = "notMet", source = "akter",
                evidence = "Ingen svarade." }, false),
            ("add-finding", new { requirement = Requirement, category = "kommunikationsvagar", severity = 4,
                text = "Svarar inte." }, true),
            ("ask-supplement", new { asked = "Rutinen." }, true),
            ("renew-link", new { what = "supplement-1", reason = "Fel adress." }, true),
            ("receive-supplement", new { number = 1, receivedOn = "2027-01-15", answer = "Rutinen." }, false),
            ("communicate", new { waived = true, reason = "Brådskar." }, false),
            ("establish", new { summary = "En brist." }, true),
            ("ask-plan", new { }, true),
            ("add-measure", new { finding = 1, what = "Ny växel.", responsible = "Chef", due = "2027-06-01" }, false),
            ("approve-plan", new { reason = "Bra." }, true),
        ];
        host = await DoAsync(host, ids, "start", new { }, kills: false);
        using (var registrar = await KilledHostTests.SignInAsync(host, "diariet", Role.Registrar))
        {
            foreach (var id in ids)
                await registrar.OpenCaseAsync(id, "ÄLN 2027-00012");
        }

        var letters = 0;
        foreach (var (operation, body, kills) in way)
        {
            host = await DoAsync(host, ids, operation, body, kills);
            if (operation is not ("ask-supplement" or "renew-link" or "ask-plan"))
                continue;
            letters += count;
            await UntilLettersAsync(host, ids[0], letters);
        }

        // What a dead host had begun is made up for when its marks are old enough.
        for (var times = 0; times < 3; times++)
            await MoveAsync(host, "PT5M");
        using var reviewer = await KilledHostTests.SignInAsync(host, "bo", Role.QualityDeveloper);
        (await reviewer.GetPageAsync("/ivo")).QuerySelectorAll("tbody tr").Length
            .ShouldBe(count, "Each serious finding asks once whether IVO is to be told.");
        var told = await LettersAsync(reviewer);
        told.Count.ShouldBe(count * 3, "One for each supplement, one for its new link, one for each åtgärdsplan.");
        told.ShouldAllBe(text => text.Contains("saknar e-postadress", StringComparison.Ordinal)
            || text.Contains("Behövs inte", StringComparison.Ordinal));
        foreach (var id in ids)
        {
            var page = await reviewer.GetPageAsync($"/granskningar/{id}");
            var history = page.QuerySelectorAll(".timeline-head").Select(entry => entry.TextContent).ToList();
            history.Count(text => text.Contains("Komplettering 1 begärd", StringComparison.Ordinal)).ShouldBe(1);
            var papers = page.QuerySelectorAll("section[aria-labelledby=dokument] a").ToList();
            papers.Select(paper => paper.TextContent).ShouldBe(
                ["Granskningsplan", "Begäran om komplettering 1", "Granskningsrapport, version 1",
                    "Begäran om åtgärdsplan 1", "Åtgärdsplan"]);
            foreach (var paper in papers)
                await ShouldBeMadeOnceAsync(reviewer, paper.GetAttribute("href")!, paper.TextContent);
        }
    }

    /// <summary>
    /// What the provider has answered before its letter was written needs no letter, and somebody who was killed writes
    /// late: so the letters are there first.
    /// </summary>
    private static async Task UntilLettersAsync(HostProcess host, string id, int count)
    {
        for (var times = 0; times < 4; times++)
        {
            using (var reading = await KilledHostTests.SignInAsync(host, "bo", Role.QualityDeveloper))
            {
                await VersionAsync(reading, id);
                if ((await LettersAsync(reading)).Count >= count)
                    return;
            }

            await MoveAsync(host, "PT5M");
        }
    }

    private static async Task<List<string>> LettersAsync(HttpClient reader) =>
    [
        .. (await reader.GetPageAsync("/utskick")).QuerySelectorAll("tbody tr").Select(row => row.TextContent),
    ];

    /// <summary>A report is a draft first and then final; everything else has one version.</summary>
    private static async Task ShouldBeMadeOnceAsync(HttpClient reviewer, string address, string title)
    {
        var read =
            await (await reviewer.GetAsync(
                $"/api/v1{address.Replace("/dokument", "/documents", StringComparison.Ordinal)}", Cancellation))
                .ReadJsonAsync();
        read["versions"]!.AsArray().Count
            .ShouldBe(title.StartsWith("Granskningsrapport", StringComparison.Ordinal) ? 2 : 1, title);
    }

    /// <summary>All reviews at once, as one person who sends what got no answer again, under the same key.</summary>
    private async Task<HostProcess> DoAsync(
        HostProcess host, List<string> ids, string operation, object body, bool kills)
    {
        var versions = new Dictionary<string, int>();
        using (var reading = await KilledHostTests.SignInAsync(host, "bo", Role.QualityDeveloper))
        {
            foreach (var id in ids)
                versions[id] = await VersionAsync(reading, id);
        }

        var left = new List<string>(ids);
        for (var attempt = 0; left.Count > 0; attempt++)
        {
            attempt.ShouldBeLessThan(20, $"{operation}\n{host.Output}");
            using var client = await KilledHostTests.SignInAsync(host, "bo", Role.QualityDeveloper);
            var sending = left.Select(
                async id => (Id: id, IsDone: await TrySendAsync(client, id, operation, body, versions[id]))).ToList();
            if (kills && attempt == 0)
            {
                await Task.Delay(_random.Next(40, 400), Cancellation);
                if (_random.Next(2) == 0)
                    host.Worker.ShouldNotBeNull().Kill();
                else
                    await host.KillAsync();
            }

            var sent = await Task.WhenAll(sending);
            left = [.. sent.Where(one => !one.IsDone).Select(one => one.Id)];
            if (host.HasExited)
                host = await StartAsync();
            else if (left.Count > 0)
                await Task.Delay(500, Cancellation);
        }

        return host;
    }

    /// <summary>A worker that was killed is a while in coming back.</summary>
    private static async Task<int> VersionAsync(HttpClient client, string id)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            using var answer = await client.GetAsync($"/api/v1/reviews/{id}", Cancellation);
            if (answer.StatusCode == HttpStatusCode.OK)
                return (await answer.ReadJsonAsync())["version"]!.GetValue<int>();
            if ((int)answer.StatusCode < 500 || watch.Elapsed > TimeSpan.FromSeconds(60))
                await answer.ExpectAsync(HttpStatusCode.OK);
            await Task.Delay(100, Cancellation);
        }
    }

    private static async Task<bool> TrySendAsync(
        HttpClient client, string id, string operation, object body, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/reviews/{id}/actions/{operation}")
        { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"v{version}\"");
        request.Headers.Add("Idempotency-Key", $"{id}-{operation}");
        try
        {
            using var answer = await client.SendAsync(request, Cancellation);
            // Killed half-way, the host or the platform in front of it says that it failed; then it is sent again.
            return answer.StatusCode == HttpStatusCode.OK
                || ((int)answer.StatusCode < 500
                    ? throw new InvalidOperationException(
                        $"{operation}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}")
                    : false);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The review that comes of a concern on which the enhetschef decides.</summary>
    private static async Task<string> DecideAsync(HostProcess host, string unit)
    {
        using var reporter = await KilledHostTests.SignInAsync(host, "anna", Role.CaseOfficer);
        using var assessor = await KilledHostTests.SignInAsync(host, "bo", Role.QualityDeveloper);
        using var chief = await KilledHostTests.SignInAsync(host, "eva", Role.UnitManager);
        var id = await ProposeAsync(reporter, assessor, unit);
        using var decision = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/concerns/{id}/actions/decide")
        {
            Content = JsonContent.Create(new { approved = true, reason = "Granskas." }),
        };
        decision.Headers.TryAddWithoutValidation("If-Match", "\"v2\"");
        using var decided = await chief.SendAsync(decision, Cancellation);
        await decided.ExpectAsync(HttpStatusCode.OK);
        return ReviewIds.OfConcern(Id.FromValue(id)).Value;
    }

    private static async Task MoveAsync(HostProcess host, string by)
    {
        using var client = host.Client();
        // The engine waits in real time for the leases of whoever was killed.
        client.Timeout = TimeSpan.FromMinutes(10);
        using var move = await client.PostAsJsonAsync("/.local/clock", new { advanceBy = by }, Cancellation);
        await move.ExpectAsync(HttpStatusCode.OK);
    }
}
