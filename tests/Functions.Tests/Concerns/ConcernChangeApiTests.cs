using System.Net;
using System.Net.Http.Json;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

[Collection(nameof(ConcernApp))]
public class ConcernChangeApiTests(ConcernApp world)
{
    [Fact]
    public async Task A_concern_is_moved_and_leaves_the_callers_boards_without_a_word_more()
    {
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var within = await SendAsync(assessor, id, "move", new
        {
            unitId = world.OtherUnit,
            reason = "Fel enhet."
        });
        await within.ExpectAsync(HttpStatusCode.OK);
        (await within.ReadJsonAsync())["unit"]!["unitId"]!.GetValue<string>().ShouldBe(world.OtherUnit.Value);
        within.Headers.ETag!.Tag.ShouldBe("\"v2\"");
        using var away = await SendAsync(assessor, id, "move", new { unitId = world.ElderUnit, reason = "Fel nämnd." },
            2);
        away.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var gone = await SendAsync(assessor, id, "move", new { unitId = world.Unit, reason = "Ändrade mig." }, 3);
        gone.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_concern_about_an_unknown_provider_is_linked_to_the_unit_and_moved_back_to_words()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter, new
        {
            unknownProvider = "Firman utan namn",
            board = ConcernApp.Social,
            service = "ledsagarservice",
            text = $"Kom inte. {Unique.Word()}",
            occurred = "2027-01-12",
            consequence = "ej-verkstalld",
        });
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        using var unknown = await SendAsync(assessor, id, "link-to-unit", new { unitId = "finns-inte" });
        (await unknown.CodesAsync()).ShouldBe(["unitId:concern.unit-not-found"]);
        using var other = await SendAsync(assessor, id, "link-to-unit", new { unitId = world.ElderUnit });
        (await other.CodesAsync()).ShouldBe(["unitId:concern.other-board-is-a-move"]);
        using var linked = await SendAsync(assessor, id, "link-to-unit", new { unitId = world.Unit });
        await linked.ExpectAsync(HttpStatusCode.OK);
        using var back = await SendAsync(
            assessor, id, "move", new
            {
                unknownProvider = "En annan firma",
                board = ConcernApp.Social,
                reason = "Det var inte de."
            }, 2);
        (await back.ReadJsonAsync())["unknownProvider"]!.GetValue<string>().ShouldBe("En annan firma");
    }

    [Fact]
    public async Task Concerns_of_one_board_are_linked_by_reference_or_id_and_unlinked()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var (id, other) = (await world.ReportAsync(reporter), await world.ReportAsync(reporter));
        var foreign = await world.ReportAsync(reporter, new
        {
            unitId = world.ElderUnit,
            service = "hemtjanst",
            text = $"Hemtjänsten uteblev. {Unique.Word()}",
            occurred = "2027-01-12",
            consequence = "ej-verkstalld",
        });
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var reference = Id.FromValue(other).Reference('S').ToLowerInvariant()
            .Replace("-", "", StringComparison.Ordinal);
        using var linked = await SendAsync(assessor, id, "link", new { concern = reference, kind = "duplicate" });
        (await linked.ReadJsonAsync())["links"]![0]!["other"]!.GetValue<string>().ShouldBe(other);
        using var notTold = await SendAsync(assessor, id, "link", new { concern = foreign, kind = "sameEvent" }, 2);
        (await notTold.CodesAsync()).ShouldBe(["concern:concern.unknown-concern"]);
        using var noKind = await SendAsync(assessor, id, "link", new { concern = other }, 2);
        (await noKind.CodesAsync()).ShouldBe(["kind:concern.link-kind-required"]);
        using var unlinked = await SendAsync(assessor, id, "unlink", new { concern = other }, 2);
        (await unlinked.ReadJsonAsync())["links"]!.AsArray().ShouldBeEmpty();
        using var again = await SendAsync(assessor, id, "unlink", new { concern = other }, 3);
        (await again.CodesAsync()).ShouldBe(["concern:concern.not-linked"]);
    }

    [Fact]
    public async Task A_reporter_corrects_what_is_said_and_leaves_the_rest_and_withdraws()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter, world.Concern("Det hände på en måndag."));
        using var corrected = await SendAsync(reporter, id, "correct", new
        {
            text = "Det hände på en fredag.",
            reason = "Fel dag."
        });
        var now = await corrected.ReadJsonAsync();
        now["text"]!.GetValue<string>().ShouldBe("Det hände på en fredag.");
        now["consequence"]!.GetValue<string>().ShouldBe("ej-verkstalld");
        using var nothing = await SendAsync(reporter, id, "correct", new { reason = "Inget." }, 2);
        (await nothing.CodesAsync()).ShouldBe([":concern.nothing-to-correct"]);
        using var unreadable = await SendAsync(reporter, id, "correct", new { occurred = "i fredags", reason = "Dag." },
            2);
        (await unreadable.CodesAsync()).ShouldBe(["occurred:concern.date-unreadable"]);
        using var withdrawn = await SendAsync(reporter, id, "withdraw", new { reason = "Löste sig." }, 2);
        (await withdrawn.ReadJsonAsync())["status"]!.GetValue<string>().ShouldBe("withdrawn");
    }

    [Fact]
    public async Task Words_are_masked_for_everybody()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter, world.Concern("Kunden Hemligsson väntade."));
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        using var absent = await SendAsync(assessor, id, "mask", new { words = "Finnsinte", reason = "Namn." });
        (await absent.CodesAsync()).ShouldBe(["words:concern.words-not-found"]);
        using var masked = await SendAsync(assessor, id, "mask", new
        {
            words = "Hemligsson",
            reason = "Kundens namn."
        });
        await masked.ExpectAsync(HttpStatusCode.OK);
        (await masked.Content.ReadAsStringAsync(ConcernApp.Cancellation)).ShouldNotContain("Hemligsson");
        (await reporter.GetStringAsync($"/api/v1/concerns/{id}", ConcernApp.Cancellation))
            .ShouldNotContain("Hemligsson");
    }

    [Fact]
    [Trait("Requirement", "R41")]
    public async Task The_enhetschef_decides_once_and_the_decision_is_read_by_the_reporter()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter);
        var manager = await world.SomebodyAsync(Role.UnitManager);
        using var early = await SendAsync(manager, id, "decide", new { approved = true, reason = "För tidigt." });
        (await early.CodesAsync()).ShouldBe([":concern.not-in-this-state"]);
        using var proposed = await ConcernApp.AssessAsync(
            await world.SomebodyAsync(Role.QualityDeveloper), id,
            ConcernApp.Assessment("proposeTriggeredReview", "Flera om samma sak."));
        await proposed.ExpectAsync(HttpStatusCode.OK);
        using var unreasoned = await SendAsync(manager, id, "decide", new { }, 2);
        (await unreasoned.CodesAsync())
            .ShouldBe(["approved:concern.decision-required", "reason:concern.reason-required"], ignoreOrder: true);
        var (body, key) = (new { approved = true, reason = "Enheten bör granskas.", scopeHint = "Bemanning" },
            Guid.NewGuid().ToString("N"));
        using var decided = await SendAsync(manager, id, "decide", body, 2, key);
        await decided.ExpectAsync(HttpStatusCode.OK);
        using var repeated = await SendAsync(manager, id, "decide", body, 2, key);
        await repeated.ExpectAsync(HttpStatusCode.OK);
        using var read = await reporter.GetAsync($"/api/v1/concerns/{id}/decision", ConcernApp.Cancellation);
        (await read.ReadJsonAsync())["scopeHint"]!.GetValue<string>().ShouldBe("Bemanning");
    }

    [Fact]
    public async Task A_change_needs_the_version_that_was_read_and_the_right_to_it()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter);
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        using var blind = await SendAsync(assessor, id, "move", new
        {
            unitId = world.OtherUnit,
            reason = "Utan att ha läst."
        }, version: null);
        blind.StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        using var moved = await SendAsync(assessor, id, "move", new
        {
            unitId = world.OtherUnit,
            reason = "Rätt enhet."
        });
        await moved.ExpectAsync(HttpStatusCode.OK);
        using var late = await SendAsync(assessor, id, "mask", new { words = "Ledsagaren", reason = "Sent." });
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await late.ReadJsonAsync())["current"]!["unit"]!["unitId"]!.GetValue<string>().ShouldBe(world.OtherUnit.Value);
        using var notTheirs = await SendAsync(await world.SomebodyAsync(Role.CaseOfficer), id, "withdraw",
            new { reason = "Inte min." }, 2);
        notTheirs.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var notTheAssessors = await SendAsync(assessor, id, "withdraw", new { reason = "Inte min." }, 2);
        notTheAssessors.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var notTheChefs = await SendAsync(await world.SomebodyAsync(Role.UnitManager), id, "move",
            new { unitId = world.Unit, reason = "Nej." }, 2);
        notTheChefs.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_form_that_does_not_say_what_its_writer_saw_changes_nothing()
    {
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        foreach (var (page, segment) in new[] { ("", "/gor/bedom"), ("/gor/flytta", "/gor/flytta") })
        {
            var form = (await assessor.GetFormAsync($"/synpunkter/arende/{id}{page}")).With("_version", "");
            using var answer = await form.With("reason", "Utan version.").SubmitAsync();
            answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired, segment);
        }

        using var untouched = await assessor.GetAsync($"/api/v1/concerns/{id}", ConcernApp.Cancellation);
        untouched.Headers.ETag!.Tag.ShouldBe("\"v1\"");
    }

    [Fact]
    public async Task The_inbox_leads_from_a_reference_to_its_concern()
    {
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        var reference = Id.FromValue(id).Reference('S');
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        foreach (var typed in new[]
            { reference, reference.ToLowerInvariant(), reference.Replace('-', ' '), reference.Replace('0', 'O') })
        {
            using var found = await assessor.GetAsync($"/synpunkter/inkorg?sok={Uri.EscapeDataString(typed)}",
                ConcernApp.Cancellation);
            found.Headers.Location!.ToString().ShouldBe($"/synpunkter/arende/{id}");
        }

        var other = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder);
        using var notTheirs = await other.GetAsync($"/synpunkter/inkorg?sok={reference}", ConcernApp.Cancellation);
        notTheirs.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, string id, string operation, object body, int? version = 1, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/concerns/{id}/actions/{operation}")
        {
            Content = JsonContent.Create(body, options: Oversight.Functions.Storage.StoredJson.Options),
        };
        if (version is { } seen)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"v{seen}\"");
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString("N"));
        return await client.SendAsync(request, ConcernApp.Cancellation);
    }
}
