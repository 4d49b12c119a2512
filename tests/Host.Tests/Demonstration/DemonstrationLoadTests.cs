using Microsoft.Extensions.DependencyInjection;
using Oversight.Attachments;
using Oversight.Functions.Concerns;
using Oversight.Functions.Providers;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Local.Demonstration;
using Oversight.Risk;
using Oversight.Testkit;

namespace Oversight.Host.Tests.Demonstration;

public class DemonstrationLoadTests(LoadedMunicipality municipality) : IClassFixture<LoadedMunicipality>
{
    private static readonly DateOnly Today = new(2027, 1, 15);

    [Fact]
    public async Task A_load_that_was_cut_off_is_taken_up_and_everything_stands_once()
    {
        municipality.AfterTheCut.ShouldBeInRange(100, municipality.Data.Concerns.Count - 1);
        var concerns = await municipality.ConcernsAsync();
        concerns.Select(concern => concern.ConcernId).Order(IdOrder)
            .ShouldBe(municipality.Data.Concerns.Select(concern => concern.Id).Order(IdOrder));
        (await municipality.UnitsAsync()).Select(unit => unit.UnitId).Order(IdOrder)
            .ShouldBe(municipality.Data.Units.Select(unit => unit.Id).Order(IdOrder));
        municipality.Progress.All[0].ShouldStartWith("Läser in en påhittad kommun");
        municipality.Progress.All[^1].ShouldStartWith("Kommunen är inläst");
    }

    [Fact]
    public async Task Loading_again_does_nothing()
    {
        var progress = new LoadedMunicipality.Lines();
        await municipality.LoadAsync(progress);
        progress.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Writing_the_same_data_again_changes_nothing()
    {
        var before = await VersionsAsync();
        var sample = municipality.Data with
        {
            Providers = [.. municipality.Data.Providers.Take(3)],
            Concerns = [
                .. municipality.Data.Concerns.Where(concern => concern.Assessment?.Decision is not null
                    || concern.Withdrawn is not null || concern.Attachment is not null)],
        };
        var writer = municipality.App.Services.GetRequiredService<DemonstrationWriter>();
        await writer.WriteAsync(sample, Today.AddMonths(-20), new LoadedMunicipality.Lines(),
            TestContext.Current.CancellationToken);
        (await VersionsAsync()).ShouldBe(before);

        // What awaits a decision is reminded of and goes over to the substitute meanwhile: those are the system's own
        // changes.
        async Task<List<(Id, int)>> VersionsAsync() =>
        [
            .. (await municipality.ConcernsAsync())
                .Where(concern => concern.Status != Oversight.Concerns.ConcernStatus.AwaitingDecision)
                .Select(concern => (concern.ConcernId, concern.Version)),
        ];
    }

    [Fact]
    public async Task Every_state_of_a_concern_and_both_channels_of_doubt_are_there()
    {
        var concerns = await municipality.ConcernsAsync();
        Enum.GetValues<Oversight.Concerns.ConcernStatus>().Except([Oversight.Concerns.ConcernStatus.NotReported])
            .ShouldAllBe(status => concerns.Any(concern => concern.Status == status));
        concerns.Count(concern => concern.UnitId is null).ShouldBe(3);
        concerns.Count(concern => concern.Attachments > 0).ShouldBe(3);
        concerns.ShouldAllBe(concern => !concern.PossibleDuplicate);
    }

    [Fact, Trait("Requirement", "R53")]
    public async Task The_unit_that_goes_downhill_ranks_at_the_top_and_the_loud_tiny_one_below_it()
    {
        var ranked = await RankAsync(new BoardId("socialnamnden"));
        var downhill = Place(ranked, ConcernPattern.Downhill);
        downhill.ShouldBeLessThan(3);
        Place(ranked, ConcernPattern.LoudMonth).ShouldBeGreaterThan(downhill);
        ranked[Place(ranked, ConcernPattern.LoudMonth)].Class.FromProduct.ShouldBeLessThan(
            ranked[downhill].Class.FromProduct);
    }

    [Fact]
    public async Task A_silent_unit_has_the_lowest_class_and_a_steady_rise_shows()
    {
        var ranked = await RankAsync(new BoardId("aldrenamnden"));
        var silent = ranked[Place(ranked, ConcernPattern.Silent)];
        silent.Class.FromProduct.ShouldBe(ranked.Min(unit => unit.Class.FromProduct));
        Place(ranked, ConcernPattern.SteadyRise).ShouldBeLessThan(Place(ranked, ConcernPattern.Silent));
    }

    [Fact]
    public async Task The_person_of_the_sign_in_page_finds_concerns_of_their_own()
    {
        using var client = await municipality.App.SignInAsync("demo-handlaggare", Role.CaseOfficer);
        var page = await client.GetPageAsync("/synpunkter/mina");
        page.QuerySelectorAll("main a[href^='/synpunkter/arende/']").Length.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Two_boards_review_one_provider_together()
    {
        using var client = await municipality.App.SignInAsync("demo-kvalitetsutvecklare", Role.QualityDeveloper);
        foreach (var (id, told, other) in new[]
        {
            (DemonstrationJoint.First, "Lena Exempel", "ÄLN"), (DemonstrationJoint.Second, "Karin Exempel", "SOCN"),
        })
        {
            var page = await client.GetPageAsync($"/granskningar/{id}");
            var section = page.QuerySelector("section[aria-labelledby=gemensam]")!.TextContent;
            section.ShouldContain(told);
            section.ShouldContain(other);
        }
    }

    private static Comparer<Id> IdOrder { get; } = Comparer<Id>.Create(
        (one, other) => string.CompareOrdinal(one.Value, other.Value));

    private int Place(IReadOnlyList<UnitRisk> ranked, ConcernPattern pattern)
    {
        var ids = municipality.Data.Units.Where(unit => unit.Pattern == pattern).Select(unit => unit.Id).ToHashSet();
        return Enumerable.Range(0, ranked.Count).First(place => ids.Contains(ranked[place].Unit.UnitId));
    }

    private async Task<IReadOnlyList<UnitRisk>> RankAsync(BoardId board)
    {
        var units = await municipality.Views.ReadAllAsync<UnitFact>(RegisterPartitions.Units(board),
            TestContext.Current.CancellationToken);
        var facts = await municipality.Views.ReadAllAsync<ConcernFact>(
            ConcernPartitions.Facts(board), TestContext.Current.CancellationToken, ConcernPartitions.FactsByDay);
        var model = municipality.App.Services.GetRequiredService<SettingsProvider>().Current.Settings
            .RiskModelOn(Today);
        return RiskAnalysis.Of(units, facts, Today, model);
    }
}
