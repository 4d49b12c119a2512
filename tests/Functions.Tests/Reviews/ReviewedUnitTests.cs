using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Providers;
using Oversight.Functions.Reviews;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Providers;
using Oversight.Reviews;
using Oversight.Settings;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>With a gruppbostad of egen produktion, where five people live.</summary>
public sealed class OwnProductionApp : ConcernApp
{
    public Id Home { get; } = Id.Derive("test", "unit-home");

    public Id Moving { get; } = Id.Derive("test", "unit-moving");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RegisterAsync(
            Home, "Granens gruppbostad", "Testby kommun", Social, "bostad-vuxna", "bostad-vuxna",
            Ownership.Municipal, AgreementForm.Understanding);
        await RegisterAsync(
            Moving, "Tallens gruppbostad", "Testby kommun", Social, "bostad-vuxna", "bostad-vuxna",
            Ownership.Municipal, AgreementForm.Understanding);
    }

    /// <summary>The unit gets an agreement of another form, from a day on that may be ahead.</summary>
    public async Task MoveAsync(DateOnly from)
    {
        var streams = App.Services.GetRequiredService<Streams>();
        var inForce = await App.Services.GetRequiredService<SettingsProvider>().GetAsync(Cancellation);
        var unit = (UnitState.Registered)(await streams.LoadAsync(UnitStream.Kind, Moving, Cancellation))!.State;
        var chosen = unit.Placements[^1].Value with
        {
            AgreementId = Id.Derive("test", "moved-agreement"),
            AgreementKey = "A2",
            Form = AgreementForm.Kundval,
        };
        var context = new CommandContext(Actor.System, App.Clock.Now, from);
        var envelope = new Envelope(context, inForce.Hash, Against.Latest);
        (await streams.ChangeAsync(
            UnitStream.Kind, Moving, new UnitCommand.TakeOver(from, chosen), envelope, Cancellation))
            .ShouldBeOfType<Outcome<UnitState>.Done>();
    }
}

/// <summary>Every kind of unit goes the same way, and small units are not told apart by numbers.</summary>
public sealed class ReviewedUnitTests(OwnProductionApp world) : IClassFixture<OwnProductionApp>
{
    private static readonly Limits Limits = new(1, 1, 1, 1, 1, 1, 1, 1, SmallNumber: 5);

    [Fact]
    [Trait("Requirement", "R117")]
    public async Task A_home_of_egen_produktion_goes_the_whole_way_and_its_five_residents_are_no_number()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = await StartAsync(reviewer, world.Home);
        await driver.DoAsync("set-scope", new
        {
            requirements = new[] { "kontaktvagar-avtal" },
            methods = new[] { "besok" },
            reason = "Efter synpunkten."
        });
        await driver.DoAsync("judge", new
        {
            requirement = "kontaktvagar-avtal",
            fulfilment = "notMet",
            source = "kund",
            sampleMet = 2,
            sampleTaken = 5,
            evidence = "Telefonen besvaras inte."
        });
        await driver.DoAsync("add-finding", new
        {
            requirement = "kontaktvagar-avtal",
            category = "kommunikationsvagar",
            severity = 2,
            affected = 3,
            text = "Nås inte.",
            consequence = "Besök har ställts in."
        });
        await driver.DoAsync("communicate", new { waived = true, reason = "Brådskar." });
        await driver.DoAsync("establish", new { summary = "En brist." });
        await driver.DoAsync("ask-plan");
        await driver.DoAsync("add-measure", new
        {
            finding = 1,
            what = "Ny telefon",
            responsible = "Enhetschef",
            due = "2027-06-01"
        });
        (await driver.DoAsync("approve-plan", new { reason = "Bra." }))["status"]!.GetValue<string>()
            .ShouldBe("planApproved");

        await world.App.Clock.AdvanceByAsync("PT2M");
        var page = await reviewer.GetPageAsync($"/granskningar/{driver.Id}");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("Testby kommun");
        foreach (var link in page.QuerySelectorAll("section[aria-labelledby=dokument] a"))
        {
            var text = await ReviewPapers.TextAsync(reviewer, link.GetAttribute("href")!);
            text.ShouldContain("Granens gruppbostad");
            text.ShouldNotContain("nordnare", Case.Insensitive, $"{link.TextContent}: the municipality runs it.");
            text.ShouldNotContain("2 av 5");
            text.ShouldNotContain("3 kunder");
        }

        var report = page.QuerySelectorAll("section[aria-labelledby=dokument] a")
            .Single(link => link.TextContent.StartsWith("Granskningsrapport", StringComparison.Ordinal));
        var told = await ReviewPapers.TextAsync(reviewer, report.GetAttribute("href")!);
        told.ShouldContain("Färre än hälften");
        told.ShouldContain("Flera kunder");
    }

    [Fact]
    public async Task What_is_for_another_agreement_or_act_is_neither_offered_nor_taken_and_the_day_decides()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = await StartAsync(reviewer, world.Moving);
        await driver.ReadAsync();
        (await OfferedAsync(reviewer, driver)).ShouldContain("kontaktvagar-avtal");
        (await AskAsync(driver, "kontaktvagar", "dokumentation-sol", "hsl-vard", "egenkontroll")).ShouldBe(
            "requirements:review.hsl-does-not-apply requirements:review.other-act "
                + "requirements:review.other-agreement-form");

        var day = DateOnly.FromDateTime(world.App.Clock.Now.Date).AddDays(3);
        await world.MoveAsync(day);
        (await OfferedAsync(reviewer, driver)).ShouldNotContain("kontaktvagar");
        (await AskAsync(driver, "kontaktvagar")).ShouldBe("requirements:review.other-agreement-form");

        await world.App.Clock.AdvanceByAsync("P4D");
        (await OfferedAsync(reviewer, driver)).ShouldContain("kontaktvagar");
        (await AskAsync(driver, "kontaktvagar-avtal")).ShouldBe("requirements:review.other-agreement-form");
        await driver.DoAsync("set-scope", Scope("kontaktvagar", "dokumentation-lss"));
    }

    [Theory]
    [InlineData(10, 20, "10 av 20")]
    [InlineData(20, 20, "20 av 20")]
    [InlineData(0, 20, "0 av 20")]
    [InlineData(6, 10, "Hälften eller fler")]
    [InlineData(16, 20, "Hälften eller fler")]
    [InlineData(4, 20, "Färre än hälften")]
    [InlineData(5, 5, "5 av 5")]
    [InlineData(4, 4, "Alla")]
    [InlineData(0, 4, "Inga")]
    public void A_sample_is_told_in_words_where_either_part_of_it_is_small(int met, int taken, string told) =>
        ReviewWords.Text(new Sample(met, taken), Limits).ShouldBe(told);

    private static object Scope(params string[] requirements) => new
    {
        requirements,
        methods = new[] { "besok" },
        reason = "Efter synpunkten.",
    };

    private static async Task<string> AskAsync(ReviewDriver driver, params string[] requirements)
    {
        using var refused = await driver.TryAsync("set-scope", Scope(requirements));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return string.Join(' ', (await refused.CodesAsync()).Order(StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> OfferedAsync(HttpClient reviewer, ReviewDriver driver) =>
    [
        .. (await reviewer.GetPageAsync($"/granskningar/{driver.Id}/gor/omfattning"))
            .QuerySelectorAll("input[name=requirements]").Select(box => box.GetAttribute("value")!),
    ];

    private async Task<ReviewDriver> StartAsync(HttpClient reviewer, Id unit)
    {
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world, concern: new
        {
            unitId = unit,
            service = "bostad-vuxna",
            text = $"Ingen öppnade. {Unique.Word()}",
            occurred = "2027-01-12",
            consequence = "ej-verkstalld",
        }));
        await driver.StartAsync(world);
        return driver;
    }
}
