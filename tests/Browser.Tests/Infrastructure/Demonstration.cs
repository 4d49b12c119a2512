using System.Net;
using System.Text;
using AngleSharp.Dom;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Messaging;
using Oversight.Local.Demonstration;
using Oversight.Reviews;
using Oversight.Testkit;

namespace Oversight.Browser.Tests.Infrastructure;

/// <summary>
/// The demonstration municipality on 2 March, with one of everything that a page can show, and where it is found.
/// </summary>
public sealed class Demonstration
{
    private static readonly DateTimeOffset March = new(2027, 3, 2, 8, 0, 0, TimeSpan.FromHours(1));
    private readonly Dictionary<string, string> _ids = [];

    private Demonstration(AppFixture app) => App = app;

    public AppFixture App { get; }

    public static async Task<Demonstration> StartAsync()
    {
        var made = new Demonstration(await AppFixture.StartAsync(new AppOptions { Demonstration = true }));
        await made.FindRegisterAsync();
        await made.FindConcernsAsync();
        await made.FindReviewsAsync();
        await made.FindSurveysAsync();
        await made.ArrangeSubstitutionAsync();
        await made.AssignAsync();
        await made.ReferAsync();
        await made.App.Clock.AdvanceToAsync(March);
        await made.AdoptOnePlanAsync();
        await made.ImportAsync();
        await made.BreakMessageAsync();
        return made;
    }

    /// <summary>The address with the ids of this demonstration in the place of <c>{unit}</c> and the like.</summary>
    public string Address(string template) =>
        _ids.Aggregate(template, (address, id) => address.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));

    private async Task FindRegisterAsync()
    {
        using var developer = await SignInAsync(Role.QualityDeveloper);
        using var administrator = await SignInAsync(Role.Administrator);
        // The unit that is going downhill has most to show.
        var riskiest = await FirstAsync(developer, "/risk", "td[data-label=Anordnare] a[href^='/anordnare/']");
        _ids["provider"] = Last(riskiest);
        var risk = await FirstAsync(developer, "/risk", "th a[href^='/risk/']");
        _ids["unit"] = Last(risk);
        _ids["agreement"] = (await FirstAsync(administrator, riskiest, "a[href*='/avtal/']")).Split('/')[^3];
    }

    /// <summary>The first has deviations, the second has more days, the last is silent and to be judged.</summary>
    private async Task FindSurveysAsync()
    {
        using var developer = await SignInAsync(Role.QualityDeveloper);
        var round = await FirstAsync(developer, "/enkater", "th a[href^='/enkater/']");
        _ids["round"] = Last(round);
        var rows = (await developer.GetPageAsync(round)).QuerySelectorAll("section[aria-labelledby=enheter] tbody tr");
        _ids["answered"] = Of(rows.First(row => row.TextContent.Contains("Besvarad", StringComparison.Ordinal)
            && row.QuerySelector("td[data-label=Avvikelser]")!.TextContent.Trim() != "0"));
        _ids["awaited"] = Of(rows.First(row => row.TextContent.Contains("Väntar på svar", StringComparison.Ordinal)));
        _ids["silent"] = Of(rows.First(row => row.TextContent.Contains("Utkast till brist", StringComparison.Ordinal)));

        static string Of(IElement row) => Last(row.QuerySelector("th a")!.GetAttribute("href")!);
    }

    private async Task FindConcernsAsync()
    {
        using var officer = await SignInAsync(Role.CaseOfficer);
        using var developer = await SignInAsync(Role.QualityDeveloper);
        const string Inbox = "/synpunkter/inkorg?status=";
        _ids["proposed"] = Last(await FirstAsync(developer, $"{Inbox}awaitingDecision", "tbody th a"));
        _ids["decided"] = Last(await FirstAsync(developer, $"{Inbox}decided", "tbody th a"));
        _ids["counted"] = Last(await FirstAsync(developer, $"/risk/{_ids["unit"]}", "a[href^='/synpunkter/arende/']"));
        var label = (await officer.GetPageAsync("/synpunkter/ny")).QuerySelector("datalist option")!
            .GetAttribute("value")!;
        _ids["own"] = await ReportAsync(officer, form => form.With("unitId", label));
        _ids["shared"] = await ReportAsync(officer, form => form.With("unitId", label));
        _ids["unassessed"] = await ReportAsync(officer, form => form.With("unitId", label));
        _ids["unknown"] = await ReportAsync(officer, form => form
            .With("unknown", "true").With("unknownProvider", "Ett boende i Fisksätra, namnet är inte känt")
            .With("board", "socialnamnden"));
    }

    private static async Task<string> ReportAsync(HttpClient officer, Func<FormPage, FormPage> place)
    {
        var form = place(await officer.GetFormAsync("/synpunkter/ny"))
            .With("service", "ledsagarservice")
            .With("text",
                "Ledsagaren kom en timme för sent till läkarbesöket. Besöket fick bokas om.\n\nDet är tredje gången på "
                    + "en månad.")
            .With("occurred", "2027-01-12").With("occurredPrecision", "day").With("consequence", "ej-verkstalld")
            .With("caseReference", "2027-0117")
            .WithFile("attachments", "Anteckning.txt", "text/plain",
                Encoding.UTF8.GetBytes("Tre besök i januari, alla sena."));
        using var answer = await form.SubmitAsync();
        await answer.ExpectAsync(HttpStatusCode.SeeOther);
        return Last(answer.Headers.Location!.OriginalString);
    }

    private async Task FindReviewsAsync()
    {
        using var developer = await SignInAsync(Role.QualityDeveloper);
        foreach (var status in new[]
            { "toStart", "scoping", "underway", "communicated", "reported", "awaitingPlan", "planApproved" })
            _ids[$"review-{status}"] = Last(
                await FirstAsync(developer, $"/granskningar?status={status}", "tbody th a"));
        _ids["review-closed"] = DemonstrationReviews.IdOf(ReviewStatus.Closed).Value;
        (_ids["review-joint"], _ids["review-twin"]) = (DemonstrationJoint.First.Value, DemonstrationJoint.Second.Value);
        _ids["dialogue"] = DemonstrationDialogues.Series.Value;
        _ids["letter"] = Last(await FirstAsync(developer, "/utskick", "tbody th a"));
        var decided = await developer.GetPageAsync("/synpunkter/inkorg?status=decided");
        foreach (var concern in decided.QuerySelectorAll("main tbody th a")
            .Select(link => Last(link.GetAttribute("href")!)))
        {
            using var review = await developer.GetAsync($"/granskningar/av-synpunkt/{concern}");
            if (review.StatusCode == HttpStatusCode.SeeOther)
                _ids["approved"] = concern;
        }
    }

    private async Task ArrangeSubstitutionAsync()
    {
        using var chief = await SignInAsync(Role.UnitManager);
        using var saved = await (await chief.GetFormAsync("/vikariat/ny")).With("board", "socialnamnden")
            .With("until", "2027-12-31").With("standIn", "En kollega").With("reason", "Semester.").SubmitAsync();
        await saved.ExpectAsync(HttpStatusCode.SeeOther);
        _ids["substitution"] = Last(saved.Headers.Location!.OriginalString.Split('?')[0]);
    }

    private async Task AssignAsync()
    {
        using var developer = await SignInAsync(Role.QualityDeveloper);
        using var given = await (await developer.GetFormAsync($"/granskningar/{_ids["review-reported"]}/uppgift/ny"))
            .With("what", "Följ upp besluten för dem som berörs.").With("until", "2027-12-31").SubmitAsync();
        await given.ExpectAsync(HttpStatusCode.SeeOther);
        _ids["assignment"] = Last(given.Headers.Location!.OriginalString.Split('?')[0]);
    }

    /// <summary>What may go to another authority, before and after the decision.</summary>
    private async Task ReferAsync()
    {
        _ids["sanction-drafted"] = DemonstrationSanctions.IdOf(DemonstrationSanctions.Drafted).Value;
        _ids["sanction-submitted"] = DemonstrationSanctions.IdOf(DemonstrationSanctions.Submitted).Value;
        _ids["sanction-inForce"] = DemonstrationSanctions.IdOf(DemonstrationSanctions.InForce).Value;
        using var secretary = await SignInAsync(Role.BoardSecretary);
        var meeting = (await FirstAsync(secretary, "/sammantraden", "tr:nth-child(2) th a")).Split('/');
        (_ids["meeting"], _ids["meeting-list"]) = ($"{meeting[^2]}/{meeting[^1]}", $"{meeting[^2]}_{meeting[^1]}");
        _ids["ivo-open"] = DemonstrationIvo.IdOf(DemonstrationIvo.Open).Value;
        _ids["ivo-reported"] = DemonstrationIvo.IdOf(DemonstrationIvo.Reported).Value;
        using var developer = await SignInAsync(Role.QualityDeveloper);
        var review = $"/granskningar/{_ids["review-reported"]}";
        using var proposed = await (await developer.GetFormAsync($"{review}/gor/foresla-overlamnande"))
            .With("recipient", "polisen").With("ground", "lag-2025-170").With("data", "ekonomi")
            .With("fields", "Fakturorna för mars").With("weighing", "Polisen utreder fakturorna.").SubmitAsync();
        await proposed.ExpectAsync(HttpStatusCode.SeeOther);
        _ids["referral"] = Last(await FirstAsync(developer, review, "a[href^='/overlamnanden/']"));
    }

    private async Task AdoptOnePlanAsync()
    {
        using var owner = await SignInAsync(Role.ProcessOwner);
        var finish = await owner.GetFormAsync("/arsplan/aldrenamnden/2027/gor/fardigstall");
        using var finished = await finish.With("proposal", "established").SubmitAsync();
        await finished.ExpectAsync(HttpStatusCode.SeeOther);
        var form = await owner.GetFormAsync("/arsplan/aldrenamnden/2027", "form[action$='/faststall']");
        using var answer = await form.With("reason", "Beslutad av nämnden 2027-03-01, § 24.").SubmitAsync();
        await answer.ExpectAsync(HttpStatusCode.SeeOther);
        _ids["document"] = Last(await FirstAsync(owner, "/dokument", "tbody th a"));
    }

    private async Task ImportAsync()
    {
        using var administrator = await SignInAsync(Role.Administrator);
        var register = await administrator.GetByteArrayAsync("/anordnare/export");
        var form = (await administrator.GetFormAsync("/anordnare/import"))
            .WithFile("file", "register.csv", "text/csv", register).Tampered("action", "las-in");
        using var answer = await form.SubmitAsync();
        await answer.ExpectAsync(HttpStatusCode.SeeOther);
        _ids["import"] = Last(answer.Headers.Location!.OriginalString);
    }

    private async Task BreakMessageAsync()
    {
        await using var sender = App.Services.GetRequiredService<ServiceBusClient>()
            .CreateSender(QueueNames.ConcernsInbound);
        await sender.SendMessageAsync(new ServiceBusMessage(BinaryData.FromString("{ \"type\": 17")));
        await App.Clock.AdvanceByAsync("PT1S", mayFail: true);
    }

    private Task<HttpClient> SignInAsync(Role role) => App.SignInAsync(People.User(role), role);

    private static async Task<string> FirstAsync(HttpClient client, string path, string selector) =>
        (await client.GetPageAsync(path)).QuerySelector($"main {selector}")?.GetAttribute("href")
        ?? throw new InvalidOperationException($"På {path} finns inget {selector}.");

    private static string Last(string address) => address.Split('?')[0].Split('/')[^1];
}
