using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Tests.Web;
using Oversight.Functions.Web;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Identity;

/// <summary>
/// Every role, with every choice of boards, asks for every route over HTTP. What each role may stands here once more in
/// full, so that a change of the permission table is a change of this test too.
/// </summary>
public sealed class RoleBoardRouteTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Everywhere = "ReadOwnStartPage ";
    private const string Reporter = "ReportConcern ReadOwnConcerns ReadRegister ";

    // Permissions for every board | permissions for the person's own boards.
    private static readonly Dictionary<Role, string> Expected = new()
    {
        [Role.CaseOfficer] = Everywhere + Reporter + "|ReadAssignments DoAssignments",
        [Role.QualityDeveloper] = Everywhere + Reporter
            + "ExportRegister |ExportConcerns ExportMatters "
            + "ReadConcerns AssessConcern ReadRisk JudgeRisk ReadPlan DraftPlan ReadReviews Review AccountForReviews "
            + "ArrangeSubstitution ReadDocuments ReadAssignments ReadSanctions ReadDialogues LeadDialogues ReadSurveys "
            + "RunSurveys",
        [Role.UnitManager] = Everywhere + Reporter
            + "ExportRegister |ExportConcerns ExportMatters "
            + "ReadWeeklyList ReadConcerns DecideTriggeredReview ReadRisk ReadPlan ReadReviews CancelReview "
            + "UnsealReview "
            + "AccountForReviews ArrangeSubstitution ReadDocuments ReadAssignments ReadSanctions DecideSanctions "
            + "SettleCharges DecideReferrals ReadDialogues ReadSurveys",
        [Role.ProcessOwner] = Everywhere + Reporter
            + "ExportRegister |ExportConcerns ExportMatters "
            + "ReadWeeklyList ReadConcerns DecideTriggeredReview ReadRisk JudgeRisk ReadPlan DraftPlan AdoptPlan "
            + "ReadReviews "
            + "ReadDocuments ReadAssignments ReadSanctions DecideSanctions DecideReferrals ReadDialogues ReadSurveys",
        [Role.BoardSecretary] = Everywhere + "|ReadPlan ReadDocuments ReadSanctions RecordDecisions",
        [Role.Registrar] = Everywhere + "ReadRegister|ReadDocuments RegisterDocuments",
        [Role.MedicallyResponsible] = Everywhere + Reporter
            + "|ReadConcerns AssessConcern ReadRisk ReadPlan ReadReviews ReadSanctions ReadDialogues ReadSurveys",
        [Role.Procurement] = Everywhere + "ReadRegister ExportRegister|EditRegister ReadSanctions SettleCharges",
        [Role.Administrator] = Everywhere + "ReadRegister ExportRegister EditRegister Administer|",
    };

    private static readonly string[][] Choices =
        [[], ["socialnamnden"], ["aldrenamnden"], ["socialnamnden", "aldrenamnden"]];

    public static TheoryData<Role> Roles => [.. RoleNames.All];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_route_answers_each_role_and_board_as_the_table_says(Role role)
    {
        var surprises = new List<string>();
        foreach (var boards in Choices)
        {
            var client = await app.SignInAsync($"{role}-{boards.Length}", [role], boards);
            foreach (var (route, method, path, permission) in Asked())
            {
                using var response = await client.SendAsync(Request(method, path, route),
                    TestContext.Current.CancellationToken);
                if (Surprise(role, boards, permission, method, path, response.StatusCode) is { } surprise)
                    surprises.Add(
                        $"{role} [{string.Join(' ', boards)}] {method} {path} ({route.Function}): "
                            + $"{(int)response.StatusCode}, {surprise}");
            }
        }

        surprises.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_gets_past_the_gate()
    {
        var surprises = new List<string>();
        foreach (var (route, method, path, permission) in Asked().Where(asked => asked.Permission is not null))
        {
            using var response = await app.Anonymous()
                .SendAsync(Request(method, path, route), TestContext.Current.CancellationToken);
            // Whoever posts a form gets it back instead of being sent away.
            var expected = permission == Permission.AnswerByLink
                ? AskedForCode(method)
                : route.IsApi || method == "POST" ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect;
            if (response.StatusCode != expected)
                surprises.Add($"{method} {path}: {(int)response.StatusCode}");
        }

        surprises.ShouldBeEmpty();
    }

    /// <summary>No role of the staff comes in where a svarslänk is needed: they are asked for its code.</summary>
    private static HttpStatusCode AskedForCode(string method) =>
        method == "POST" ? HttpStatusCode.Unauthorized : HttpStatusCode.SeeOther;

    private static string? Surprise(
        Role role, string[] boards, Permission? needed, string method, string path, HttpStatusCode status)
    {
        if ((int)status >= 500)
            return "failed";
        if (needed is not { } permission)
            return null;
        if (permission == Permission.AnswerByLink)
            return status == AskedForCode(method) ? null : "a link is needed";
        var isAllowed = IsAllowed(role, boards, permission);
        var isForbidden = status == HttpStatusCode.Forbidden;
        if (status is HttpStatusCode.Unauthorized)
            return "not signed in";
        if (!isAllowed)
            return isForbidden ? null : "should be forbidden";

        // A plan that is only drafted is behind an open door for those who read no drafts (ContentDoorTests).
        if (isForbidden && permission == Permission.ReadPlan
            && role is Role.BoardSecretary or Role.MedicallyResponsible)
            return null;

        // Beyond the gate the function itself refuses the board in its address.
        var isOtherBoard = Everyone(role).Split(' ').All(name => name != permission.ToString())
            && AppFixture.AllBoards.FirstOrDefault(board => path.Split('/').Contains(board)) is { } asked
            && !boards.Contains(asked);
        return isForbidden == isOtherBoard || (isOtherBoard && status == HttpStatusCode.NotFound) ? null
            : isOtherBoard ? "another board's" : "should be allowed";
    }

    private static bool IsAllowed(Role role, string[] boards, Permission permission) =>
        Everyone(role).Split(' ').Contains(permission.ToString())
        || (boards.Length > 0 && Expected[role].Split('|')[1].Split(' ').Contains(permission.ToString()));

    private static string Everyone(Role role) => Expected[role].Split('|')[0];

    /// <summary>Every route, and one that takes operations by name once for each of them.</summary>
    private IEnumerable<(FunctionRoute Route, string Method, string Path, Permission? Permission)> Asked() =>
        from route in RouteTable.All
        from address in Samples.PathsOf(route, app.Services.GetRequiredService<OperationTable>())
        from method in route.Methods
        select (route, method, address.Path, address.Permission);

    private static HttpRequestMessage Request(string method, string path, FunctionRoute route) =>
        new(new HttpMethod(method), path)
        {
            Content = method is "GET" or "HEAD" or "OPTIONS" ? null
                : route.IsApi ? new StringContent("{}", Encoding.UTF8, "application/json")
                : new FormUrlEncodedContent([]),
        };
}
