using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Providers;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Sanctions;

/// <summary>What Anordnaren på en A4 says of reviews, sanctions and positions, and to whom.</summary>
public sealed class ProviderSheetTests : IAsyncLifetime
{
    private static readonly Id Provider = Id.Derive("test", "Omsorg Exempel AB");

    private readonly SanctionApp _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task It_says_what_applies_and_what_is_proposed_to_those_who_may_know_and_nothing_that_is_sealed()
    {
        var outcome = await _world.App.Services.GetRequiredService<Streams>().CreateAsync(
            ProviderStream.Kind, Provider,
            new ProviderCommand.Register(
                "Omsorg Exempel AB", OrganisationNumber.FromValue("5560160680"), Ownership.Private),
            await CutOff.EnvelopeAsync(_world.App), Cancellation);
        outcome.ShouldBeOfType<Outcome<ProviderState>.Done>();
        var scene = await _world.ProposedAsync(
            "omedelbar-atgard", _world.Contracted, "bostad-vuxna", severity: 4, requirement: "kontaktvagar-avtal");
        await scene.Review.DoAsync(
            "set-final-date", new { day = "2027-03-31", followUpOn = "2027-03-01", checkOn = "2027-04-15" });
        await scene.Review.DoAsync("open-move", new
        {
            cause = "upphor",
            reason = "Verksamheten läggs ner.",
            customers = 14,
            lastDay = "2027-02-28",
        });
        using var chief = await _world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        using var procurement = await _world.SomebodyAsync(Role.Procurement, ConcernApp.Social);
        using var elsewhere = await _world.SomebodyAsync(Role.UnitManager, ConcernApp.Elder);
        await _world.App.Clock.AdvanceByAsync("PT2M");
        var sheet = await SheetAsync(chief);
        foreach (var said in new[]
        {
            "Omedelbar åtgärd", "Förslag", "1, allvarlighet 4", "31 mars 2027", "14 kunder kvar",
        })
            sheet.ShouldContain(said);
        foreach (var other in new[] { procurement, elsewhere })
            (await SheetAsync(other)).ShouldNotContain("Omedelbar åtgärd");

        await scene.ToDelegateAsync(null);
        await scene.Sanction.DoAsync(chief, "decide", new
        {
            granted = true,
            words = "Säkerheten.",
            measure = "Ingen ny kund tas emot.",
            until = "2027-01-31",
        });
        await scene.Review.ReportToIvoAsync(_world);
        await _world.App.Clock.AdvanceByAsync("PT2M");
        sheet = await SheetAsync(chief);
        foreach (var said in new[] { "Gäller", "31 januari 2027", "anmäld" })
            sheet.ShouldContain(said);
        (await SheetAsync(procurement)).ShouldContain("Omedelbar åtgärd");
        (await SheetAsync(procurement)).ShouldNotContain("allvarlighet");

        // Sealed, it is on no sheet, whoever reads: it is taken along to meetings.
        await scene.Review.DoAsync("seal", new { reason = "Misstänkt stöld." });
        await _world.App.Clock.AdvanceByAsync("PT2M");
        foreach (var reader in new[] { chief, scene.Reviewer, procurement })
        {
            var silent = await SheetAsync(reader);
            foreach (var hidden in new[] { "Omedelbar åtgärd", "allvarlighet", "14 kunder kvar", "anmäld" })
                silent.ShouldNotContain(hidden);
        }
    }

    private static async Task<string> SheetAsync(HttpClient reader) =>
        (await reader.GetPageAsync($"/anordnare/{Provider}")).QuerySelector("main")!.TextContent;
}
