using System.Net;
using Oversight.Functions.Tests.Settings;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

/// <summary>A municipality where two at a time are assessed together, and nothing above the second severity.</summary>
public sealed class FewTogetherApp : ConcernApp
{
    private readonly SettingsFolder _settings = SettingsFolder.CopyOfNacka();

    public FewTogetherApp() => _settings.Edit("assessments.json", rules =>
    {
        rules[0]!["together"]!["most"] = 2;
        rules[0]!["together"]!["highestSeverity"] = 2;
    });

    protected override AppOptions Options =>
        new() { Settings = new Dictionary<string, string?> { ["Oversight:Settings"] = _settings.Path } };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _settings.Dispose();
    }
}

/// <summary>How many are assessed together, and what they may be given, is what the settings say.</summary>
public sealed class TogetherRulesTests(FewTogetherApp world) : IClassFixture<FewTogetherApp>
{
    private const string Page = "/synpunkter/inkorg/tillsammans";

    [Fact]
    public async Task No_more_are_taken_at_a_time_and_nothing_graver_is_given_than_the_settings_say()
    {
        var officer = await world.SomebodyAsync(Role.CaseOfficer);
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var ids = new List<string>();
        for (var number = 0; number < 3; number++)
            ids.Add(await ReportAsync(officer));

        using (var many = await assessor.GetAsync(Address(ids), ConcernApp.Cancellation))
        {
            many.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await many.ReadPageAsync()).QuerySelector("main")!.TextContent
                .ShouldContain("Högst 2 synpunkter kan bedömas åt gången.");
        }

        var form = await assessor.GetFormAsync(Address(ids.Take(2)), "form[action$='/tillsammans']");
        form.Document.QuerySelectorAll("input[name=severity]").Select(choice => choice.GetAttribute("value"))
            .ShouldBe(["1", "2"]);
        using var graver = await form.With("category", "bemotande").With("area", "trygghet-sakerhet")
            .With("reason", "Tas upp.").Tampered("severity", "3").SubmitAsync();
        graver.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await graver.ReadPageAsync()).QuerySelector("main")!.TextContent
            .ShouldContain("Bedöm den synpunkten för sig.");

        (await assessor.GetPageAsync($"/synpunkter/arende/{ids[0]}?ko=status%3Dreceived"))
            .QuerySelector("a[href*='/tillsammans?']")!.GetAttribute("href")!
            .Split("synpunkt=").Length.ShouldBe(3, "Itself and one more.");
    }

    private Task<string> ReportAsync(HttpClient officer) => world.ReportAsync(officer, new
    {
        unitId = world.OtherUnit,
        service = "avlosarservice",
        text = $"Personalen kom inte. {Unique.Word()}",
        occurred = "2027-01-12",
        consequence = "ej-verkstalld",
    });

    private static string Address(IEnumerable<string> ids) =>
        $"{Page}?{string.Join('&', ids.Select(id => $"synpunkt={id}"))}";
}
