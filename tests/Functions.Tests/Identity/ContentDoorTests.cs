using Oversight.Functions.Identity;
using Oversight.Functions.Tests.Web;
using Oversight.Functions.Web;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Identity;

/// <summary>
/// Every role, of the right and of the wrong board, looks for every content behind every door there is. Who reads what
/// stands here once more in full, so that a change of the content table is a change of this test too.
/// </summary>
public sealed class ContentDoorTests(ContentWorld world) : IClassFixture<ContentWorld>
{
    private static readonly Dictionary<Role, string> Expected = new()
    {
        [Role.CaseOfficer] = "",
        [Role.QualityDeveloper] =
            "plan-draft plan-paper plan-annex concern concern-reporter concern-case-reference concern-decision review "
                + "review-paper survey-summary",
        [Role.UnitManager] =
            "plan-draft plan-paper plan-annex concern concern-reporter concern-decision review review-paper "
                + "survey-summary",
        [Role.ProcessOwner] = "plan-draft plan-paper plan-annex concern concern-decision review review-paper "
                + "survey-summary",
        [Role.BoardSecretary] = "plan-paper review-paper survey-summary",
        [Role.Registrar] = "plan-paper (plan-draft) (plan-annex) (concern-decision) (review) review-paper "
                + "survey-summary",
        [Role.MedicallyResponsible] =
            "plan-paper concern concern-reporter concern-case-reference concern-decision review review-paper "
                + "survey-summary",
        [Role.Procurement] = "",
        [Role.Administrator] = "",
    };

    public static TheoryData<Role> Roles => [.. RoleNames.All];

    [Fact]
    public void The_table_says_what_is_written_here() =>
        RoleNames.All.ShouldAllBe(
            role => ContentClass.All.All(content => ContentTable.Find(role, content) == Grade(role, content)));

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_door_gives_each_role_what_it_reads_and_no_more(Role role)
    {
        var surprises = new List<string>();
        foreach (var board in AppFixture.AllBoards)
        {
            using var client = await world.App.SignInAsync($"{role}-{board}", role, board);
            var user = new SignedInUser(
                "x", "x", new HashSet<Role> { role }, new HashSet<BoardId> { new(board) });
            foreach (var door in world.Doors)
            {
                var grade = board == ContentWorld.Board ? Grade(role, door.Content) : Functions.Identity.Grade.Nothing;
                var isOpen = grade >= door.Needs && Access.Allows(user, Gate(door.Function));
                using var response = await client.GetAsync(door.Path, TestContext.Current.CancellationToken);
                var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                var isGiven = (int)response.StatusCode < 400
                    && (door.Shows is null || body.Contains(door.Shows, StringComparison.Ordinal));
                if (isGiven != isOpen)
                    surprises.Add(
                        $"{role} of {board}: {door.Path} {(isGiven ? "gives" : "keeps")} {door.Content} "
                            + $"({(int)response.StatusCode})");
            }
        }

        surprises.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task No_address_there_is_gives_a_word_more(Role role)
    {
        var surprises = new List<string>();
        foreach (var board in AppFixture.AllBoards)
        {
            using var client = await world.App.SignInAsync($"{role}-{board}-alla", role, board);
            foreach (var path in RouteTable.All.Where(route => route.Methods.Contains("GET")).SelectMany(world.PathsOf))
            {
                using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
                var told =
                    $"{response.Headers.Location} "
                        + $"{await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
                surprises.AddRange(world.Marks
                    .Where(mark =>
                        told.Replace(path, "", StringComparison.Ordinal).Contains(mark.Text, StringComparison.Ordinal))
                    .Where(mark =>
                        (board == ContentWorld.Board
                            ? Grade(role, mark.Content)
                            : Functions.Identity.Grade.Nothing) < mark.Needs)
                    .Select(mark => $"{role} of {board}: {path} tells {mark.Content}"));
            }
        }

        surprises.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ContentWorld.InTheReview)]
    [InlineData(ContentWorld.InTheConcern)]
    public async Task Whoever_has_a_conflict_of_interest_finds_every_door_closed_and_a_colleague_none(string user)
    {
        using var inConflict = await world.ReaderAsync(user);
        using var colleague = await world.ReaderAsync("kollega");
        var surprises = new List<string>();
        world.ClosedDoors(user).Count().ShouldBeGreaterThan(15);
        foreach (var door in world.ClosedDoors(user))
        {
            if (await IsGivenAsync(inConflict, door))
                surprises.Add($"{door.Path} gives {door.Content} to whoever is in conflict");
            if (!await IsGivenAsync(colleague, door))
                surprises.Add($"{door.Path} keeps {door.Content} from a colleague");
        }

        foreach (var path in RouteTable.All.Where(route => route.Methods.Contains("GET")).SelectMany(world.PathsOf))
        {
            using var response = await inConflict.GetAsync(path, TestContext.Current.CancellationToken);
            var told =
                $"{response.Headers.Location} "
                    + $"{await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
            surprises.AddRange(world.ClosedMarks(user)
                .Where(mark =>
                    told.Replace(path, "", StringComparison.Ordinal).Contains(mark, StringComparison.Ordinal))
                .Select(mark => $"{path} tells {mark}"));
        }

        surprises.ShouldBeEmpty();
    }

    private static async Task<bool> IsGivenAsync(HttpClient client, ContentDoor door)
    {
        using var response = await client.GetAsync(door.Path, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (int)response.StatusCode < 400
            && (door.Shows is null || body.Contains(door.Shows, StringComparison.Ordinal));
    }

    private static Grade Grade(Role role, ContentClass content) => Expected[role].Split(' ') switch
    {
        var words when words.Contains(content.Value) => Functions.Identity.Grade.Content,
        var words when words.Contains($"({content})") => Functions.Identity.Grade.Metadata,
        _ => Functions.Identity.Grade.Nothing,
    };

    private static Permission Gate(string function) =>
        ((FunctionAccess.Needs)RouteTable.All.Single(route => route.Function == function).Access).Permission;
}
