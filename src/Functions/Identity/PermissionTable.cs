using static Oversight.Functions.Identity.Permission;
using static Oversight.Functions.Identity.Reach;

namespace Oversight.Functions.Identity;

/// <summary>How far a permission reaches.</summary>
public enum Reach
{
    /// <summary>Matters of the boards the person works for: each board is an authority of its own (R2).</summary>
    OwnBoards,

    /// <summary>
    /// Matters of every board: the register is shared, and a concern may be reported about any provider.
    /// </summary>
    EveryBoard,
}

/// <summary>
/// Role x permission x reach, in one place. What is not in it is not allowed.
/// <para>
/// <see cref="ExportMatters"/> is one permission for all lists of matters, as what a workbook holds follows from the
/// page it is taken from: the same rows by the same rights, in the boards where the person may take lists out. Concerns
/// have their own, as they are told by people. Those have it who account for what is done; not whoever reads single
/// matters, as the secretary or inköp.
/// </para>
/// </summary>
public static class PermissionTable
{
    private static readonly Dictionary<Role, Dictionary<Permission, Reach>> Table = new()
    {
        [Role.CaseOfficer] = Staff((ReadAssignments, OwnBoards), (DoAssignments, OwnBoards)),
        [Role.QualityDeveloper] = Staff(
            (ExportConcerns, OwnBoards), (ExportMatters, OwnBoards), (ExportRegister, EveryBoard),
            (ReadConcerns, OwnBoards), (AssessConcern, OwnBoards), (ReadRisk, OwnBoards), (ReadPlan, OwnBoards),
            (JudgeRisk, OwnBoards),
            (DraftPlan, OwnBoards), (ReadReviews, OwnBoards), (Review, OwnBoards), (AccountForReviews, OwnBoards),
            (ReadSanctions, OwnBoards), (ReadSurveys, OwnBoards), (RunSurveys, OwnBoards),
            (ArrangeSubstitution, OwnBoards), (ReadDocuments, OwnBoards),
            (ReadDialogues, OwnBoards), (LeadDialogues, OwnBoards),
            (ReadAssignments, OwnBoards)),
        [Role.UnitManager] = Staff(
            (ExportConcerns, OwnBoards), (ExportMatters, OwnBoards), (ExportRegister, EveryBoard),
            (ReadWeeklyList, OwnBoards),
            (ReadConcerns, OwnBoards), (DecideTriggeredReview, OwnBoards), (ReadRisk, OwnBoards), (ReadPlan, OwnBoards),
            (ReadReviews, OwnBoards), (CancelReview, OwnBoards), (UnsealReview, OwnBoards),
            (ReadSanctions, OwnBoards), (DecideSanctions, OwnBoards), (SettleCharges, OwnBoards),
            (DecideReferrals, OwnBoards), (ReadDialogues, OwnBoards), (ReadSurveys, OwnBoards),
            (AccountForReviews, OwnBoards), (ArrangeSubstitution, OwnBoards), (ReadDocuments, OwnBoards),
            (ReadAssignments, OwnBoards)),
        [Role.ProcessOwner] = Staff(
            (ExportConcerns, OwnBoards), (ExportMatters, OwnBoards), (ExportRegister, EveryBoard),
            (ReadWeeklyList, OwnBoards),
            (ReadConcerns, OwnBoards), (DecideTriggeredReview, OwnBoards), (ReadRisk, OwnBoards), (ReadPlan, OwnBoards),
            (JudgeRisk, OwnBoards),
            (DraftPlan, OwnBoards), (AdoptPlan, OwnBoards), (ReadReviews, OwnBoards), (ReadDocuments, OwnBoards),
            (ReadSanctions, OwnBoards), (DecideSanctions, OwnBoards),
            (DecideReferrals, OwnBoards), (ReadDialogues, OwnBoards), (ReadSurveys, OwnBoards),
            (ReadAssignments, OwnBoards)),
        [Role.MedicallyResponsible] = Staff(
            (ReadConcerns, OwnBoards), (AssessConcern, OwnBoards), (ReadRisk, OwnBoards), (ReadPlan, OwnBoards),
            (ReadReviews, OwnBoards), (ReadSanctions, OwnBoards), (ReadDialogues, OwnBoards),
            (ReadSurveys, OwnBoards)),
        [Role.BoardSecretary] = Only(
            (ReadPlan, OwnBoards), (ReadDocuments, OwnBoards), (ReadSanctions, OwnBoards),
            (RecordDecisions, OwnBoards)),
        [Role.Registrar] = Only((ReadRegister, EveryBoard), (ReadDocuments, OwnBoards), (RegisterDocuments, OwnBoards)),
        [Role.Procurement] = Only(
            (ReadRegister, EveryBoard), (ExportRegister, EveryBoard), (EditRegister, OwnBoards),
            (ReadSanctions, OwnBoards),
            (SettleCharges, OwnBoards)),
        // Comes in by a svarslänk alone; no sign-in gives this role.
        [Role.Provider] = new() { [AnswerByLink] = OwnBoards },
        // Runs the system; has no part in what a concern says.
        [Role.Administrator] = Only(
            (ReadRegister, EveryBoard), (ExportRegister, EveryBoard), (EditRegister, EveryBoard),
            (Administer, EveryBoard)),
    };

    /// <summary>
    /// How far the permission reaches for somebody in that role; null when the role does not have it.
    /// </summary>
    public static Reach? Find(Role role, Permission permission) =>
        Table.TryGetValue(role, out var permissions)
            && permissions.TryGetValue(permission, out var reach) ? reach : null;

    private static Dictionary<Permission, Reach> Staff(params (Permission, Reach)[] more) =>
        Only([(ReportConcern, EveryBoard), (ReadOwnConcerns, EveryBoard), (ReadRegister, EveryBoard), .. more]);

    private static Dictionary<Permission, Reach> Only(params (Permission Permission, Reach Reach)[] permissions)
    {
        var row = permissions.ToDictionary(entry => entry.Permission, entry => entry.Reach);
        row.Add(ReadOwnStartPage, EveryBoard);
        return row;
    }
}
