using System.Net;
using System.Net.Http.Json;
using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Tests.Operations;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

/// <summary>
/// Every role, and the reporter, tries every operation in every state. What each may stands here once more in full, so
/// that a change of an operation's rights or of the table of states is a change of this test too.
/// </summary>
[Collection(nameof(ConcernApp))]
public sealed class ConcernOperationMatrixTests(ConcernApp world)
{
    private const string Handling = "assess correct link mask move seal take unlink";

    private static readonly Dictionary<(string Who, ConcernStatus Status), string> Expected = new()
    {
        [("assessor", ConcernStatus.Received)] = Handling,
        [("assessor", ConcernStatus.Assessed)] = Handling,
        [("assessor", ConcernStatus.AwaitingDecision)] = Handling,
        [("assessor", ConcernStatus.Decided)] = Handling,
        [("assessor", ConcernStatus.Withdrawn)] = "mask seal",
        [("reporter", ConcernStatus.Received)] = "correct withdraw",
        [("reporter", ConcernStatus.Assessed)] = "withdraw",
        [("decider", ConcernStatus.Received)] = "seal",
        [("decider", ConcernStatus.Assessed)] = "seal",
        [("decider", ConcernStatus.AwaitingDecision)] = "decide declare-conflict seal",
        [("decider", ConcernStatus.Decided)] = "seal",
        [("decider", ConcernStatus.Withdrawn)] = "seal",
    };

    private static CancellationToken Cancellation => ConcernApp.Cancellation;

    public static TheoryData<ConcernStatus> Statuses =>
        [ConcernStatus.Received, ConcernStatus.Assessed, ConcernStatus.AwaitingDecision, ConcernStatus.Decided,
            ConcernStatus.Withdrawn];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Every_role_can_do_what_the_table_says_and_nothing_else(ConcernStatus status)
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var (id, version) = await InStateAsync(reporter, status);
        var matrix = new OperationMatrix(
            world.App, ConcernSubject.SubjectName, $"/synpunkter/arende/{id}", $"/api/v1/concerns/{id}", version)
        {
            Wordless = ["take", "put-back"],
        };
        var surprises = new List<string>();
        foreach (var (who, kind) in RoleNames.All.Select(role => (role.ToString(), KindOf(role)))
            .Append(("reporter", "reporter")))
        {
            var client = who == "reporter" ? reporter : await world.SomebodyAsync(Enum.Parse<Role>(who));
            var expected = Expected.GetValueOrDefault((kind, status), "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries);
            surprises.AddRange(await matrix.TryAsync(client, who, expected));
        }

        surprises.ShouldBeEmpty();
        using var untouched = await reporter.GetAsync($"/api/v1/concerns/{id}", Cancellation);
        untouched.Headers.ETag!.Tag.ShouldBe($"\"v{version}\"");
    }

    private static string KindOf(Role role) => role switch
    {
        Role.QualityDeveloper or Role.MedicallyResponsible => "assessor",
        Role.UnitManager => "decider",
        _ => "",
    };

    private async Task<(string Id, int Version)> InStateAsync(HttpClient reporter, ConcernStatus status)
    {
        var id = await world.ReportAsync(reporter);
        if (status is ConcernStatus.Assessed or ConcernStatus.AwaitingDecision or ConcernStatus.Decided)
        {
            var outcome = status == ConcernStatus.Assessed ? "nextDialogue" : "proposeTriggeredReview";
            using var assessed = await ConcernApp.AssessAsync(
                await world.SomebodyAsync(Role.QualityDeveloper), id, ConcernApp.Assessment(outcome));
            await assessed.ExpectAsync(HttpStatusCode.OK);
        }

        if (status == ConcernStatus.Decided)
        {
            using var decided = await CallAsync(
                await world.SomebodyAsync(Role.UnitManager), id, "decide", 2, new
                {
                    approved = false,
                    reason = "Räcker med dialog."
                });
            await decided.ExpectAsync(HttpStatusCode.OK);
        }

        if (status == ConcernStatus.Withdrawn)
        {
            using var withdrawn = await CallAsync(reporter, id, "withdraw", 1, new { reason = "Löste sig." });
            await withdrawn.ExpectAsync(HttpStatusCode.OK);
        }

        return (id, status switch { ConcernStatus.Received => 1, ConcernStatus.Decided => 3, _ => 2 });
    }

    private static async Task<HttpResponseMessage> CallAsync(
        HttpClient client, string id, string operation, int version, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/concerns/{id}/actions/{operation}")
        {
            Content = JsonContent.Create(body ?? new { }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"v{version}\"");
        return await client.SendAsync(request, Cancellation);
    }
}
