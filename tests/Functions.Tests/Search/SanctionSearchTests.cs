using System.Net;
using Oversight.Functions.Sanctions;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Functions.Tests.Sanctions;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Search;

/// <summary>Sanctions: found by those whose page of sanctions has them, and nobody else.</summary>
public sealed class SanctionSearchTests(SanctionApp world) : IClassFixture<SanctionApp>
{
    [Fact]
    public async Task A_sanction_is_found_by_reference_diarienummer_and_unit_until_it_is_closed()
    {
        var scene = await world.ProposedAsync("varning");
        var address = $"/sanktioner/{scene.Sanction.Id}";
        var reference = Oversight.Id.FromValue(scene.Sanction.Id).Reference(SanctionPartitions.ReferenceKind);
        var number = (await scene.Review.ReadAsync())["caseNumber"]!.GetValue<string>();
        var (reviewer, declared) = (await ReviewerAsync(), await ReviewerAsync());

        foreach (var typed in new[] { reference, reference.Replace("-", ""), reference[2..], reference[..^1] })
            (await reviewer.FindAsync(typed)).ShouldBe([address], typed);
        (await reviewer.FindAsync("varning björkens ledsagning")).ShouldBe([address]);
        (await reviewer.FindAsync(number[..^1])).ShouldContain(address);
        // The whole number is the review's, in whose ärende the sanction is.
        (await reviewer.FindAsync(number)).ShouldBe([$"/granskningar/{scene.Review.Id}"]);
        var secretary = await world.SomebodyAsync(Role.BoardSecretary, ConcernApp.Social);
        foreach (var other in new[]
        {
            secretary, await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder),
            await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social),
            await world.SomebodyAsync(Role.Registrar, ConcernApp.Social),
            await world.SomebodyAsync(Role.Procurement, ConcernApp.Social),
        })
            foreach (var typed in new[] { reference, number, "björkens ledsagning" })
                (await other.FindAsync(typed)).ShouldNotContain(address, typed);

        await new ReviewDriver(declared, scene.Review.Id).DoAsync(
            "declare-conflict", new { reason = "Min bror arbetar där." }, HttpStatusCode.NoContent);
        (await declared.FindAsync(reference)).ShouldBeEmpty();
        (await declared.FindAsync("varning björkens")).ShouldBeEmpty();

        await scene.WriteAsync();
        await scene.DoAsync("hear", new { waived = true, reason = "Brådskar." });
        await scene.DoAsync("submit", new { meeting = SanctionApp.Meeting });
        (await secretary.FindAsync(number)).ShouldContain(address, "what the board has papers about");
        await scene.Review.DoAsync("seal", new { reason = "Misstänkt stöld." });
        (await reviewer.FindAsync(reference)).ShouldBeEmpty();
        (await scene.Reviewer.FindAsync(reference)).ShouldBe([address]);
    }

    private Task<HttpClient> ReviewerAsync() => world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
}
