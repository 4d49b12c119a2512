using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Local.Host;

namespace Oversight.Functions.Tests.Identity;

public sealed class PermissionTableTests
{
    private static readonly BoardId Social = new("socialnamnden");
    private static readonly BoardId Elderly = new("aldrenamnden");
    private static readonly HashSet<BoardId> Known = [Social, Elderly];

    [Fact]
    public void Every_role_has_a_start_page() =>
        RoleNames.All.ShouldAllBe(role => PermissionTable.Find(role, Permission.ReadOwnStartPage) == Reach.EveryBoard);

    [Fact]
    public void The_system_is_no_person_and_has_no_permissions() =>
        Enum.GetValues<Permission>().ShouldAllBe(permission => PermissionTable.Find(Role.System, permission) == null);

    [Theory]
    [InlineData(Permission.ReadConcerns)]
    [InlineData(Permission.AssessConcern)]
    [InlineData(Permission.ReadDocuments)]
    public void An_administrator_has_no_part_in_what_a_concern_says(Permission permission) =>
        PermissionTable.Find(Role.Administrator, permission).ShouldBeNull();

    [Theory]
    [InlineData(Permission.ReadConcerns)]
    [InlineData(Permission.ReadRisk)]
    [InlineData(Permission.ReadPlan)]
    [InlineData(Permission.Administer)]
    public void A_case_officer_reports_and_reads_their_own_and_nothing_more(Permission permission) =>
        PermissionTable.Find(Role.CaseOfficer, permission).ShouldBeNull();

    [Fact]
    [Trait("Requirement", "R3")]
    public void Only_the_process_owner_adopts_a_plan() =>
        RoleNames.All.Where(role => PermissionTable.Find(role, Permission.AdoptPlan) is not null)
            .ShouldBe([Role.ProcessOwner]);

    [Fact]
    [Trait("Requirement", "R41")]
    public void Only_the_unit_manager_and_the_substitute_of_the_settings_decide_on_a_triggered_review()
    {
        var folder = Path.Combine(RepositoryRoot.Find(), "settings", "nacka");
        var substitutes = SettingsReader.Read(SettingsReader.ReadFolder(folder)).Settings.TriggeredReviewRules
            .Select(rules => rules.Substitute);

        RoleNames.All.Where(role => PermissionTable.Find(role, Permission.DecideTriggeredReview) is not null)
            .ShouldBe([Role.UnitManager, .. substitutes.Distinct()]);
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public void What_belongs_to_a_board_is_read_by_those_who_work_for_it()
    {
        var user = Somebody([Role.QualityDeveloper], [Social]);

        Access.Allows(user, Permission.ReadConcerns, Social).ShouldBeTrue();
        Access.Allows(user, Permission.ReadConcerns, Elderly).ShouldBeFalse();
        Access.Boards(user, Permission.ReadConcerns).ShouldBe([Social]);
    }

    [Fact]
    public void The_register_is_read_across_boards() =>
        Access.Boards(Somebody([Role.QualityDeveloper], [Social]), Permission.ReadRegister).ShouldBe([Elderly, Social]);

    [Fact]
    public void Without_a_board_a_role_reaches_nothing_that_belongs_to_one()
    {
        var user = Somebody([Role.QualityDeveloper], []);

        Access.Allows(user, Permission.ReadConcerns).ShouldBeFalse();
        Access.Allows(user, Permission.ReportConcern).ShouldBeTrue();
    }

    [Fact]
    public void A_board_that_does_not_exist_is_out_of_reach_for_everybody() =>
        Access.Allows(Somebody([.. RoleNames.All], [Social]), Permission.ReadRegister, new BoardId("byggnadsnamnden"))
            .ShouldBeFalse();

    [Fact]
    public void Two_roles_may_together_what_each_of_them_may()
    {
        var user = Somebody([Role.Procurement, Role.QualityDeveloper], [Social]);

        Access.ActingRole(user, Permission.EditRegister, Social).ShouldBe(Role.Procurement);
        Access.ActingRole(user, Permission.AssessConcern, Social).ShouldBe(Role.QualityDeveloper);
        Should.Throw<InvalidOperationException>(() => Access.ActingRole(user, Permission.AdoptPlan, Social));
    }

    [Fact]
    public void Every_role_has_a_claim_and_a_title_of_its_own()
    {
        var roles = Enum.GetValues<Role>().Except([Role.System, Role.Provider]).ToList();

        RoleNames.All.ShouldBe(roles, ignoreOrder: true);
        roles.Select(RoleNames.Claim).ShouldBeUnique();
        roles.Select(RoleNames.Title).ShouldBeUnique();
        roles.Select(role => RoleNames.TryParse(RoleNames.Claim(role), out var parsed) ? parsed : Role.System)
            .ShouldBe(roles);
    }

    private static SignedInUser Somebody(Role[] roles, BoardId[] boards) =>
        new("1", "Eva Ek", roles.ToHashSet(), boards.ToHashSet()) { KnownBoards = Known };
}
