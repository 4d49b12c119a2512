using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Reviews;
using Oversight.Functions.Tests.Concerns;
using Oversight.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>
/// Every role, and the ansvarig granskare, tries every operation in every state; what each may stands here once more in
/// full.
/// </summary>
public sealed class ReviewMatrixTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private const string Member = "join take-over declare-conflict";

    private const string Outside = " seal raise-ivo-question propose-referral open-move";

    /// <summary>What the delegate may decide before there is a report, and after.</summary>
    private const string AtOnce = " take-urgent-measure";

    private static readonly Dictionary<ReviewStatus, (string Lead, string Developer, string Manager)> Expected = new()
    {
        [ReviewStatus.ToStart] = (
            "start declare-conflict", "start declare-conflict", "declare-conflict cancel propose-referral" + AtOnce),
        [ReviewStatus.Scoping] = (
            "set-scope attach-source add-concerns join-board declare-conflict pause" + Outside, Member,
            "declare-conflict cancel pause" + Outside + AtOnce),
        [ReviewStatus.Underway] = (
            "set-scope attach-source record-visit judge note-interview add-photos add-finding change-finding "
                + "ask-supplement communicate add-concerns join-board declare-conflict pause" + Outside, Member,
            "declare-conflict cancel pause" + Outside + AtOnce),
        [ReviewStatus.Communicated] = (
            "attach-source change-finding receive-comment take-back establish declare-conflict pause" + Outside, Member,
            "declare-conflict cancel pause" + Outside + AtOnce),
        [ReviewStatus.Reported] = (
            "change-finding ask-plan set-final-date propose-sanction sum-up correct declare-conflict pause" + Outside,
            Member, "declare-conflict pause" + Outside + AtOnce),
        [ReviewStatus.AwaitingPlan] = (
            "change-finding add-measure approve-plan return-plan set-final-date propose-sanction sum-up correct "
                + "renew-link declare-conflict pause" + Outside,
            Member, "declare-conflict pause" + Outside + AtOnce),
        [ReviewStatus.PlanApproved] = (
            "change-finding close propose-sanction sum-up correct declare-conflict pause" + Outside, Member,
            "declare-conflict pause" + Outside + AtOnce),
        [ReviewStatus.Closed] = ("seal reopen propose-referral", "", "seal reopen propose-referral"),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// Without <see cref="ReviewStatus.Reading"/>, which these settings do not lead to:
    /// <see cref="SecondReaderTests"/>.
    /// </summary>
    public static TheoryData<ReviewStatus> Statuses =>
        [.. Enum.GetValues<ReviewStatus>().Except([ReviewStatus.NotOpened, ReviewStatus.Reading])];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Every_role_can_do_what_the_table_says_and_nothing_else(ReviewStatus status)
    {
        var lead = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(lead, await ReviewDriver.TriggerAsync(world));
        await AdvanceAsync(world, driver, status);
        (await driver.ReadAsync())["status"]!.GetValue<string>()
            .ShouldBe(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(status.ToString()));
        (await TryAllAsync(world, lead, driver, who => ExpectedOf(status, who))).ShouldBeEmpty();
        var before = driver.Version;
        await driver.ReadAsync();
        driver.Version.ShouldBe(before);
    }

    [Fact]
    public async Task A_sealed_review_is_for_its_reviewers_and_the_enhetschef_and_nothing_goes_out_from_it()
    {
        var lead = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(lead, await ReviewDriver.TriggerAsync(world));
        await AdvanceAsync(world, driver, ReviewStatus.AwaitingPlan);
        await driver.DoAsync("seal", new { reason = "Misstänkt stöld." });
        (await TryAllAsync(world, lead, driver, who => who switch
        {
            null => "change-finding add-measure approve-plan set-final-date sum-up correct declare-conflict pause "
                + "raise-ivo-question propose-referral open-move",
            Role.UnitManager => "declare-conflict unseal pause raise-ivo-question propose-referral open-move",
            _ => "",
        })).ShouldBeEmpty();
    }

    /// <summary>Tries every operation as every role, and as the ansvarig granskare.</summary>
    internal static async Task<IReadOnlyList<string>> TryAllAsync(
        ConcernApp world, HttpClient lead, ReviewDriver driver, Func<Role?, string> expectedOf)
    {
        var surprises = new List<string>();
        foreach (var who in RoleNames.All.Select(role => (Role?)role).Append(null))
        {
            var client = who is { } role ? await world.SomebodyAsync(role, ConcernApp.Social) : lead;
            var expected = expectedOf(who).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var operation in world.App.Services.GetRequiredService<OperationTable>()
                .Of(ReviewSubject.SubjectName))
            {
                using var form = await client.GetAsync($"/granskningar/{driver.Id}/gor/{operation.Name.Segment}",
                    Cancellation);
                var isOffered = form.StatusCode == HttpStatusCode.OK;
                if (isOffered != expected.Contains(operation.Name.Name))
                    surprises.Add(
                        $"{who?.ToString() ?? "Lead"}: the form of {operation.Name.Name} gave {(int)form.StatusCode}");
                // Against a version that there never was, so that nothing is done by asking.
                using var call = await new ReviewDriver(client, driver.Id).TryAsync(operation.Name.Name, version: 999);
                if (call.StatusCode is not (HttpStatusCode.UnprocessableEntity or HttpStatusCode.Forbidden
                    or HttpStatusCode.Conflict)
                    || (form.StatusCode == HttpStatusCode.Forbidden) != (call.StatusCode == HttpStatusCode.Forbidden))
                    surprises.Add(
                        $"{who?.ToString() ?? "Lead"}: calling {operation.Name.Name} gave {(int)call.StatusCode}");
            }
        }

        return surprises;
    }

    private static string ExpectedOf(ReviewStatus status, Role? who) => who switch
    {
        null => Expected[status].Lead,
        Role.QualityDeveloper => Expected[status].Developer,
        Role.UnitManager => Expected[status].Manager,
        Role.ProcessOwner or Role.MedicallyResponsible => status == ReviewStatus.Closed ? "" : "declare-conflict",
        _ => "",
    };

    internal static async Task AdvanceAsync(
        ConcernApp world, ReviewDriver driver, ReviewStatus to, bool isStarted = false)
    {
        (ReviewStatus Reached, string Operation, object Body)[] way =
        [
            (ReviewStatus.Underway, "set-scope", new { requirements = new[] { "kontaktvagar" },
                methods = new[] { "besok" }, reason = "Därför." }),
            (ReviewStatus.Underway, "judge", new { requirement = "kontaktvagar", fulfilment = "notMet", source = "kund",
                evidence = "Nås inte." }),
            (ReviewStatus.Underway, "add-finding", new { requirement = "kontaktvagar", category = "kommunikationsvagar",
                severity = 2, text = "Nås inte." }),
            (ReviewStatus.Communicated, "communicate", new { waived = true, reason = "Brådskar." }),
            (ReviewStatus.Reported, "establish", new { summary = "En brist." }),
            (ReviewStatus.AwaitingPlan, "ask-plan", new { }),
            (ReviewStatus.AwaitingPlan, "add-measure", new { finding = 1, what = "Ny växel", responsible = "Chef",
                due = "2027-06-01" }),
            (ReviewStatus.PlanApproved, "approve-plan", new { reason = "Bra." }),
            (ReviewStatus.PlanApproved, "change-finding", new { number = 1, status = "remedied",
                reason = "Vi ringde." }),
            (ReviewStatus.Closed, "close", ReviewDriver.Closing),
        ];
        if (to >= ReviewStatus.Scoping && !isStarted)
            await driver.StartAsync(world);
        foreach (var (reached, operation, body) in way)
        {
            if (reached > to)
                return;
            await driver.DoAsync(operation, body);
        }
    }
}
