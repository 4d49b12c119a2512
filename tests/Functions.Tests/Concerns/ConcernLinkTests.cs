using AngleSharp.Dom;
using Oversight.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

[Collection(nameof(ConcernApp))]
public sealed class ConcernLinkTests(ConcernApp world)
{
    [Fact]
    public async Task The_reference_of_another_concern_of_the_unit_is_suggested_and_need_not_be_typed()
    {
        var (reporter, assessor) = (await world.SomebodyAsync(Role.CaseOfficer),
            await world.SomebodyAsync(Role.QualityDeveloper));
        var (one, other) = (await world.ReportAsync(reporter), await world.ReportAsync(reporter));

        var page = await assessor.GetPageAsync($"/synpunkter/arende/{one}/gor/koppla");

        var suggested = page.QuerySelectorAll("datalist option").Select(option => option.GetAttribute("value"))
            .ToList();
        suggested.ShouldContain(Id.FromValue(other).Reference(ConcernFacts.ReferenceKind));
        suggested.ShouldNotContain(Id.FromValue(one).Reference(ConcernFacts.ReferenceKind));
    }
}
