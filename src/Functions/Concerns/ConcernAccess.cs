using Oversight.Concerns;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Concerns;

/// <summary>What one person may see of and do with one concern.</summary>
public sealed record ConcernAccess(
    bool IsReporter, bool Reads, bool Assesses, bool Decides, bool SeesReporter, bool ReadsCaseReference)
{
    public bool Any => IsReporter || Reads || Assesses || Decides;

    /// <summary>ärendereferens: for the assessor, and for whoever wrote it.</summary>
    public bool SeesCaseReference => ReadsCaseReference || IsReporter;

    public static ConcernAccess Of(SignedInUser user, ConcernState state, ConcernHashes hashes)
    {
        var file = state.FileOrNone!;
        var isReporter = file.RegisteredByKey == hashes.Reporter(user.UserId)
            && Access.Allows(user, Permission.ReadOwnConcerns);
        // jäv: whoever has declared it neither decides nor reads; nor does anybody outside what is sealed.
        return file.InConflict.Contains(user.UserId)
            || (file.Seal is { } seal
                && SealRow.IsClosedTo(user, file.Board, seal.Inside, ConcernStream.Deputy(state)))
            ? new(isReporter, false, false, false, false, false)
            : ByTable(user, file, isReporter);
    }

    private static ConcernAccess ByTable(SignedInUser user, ConcernFile file, bool isReporter) => new(
        isReporter,
        ContentAccess.Reads(user, ContentClass.Concern, file.Board),
        Access.Allows(user, Permission.AssessConcern, file.Board),
        Access.Allows(user, Permission.DecideTriggeredReview, file.Board),
        ContentAccess.Reads(user, ContentClass.ConcernReporter, file.Board),
        ContentAccess.Reads(user, ContentClass.ConcernCaseReference, file.Board));
}
