using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Sanctions;

/// <summary>omedelbar åtgärd, over HTTP on the domain clock.</summary>
public sealed class UrgentPathTests : IAsyncLifetime
{
    private readonly SanctionApp _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    [Trait("Requirement", "R71")]
    public async Task The_enhetschef_takes_it_before_the_review_has_begun_and_it_applies_until_its_day()
    {
        var id = await ReviewDriver.TriggerAsync(_world, concern: new
        {
            unitId = _world.Unit,
            service = "ledsagarservice",
            text = "Ingen finns på natten.",
            occurred = "2027-01-02",
            consequence = "ej-verkstalld",
        });
        using var chief = await _world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        using var developer = await _world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var officer = await _world.SomebodyAsync(Role.CaseOfficer);
        var review = new ReviewDriver(chief, id);
        (await RefusedAsync(review, new { measure = "", reason = "", services = Array.Empty<string>() }))
            .ShouldContain("\"until\"");
        (await RefusedAsync(review, Measure("2027-01-01"))).ShouldContain("review.day-too-early");
        using (var other = await new ReviewDriver(developer, id).TryAsync(
            "take-urgent-measure", Measure("2027-01-20"), review.Version))
            other.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using (var form = await (await chief.GetFormAsync($"/granskningar/{id}/gor/omedelbar-atgard"))
            .With("measure", "Nattbemanningen fördubblas.").With("reason", "Ingen finns på natten.")
            .With("until", "2027-01-20").SubmitAsync())
            await form.ExpectAsync(HttpStatusCode.SeeOther);
        (await NotesAsync(officer)).ShouldBe(["Inga nya kunder sedan 4 januari 2027, till och med 20 januari 2027"]);
        await _world.App.Clock.AdvanceByAsync("PT2M");
        var sanction = SanctionDriver.Of(id);
        var read = await sanction.ReadAsync(chief);
        read["until"]!.GetValue<string>().ShouldBe("2027-01-20");
        read["stopsNewCustomers"]!.GetValue<bool>().ShouldBeTrue();
        var papers = await sanction.PapersAsync(chief);
        var decision = await ReviewPapers.UsedAsync(chief, papers["Delegationsbeslut"]);
        foreach (var words in new[]
        {
            "Åtgärden gäller till och med den 20 januari 2027", "Nattbemanningen fördubblas.",
            "Ingen finns på natten.", "punkt 4.14",
        })
            decision.ShouldContain(words);

        // There are no reviewers yet: whoever decided tells the provider.
        (await chief.GetPageAsync("/")).Body!.TextContent.ShouldContain("Verksamheten ska underrättas");
        await sanction.DoAsync(chief, "notify");
        await _world.App.Clock.AdvanceByAsync("PT2M");
        papers = await sanction.PapersAsync(chief);
        (await ReviewPapers.UsedAsync(chief, papers["Underrättelse om beslut"]))
            .ShouldContain("till och med den 20 januari 2027");
        (await ReviewPapers.UsedAsync(chief, papers["Expedieringslista"])).ShouldContain("Inga nya kunder placeras");
        (await RefusedAsync(review, "cancel", ReviewDriver.Closing)).ShouldContain("review.sanction-open");

        using (var secretary = await _world.SomebodyAsync(Role.BoardSecretary, ConcernApp.Social))
        {
            using var made = await (await secretary.GetFormAsync(
                $"/sammantraden/socialnamnden_{SanctionApp.Meeting}/gor/delegationslista")).SubmitAsync();
            var list = await ReviewPapers.TextAsync(secretary, made.Headers.Location!.ToString());
            list.ShouldContain("Omedelbar åtgärd");
            list.ShouldContain("gäller till och med 20 januari 2027");
        }

        // The day passes: no stop any more, and it asks to be lifted or prolonged.
        await _world.AtAsync("2027-01-21");
        (await NotesAsync(officer)).ShouldBeEmpty();
        (await chief.GetPageAsync("/")).Body!.TextContent.ShouldContain("häv eller förläng den");
        (await sanction.ReadAsync(chief))["stopsNewCustomers"]!.GetValue<bool>().ShouldBeFalse();
        await sanction.DoAsync(chief, "reconsider", new { what = "prolong", reason = "Bemanningen är inte ordnad." });
        await sanction.DoAsync(chief, "write-paper", new
        {
            summary = "Åtgärden behövs längre.",
            matter = "Ingen finns på natten.",
            economy = "Inga.",
            children = false,
            childrenWhy = "Inga barn är kunder.",
            manager = "Enhetschef Exempel",
        });
        using (var registrar = await _world.SomebodyAsync(Role.Registrar, ConcernApp.Social))
        {
            await new ReviewDriver(developer, id).DoAsync("start");
            await registrar.OpenCaseAsync(id);
        }

        await sanction.DoAsync(chief, "submit");
        (await sanction.RefusedAsync(chief, "decide", new { granted = true, words = "Behövs." }))
            .ShouldContain("sanction.day-missing");
        (await sanction.RefusedAsync(chief, "decide", new { granted = true, words = "Behövs.", until = "2027-01-20" }))
            .ShouldContain("sanction.not-later");
        await sanction.DoAsync(chief, "decide", new { granted = true, words = "Behövs.", until = "2027-02-20" });
        (await NotesAsync(officer)).ShouldHaveSingleItem().ShouldEndWith("till och med 20 februari 2027");
        await sanction.DoAsync(chief, "conclude", new { ending = "carriedOut", reason = "Bemanningen är ordnad." });
        (await NotesAsync(officer)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_the_reviewers_propose_is_decided_with_what_and_until_when()
    {
        var scene = await _world.ProposedAsync("omedelbar-atgard", severity: 4);
        await scene.ToDelegateAsync(null);
        using var chief = await _world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        var said = await scene.Sanction.RefusedAsync(chief, "decide", new { granted = true, words = "Säkerheten." });
        said.ShouldContain("\"until\"");
        said.ShouldContain("\"measure\"");
        await scene.Sanction.DoAsync(chief, "decide", new
        {
            granted = true,
            words = "Säkerheten.",
            measure = "Ingen ny kund tas emot.",
            until = "2027-01-31",
        });
        using var officer = await _world.SomebodyAsync(Role.CaseOfficer);
        (await NotesAsync(officer)).ShouldHaveSingleItem().ShouldEndWith("till och med 31 januari 2027");
    }

    private static object Measure(string until) => new
    {
        measure = "Nattbemanningen fördubblas.",
        reason = "Ingen finns på natten.",
        until,
        services = new[] { "ledsagarservice" },
    };

    private static Task<string> RefusedAsync(ReviewDriver review, object body) =>
        RefusedAsync(review, "take-urgent-measure", body);

    private static async Task<string> RefusedAsync(ReviewDriver review, string operation, object body)
    {
        await review.ReadAsync();
        using var response = await review.TryAsync(operation, body);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    private static async Task<IReadOnlyList<string>> NotesAsync(HttpClient officer) =>
    [
        .. (await officer.GetPageAsync("/synpunkter/ny")).QuerySelectorAll("datalist option")
            .Select(option => option.GetAttribute("label")).OfType<string>().Where(label => label.Length > 0),
    ];
}
