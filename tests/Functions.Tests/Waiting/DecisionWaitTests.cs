using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Waiting;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Waiting;

/// <summary>Months in seconds: a proposed påkallad granskning in the real application.</summary>
public sealed class DecisionWaitTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    [Fact]
    public async Task A_proposal_is_reminded_of_and_escalated_once_each_on_its_day_and_nothing_follows_the_decision()
    {
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        using var proposed = await ConcernApp.AssessAsync(assessor, id, ConcernApp.Assessment("proposeTriggeredReview", "Flera synpunkter."));
        await proposed.ExpectAsync(HttpStatusCode.OK);
        await world.App.Clock.AdvanceByAsync("P60D");
        var history = await world.App.Services.GetRequiredService<Streams>().HistoryAsync(ConcernStream.Kind, Id.FromValue(id), default);
        history.Select(h => h.Event.GetType().Name + h.Event.On).ShouldBe([]);
    }
}
