using Oversight.Concerns;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Concerns;

/// <summary>What one person may see of and do with one concern.</summary>
public sealed record ConcernAccess(bool IsReporter, bool Reads, bool Assesses, bool Decides)
{
    public bool Any => IsReporter || Reads || Assesses || Decides;

    /// <summary>Who reported is shown to those who handle the concern, and to nobody else (OSL 26:5).</summary>
    public bool SeesReporter => Assesses || Decides;

    /// <summary>ärendereferens: for the assessor, and for whoever wrote it.</summary>
    public bool SeesCaseReference => Assesses || IsReporter;

    public static ConcernAccess Of(SignedInUser user, ConcernFile file, ConcernHashes hashes) => new(
        file.RegisteredByKey == hashes.Reporter(user.UserId) && Access.Allows(user, Permission.ReadOwnConcerns),
        Access.Allows(user, Permission.ReadConcerns, file.Board),
        Access.Allows(user, Permission.AssessConcern, file.Board),
        Access.Allows(user, Permission.DecideTriggeredReview, file.Board));
}
