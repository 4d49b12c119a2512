using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Referrals;

/// <summary>Somebody who works on what goes to other authorities, over the API.</summary>
internal sealed class Matter(HttpClient client, string address)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public string Id => address.Split('/')[^1];

    public string Status { get; init; } = "";

    /// <summary>The same for somebody else.</summary>
    public Matter By(HttpClient other) => new(other, address);

    public async Task<JsonNode> ReadAsync()
    {
        using var response = await client.GetAsync(address, Cancellation);
        await response.ExpectAsync(HttpStatusCode.OK);
        return await response.ReadJsonAsync();
    }

    /// <summary>What must be done.</summary>
    public async Task<JsonNode> DoAsync(string operation, object body)
    {
        using var response = await TryAsync(operation, body);
        await response.ExpectAsync(HttpStatusCode.OK);
        return await response.ReadJsonAsync();
    }

    /// <summary>The codes of what is refused.</summary>
    public async Task<string> RefusedAsync(string operation, object body)
    {
        using var response = await TryAsync(operation, body);
        await response.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        return string.Join(' ', await response.CodesAsync());
    }

    public async Task<HttpResponseMessage> TryAsync(string operation, object body) => await ReviewDriver.SendAsync(
        client, $"{address}/actions/{operation}", body, (await ReadAsync())["version"]!.GetValue<int>());

    public async Task<HttpStatusCode> StatusAsync()
    {
        using var response = await client.GetAsync(address, Cancellation);
        return response.StatusCode;
    }
}

internal static class Positions
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The positions on a report to IVO that a person sees of a review.</summary>
    public static async Task<IReadOnlyList<Matter>> OfAsync(HttpClient client, string review) =>
        [.. (await RowsAsync(client, "ivo-positions")).Where(row => row["reviewId"]?.GetValue<string>() == review)
            .Select(row => new Matter(client, $"/api/v1/ivo-positions/{row["id"]!.GetValue<string>()}")
            {
                Status = row["status"]!.GetValue<string>(),
            })];

    public static async Task<Matter> OneAsync(HttpClient client, string review) =>
        (await OfAsync(client, review)).ShouldHaveSingleItem();

    public static async Task<IReadOnlyList<Matter>> ReferralsAsync(HttpClient client, string review) =>
        [.. (await RowsAsync(client, "referrals")).Where(row => row["reviewId"]?.GetValue<string>() == review)
            .Select(row => new Matter(client, $"/api/v1/referrals/{row["id"]!.GetValue<string>()}")
            {
                Status = row["status"]!.GetValue<string>(),
            })];

    /// <summary>Asks because of a concern; the id, or the code of why not.</summary>
    public static async Task<string> RaiseAsync(HttpClient client, string concern, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/concerns/{concern}/ivo-positions")
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("Idempotency-Key", Unique.Word());
        using var answer = await client.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return answer.StatusCode == HttpStatusCode.Created
            ? JsonNode.Parse(text)!["id"]!.GetValue<string>()
            : Regex.Match(text, "(ivo|text)\\.[a-z-]+") is { Success: true, Value: var code }
                ? code
                : $"{answer.StatusCode}";
    }

    /// <summary>Proposes an överlämnande because of a concern.</summary>
    public static async Task<HttpResponseMessage> ReferAsync(HttpClient client, string concern, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/concerns/{concern}/referrals")
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("Idempotency-Key", Unique.Word());
        return await client.SendAsync(request, Cancellation);
    }

    private static async Task<IEnumerable<JsonNode>> RowsAsync(HttpClient client, string list)
    {
        using var response = await client.GetAsync($"/api/v1/{list}", Cancellation);
        await response.ExpectAsync(HttpStatusCode.OK);
        return (await response.ReadJsonAsync())["items"]!.AsArray().Select(row => row!);
    }
}

/// <summary>With a unit of egen regi, whose operation is of licensable kind, and one that is not.</summary>
public sealed class ReferralApp : ConcernApp
{
    public static Id OwnUnit { get; } = Oversight.Id.Derive("test", "ivo-own");

    public static Id PlainUnit { get; } = Oversight.Id.Derive("test", "ivo-plain");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RegisterAsync(
            OwnUnit, "Kommunens gruppbostad", "Testkommunen", Social, "boende-lss", "bostad-vuxna",
            Oversight.Providers.Ownership.Municipal, Oversight.Providers.AgreementForm.Understanding);
        await RegisterAsync(
            PlainUnit, "Björkens dagverksamhet", "Omsorg i Testby AB", Social, "dagverksamhet", "dagverksamhet");
    }

    /// <summary>A review of a unit with one finding, about to be closed but for what waits elsewhere.</summary>
    internal async Task<ReviewDriver> FindAsync(
        HttpClient reviewer, int severity, Id? unit = null, string service = "ledsagarservice")
    {
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(this, concern: new
        {
            unitId = unit ?? Unit,
            service,
            text = $"Ingen svarade. {Unique.Word()}",
            occurred = App.Clock.Now.AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            consequence = "ej-verkstalld",
        }));
        await driver.StartAsync(this);
        await driver.DoAsync("set-scope", new
        {
            requirements = new[] { "trygghet" },
            methods = new[] { "besok" },
            reason = "Därför.",
        });
        await driver.DoAsync("judge", new
        {
            requirement = "trygghet",
            fulfilment = "notMet",
            source = "kund",
            evidence = "Ingen svarade.",
        });
        await driver.DoAsync("add-finding", Finding(severity));
        return driver;
    }

    internal static object Finding(int severity) => new
    {
        requirement = "trygghet",
        category = "kommunikationsvagar",
        severity,
        affected = 4,
        text = "Ingen svarar på larmet.",
        consequence = "Kunder har blivit utan hjälp.",
    };

    internal static async Task ReportAsync(ReviewDriver driver)
    {
        await driver.DoAsync("communicate", new { waived = true, reason = "Brådskar." });
        await driver.DoAsync("establish", new { summary = "En allvarlig brist." });
        await driver.DoAsync("change-finding", new { number = 1, status = "remedied", reason = "Larmet besvaras." });
    }

    internal static async Task<string> CloseAsync(ReviewDriver driver)
    {
        await driver.ReadAsync();
        using var closed = await driver.TryAsync("close", ReviewDriver.Closing);
        return closed.StatusCode == HttpStatusCode.OK
            ? "closed"
            : string.Join(' ', Regex.Matches(
                await closed.Content.ReadAsStringAsync(Cancellation), "review\\.[a-z-]+").Select(code => code.Value)
                .Distinct());
    }
}
