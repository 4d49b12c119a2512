using System.Net;
using Azure.Data.Tables;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Search;

/// <summary>
/// Concerns, reviews and what is written of them: found by those whose own pages they are, and nobody else.
/// </summary>
public sealed class MatterSearchTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_concern_is_found_by_its_reference_by_its_board_and_its_reporter()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter);
        var reference = Oversight.Id.FromValue(id).Reference('S');
        var assessor = await AssessorAsync();
        string[] found = [$"/synpunkter/arende/{id}"];

        foreach (var typed in new[]
        {
            reference, reference.ToLowerInvariant(), reference.Replace("-", ""), reference[2..],
            reference.Replace('0', 'O'), reference.Replace("-", " "), reference[..^1],
        })
        {
            (await assessor.FindAsync(typed)).ShouldBe(found, typed);
            (await reporter.FindAsync(typed)).ShouldBe(found, typed);
        }

        foreach (var (role, board) in new[]
        {
            (Role.CaseOfficer, ConcernApp.Social), (Role.QualityDeveloper, ConcernApp.Elder),
            (Role.BoardSecretary, ConcernApp.Social), (Role.Registrar, ConcernApp.Social),
            (Role.Procurement, ConcernApp.Social), (Role.Administrator, ConcernApp.Social),
        })
            (await (await world.SomebodyAsync(role, board)).FindAsync(reference)).ShouldBeEmpty($"{role} {board}");
    }

    [Fact]
    public async Task A_reporter_finds_their_own_by_the_unit_and_not_those_of_others()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var other = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter);

        (await reporter.FindAsync("björkens ledsagning"))
            .ShouldBe([$"/enheter/{world.Unit}", $"/synpunkter/arende/{id}"]);
        (await other.FindAsync("björkens ledsagning")).ShouldBe([$"/enheter/{world.Unit}"]);
    }

    [Fact]
    public async Task Neither_what_was_written_nor_an_arendereferens_finds_a_concern_or_is_in_the_index()
    {
        var (word, errand) = (Unique.Word(), $"ref{Unique.Word()}");
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter, new
        {
            unitId = world.Unit,
            service = "ledsagarservice",
            text = $"Ledsagaren {word} kom inte.",
            occurred = "2027-01-12",
            consequence = "ej-verkstalld",
            caseReference = errand,
            registeredFor = $"Kollegan {word}",
        });
        var assessor = await AssessorAsync();
        using (var assessed = await ConcernApp.AssessAsync(
            assessor, id, ConcernApp.Assessment(reason: $"Skälet är {word}.")))
            await assessed.ExpectAsync(HttpStatusCode.OK);

        foreach (var client in new[] { reporter, assessor })
        {
            (await client.FindAsync(word)).ShouldBeEmpty();
            (await client.FindAsync(errand)).ShouldBeEmpty();
        }

        var views = new TableClient(world.App.StorageConnectionString, "views");
        var read = 0;
        await foreach (var row in views.QueryAsync<TableEntity>(
            "PartitionKey ge 'found-' and PartitionKey lt 'found.'"))
        {
            read++;
            $"{row.RowKey} {row.GetString("D0")}".ShouldNotContain(word, Case.Insensitive);
        }

        read.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_concern_that_is_moved_is_found_by_its_new_board_and_no_longer_by_the_old()
    {
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        var reference = Oversight.Id.FromValue(id).Reference('S');
        var (old, next) = (await AssessorAsync(), await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder));
        using (var moved = await ReviewDriver.SendAsync(
            old, $"/api/v1/concerns/{id}/actions/move",
            new { unitId = world.ElderUnit.Value, reason = "Fel nämnd." }, 1))
            await moved.ExpectAsync(HttpStatusCode.NoContent);

        (await old.FindAsync(reference)).ShouldBeEmpty();
        (await next.FindAsync(reference)).ShouldBe([$"/synpunkter/arende/{id}"]);
    }

    [Fact]
    public async Task A_sealed_concern_is_found_by_those_inside_and_its_reporter_alone()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter);
        var reference = Oversight.Id.FromValue(id).Reference('S');
        var (sealer, colleague) = (await AssessorAsync(), await AssessorAsync());
        (await colleague.FindAsync(reference)).ShouldHaveSingleItem();
        using (var done = await ReviewDriver.SendAsync(
            sealer, $"/api/v1/concerns/{id}/actions/seal", new { reason = "Misstänkt stöld." }, 1))
            await done.ExpectAsync(HttpStatusCode.OK);

        (await colleague.FindAsync(reference)).ShouldBeEmpty();
        (await colleague.FindAsync(reference[..^2])).ShouldBeEmpty();
        (await sealer.FindAsync(reference)).ShouldHaveSingleItem();
        (await reporter.FindAsync(reference)).ShouldHaveSingleItem();
        (await (await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social)).FindAsync(reference))
            .ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_review_and_its_papers_are_found_by_reference_diarienummer_and_unit_until_they_are_closed()
    {
        var id = await ReviewDriver.TriggerAsync(world);
        var reviewer = await AssessorAsync();
        var driver = new ReviewDriver(reviewer, id);
        await driver.DoAsync("start");
        using var registrar = await world.SomebodyAsync(Role.Registrar, ConcernApp.Social);
        await registrar.OpenCaseAsync(id, "SOCN 2027-07391");
        var address = $"/granskningar/{id}";
        var reference = Oversight.Id.FromValue(id).Reference('G');

        foreach (var typed in new[]
        {
            reference, reference.Replace('0', 'o'), "SOCN 2027-07391", "socn2027-0739", "07391",
        })
            (await reviewer.FindAsync(typed)).ShouldBe([address], typed);
        (await reviewer.FindAsync("björkens ledsagning")).ShouldContain(address);
        var (colleague, declared) = (await AssessorAsync(), await AssessorAsync());
        (await colleague.FindAsync("07391")).ShouldBe([address]);
        foreach (var (role, board) in new[]
        {
            (Role.CaseOfficer, ConcernApp.Social), (Role.QualityDeveloper, ConcernApp.Elder),
            (Role.Registrar, ConcernApp.Social), (Role.BoardSecretary, ConcernApp.Social),
        })
            (await (await world.SomebodyAsync(role, board)).FindAsync("07391")).ShouldNotContain(address);

        await new ReviewDriver(declared, id).DoAsync(
            "declare-conflict", new { reason = "Min bror arbetar där." }, HttpStatusCode.NoContent);
        (await declared.FindAsync("07391")).ShouldBeEmpty();
        (await declared.FindAsync("björkens ledsagning")).ShouldNotContain(address);

        await driver.DoAsync("seal", new { reason = "Misstänkt stöld." });
        (await colleague.FindAsync("07391")).ShouldBeEmpty();
        (await reviewer.FindAsync("07391")).ShouldBe([address]);
    }

    [Fact]
    public async Task A_document_is_found_by_its_diarienummer_by_those_who_may_know_of_it()
    {
        var id = await ReviewDriver.TriggerAsync(world);
        var concern = (await (await AssessorAsync()).GetPageAsync($"/granskningar/{id}"))
            .QuerySelector("main a[href^='/synpunkter/arende/']")!.GetAttribute("href")!;
        using var registrar = await world.SomebodyAsync(Role.Registrar, ConcernApp.Social);
        var document = (await (await AssessorAsync()).GetPageAsync(concern))
            .QuerySelector("main a[href^='/dokument/']")!.GetAttribute("href")!.Split('/')[2];
        using (var registered = await (await registrar.GetFormAsync(
            $"/dokument/{document}/gor/diariefor", "form[action$=diariefor]"))
            .With("number", "SOCN 2027-08642").SubmitAsync())
            await registered.ExpectAsync(HttpStatusCode.SeeOther);

        (await registrar.FindAsync("SOCN 2027-08642")).ShouldBe([$"/dokument/{document}"]);
        (await (await AssessorAsync()).FindAsync("08642")).ShouldBe([$"/dokument/{document}"]);
        foreach (var (role, board) in new[]
        {
            (Role.CaseOfficer, ConcernApp.Social), (Role.BoardSecretary, ConcernApp.Social),
            (Role.QualityDeveloper, ConcernApp.Elder),
        })
            (await (await world.SomebodyAsync(role, board)).FindAsync("08642")).ShouldBeEmpty($"{role} {board}");
    }

    private Task<HttpClient> AssessorAsync() => world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
}
