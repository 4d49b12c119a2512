using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Sanctions;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Sanctions;

/// <summary>Sanctions of the board and of a delegate, seen by everybody, at every step.</summary>
public sealed class SanctionDoorTests(SanctionApp world) : IClassFixture<SanctionApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_role_can_do_what_is_theirs_and_reads_no_more_than_the_papers_that_it_has()
    {
        var scene = await world.ProposedAsync("varning");
        await ExpectAsync(scene, "proposed", secretary: false, procurement: false);
        await TryAllAsync(scene, "write-paper withdraw");
        await scene.WriteAsync();
        await TryAllAsync(scene, "write-paper hear withdraw");
        await scene.DoAsync("hear", new { waived = true, reason = "Brådskar." });
        await scene.DoAsync("submit", new { meeting = SanctionApp.Meeting });
        await ExpectAsync(scene, "submitted", secretary: true, procurement: false);
        await TryAllAsync(scene, "withdraw", secretary: "record-chair-decision");
        await world.AtAsync(SanctionApp.Meeting);
        await scene.ByAsync(
            Role.BoardSecretary, "record-board-decision", new { outcome = "granted", paragraph = "§ 9" });
        await ExpectAsync(scene, "decided", secretary: true, procurement: true);
        await TryAllAsync(
            scene, "note-court conclude", secretary: "approve-minutes attach-minutes");
    }

    [Fact]
    public async Task Another_board_a_handlaggare_and_whoever_is_in_conflict_find_nothing()
    {
        var scene = await world.ProposedAsync("varning");
        await scene.WriteAsync();
        foreach (var (role, board) in new[]
        {
            (Role.QualityDeveloper, ConcernApp.Elder), (Role.UnitManager, ConcernApp.Elder),
            (Role.BoardSecretary, ConcernApp.Elder), (Role.CaseOfficer, ConcernApp.Social),
            (Role.Registrar, ConcernApp.Social), (Role.Administrator, ConcernApp.Social),
        })
        {
            var somebody = await world.SomebodyAsync(role, board);
            using var read = await somebody.GetAsync($"/api/v1/sanctions/{scene.Sanction.Id}", Cancellation);
            read.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{role} of {board}");
        }

        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        await new ReviewDriver(chief, scene.Review.Id).ReadAsync();
        var declared = new ReviewDriver(chief, scene.Review.Id);
        await declared.ReadAsync();
        using (var jav = await declared.TryAsync("declare-conflict", new { reason = "Min bror är chef där." }))
            jav.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using (var read = await chief.GetAsync($"/sanktioner/{scene.Sanction.Id}", Cancellation))
            read.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await chief.GetPageAsync("/sanktioner")).Body!.InnerHtml.ShouldNotContain(scene.Sanction.Id);
    }

    [Fact]
    public async Task What_is_sealed_is_handed_to_nobody()
    {
        var scene = await world.ProposedAsync("varning");
        await scene.WriteAsync();
        await scene.DoAsync("hear", new { waived = true, reason = "Brådskar." });
        await scene.Review.DoAsync("seal", new { reason = "Misstänkt brott." });
        (await scene.RefusedAsync("submit", new { meeting = SanctionApp.Meeting }))
            .ShouldContain("sanction.is-sealed");
        var other = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        (await other.GetPageAsync("/sanktioner")).Body!.InnerHtml.ShouldNotContain(scene.Sanction.Id);
        using var read = await other.GetAsync($"/api/v1/sanctions/{scene.Sanction.Id}", Cancellation);
        read.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>Who reads it now; the others are refused.</summary>
    private async Task ExpectAsync(SanctionScene scene, string when, bool secretary, bool procurement)
    {
        foreach (var (role, isSeen) in new[]
        {
            (Role.QualityDeveloper, true), (Role.UnitManager, true), (Role.ProcessOwner, true),
            (Role.MedicallyResponsible, true), (Role.BoardSecretary, secretary), (Role.Procurement, procurement),
        })
        {
            var somebody = await world.SomebodyAsync(role, ConcernApp.Social);
            using var read = await somebody.GetAsync($"/api/v1/sanctions/{scene.Sanction.Id}", Cancellation);
            read.StatusCode.ShouldBe(isSeen ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{role}, {when}");
            (await somebody.GetPageAsync("/sanktioner")).Body!.InnerHtml
                .Contains(scene.Sanction.Id, StringComparison.Ordinal).ShouldBe(isSeen, $"{role}, {when}");
        }
    }

    /// <summary>What the page offers each role, as links.</summary>
    private async Task TryAllAsync(SanctionScene scene, string reviewer, string secretary = "")
    {
        var names = world.App.Services.GetRequiredService<IEnumerable<Operation<OpenSanction>>>()
            .ToDictionary(operation => operation.Name.Segment, operation => operation.Name.Name);
        foreach (var role in RoleNames.All.Where(role => role != Role.Administrator))
        {
            var by = role == Role.QualityDeveloper
                ? scene.Reviewer
                : await world.SomebodyAsync(role, ConcernApp.Social);
            using var page = await by.GetAsync($"/sanktioner/{scene.Sanction.Id}", Cancellation);
            if (page.StatusCode != HttpStatusCode.OK)
                continue;
            var offered = (await page.ReadPageAsync()).QuerySelectorAll("main a[href*='/gor/']")
                .Select(link => names[link.GetAttribute("href")!.Split('/')[^1]]);
            var expected = role switch
            {
                Role.QualityDeveloper => reviewer,
                Role.BoardSecretary => secretary,
                _ => "",
            };
            offered.ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true, $"{role}");
        }
    }
}
