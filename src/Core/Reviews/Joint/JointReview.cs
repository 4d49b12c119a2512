using Oversight.Settings;

namespace Oversight.Reviews;

/// <summary>How far the other board has come, as far as this one is told.</summary>
public enum TwinStanding
{
    /// <summary>att starta: nobody there has taken it on.</summary>
    [StoredName("opened")]
    Opened,

    /// <summary>påbörjad: from now on the review is made together.</summary>
    [StoredName("begun")]
    Begun,

    /// <summary>avbruten: this review goes on alone.</summary>
    [StoredName("cancelled")]
    Cancelled,
}

/// <summary>
/// The review that another board (nämnd) makes together with this one. Each board is an authority of its own: what is
/// known of the other's is this and nothing else.
/// </summary>
/// <param name="CaseNumber">The other board's diarienummer; null until it has one.</param>
public sealed record ReviewTwin(Id Review, BoardId Board, TwinStanding Standing, string? CaseNumber)
{
    /// <summary>Whether documents say that the review is made together with the other board.</summary>
    public bool IsTogether => Standing == TwinStanding.Begun;
}

/// <summary>
/// What one board tells the other of a finding (brist): nothing that somebody can be recognised by.
/// </summary>
/// <param name="Number">In the review that it is from.</param>
/// <param name="Requirement">The broken term.</param>
/// <param name="Severity">1 (slight) to 4 (grave).</param>
/// <param name="Affected">
/// How many customers; null when it is not known, or so few that they could be recognised.
/// </param>
/// <param name="Text">Written for the other board.</param>
/// <param name="CaseNumber">diarienummer of the review that it is from, when it had one.</param>
public sealed record SharedFinding(
    int Number, CodeId Requirement, CodeId Category, int Severity, int? Affected, TextReference Text,
    string? CaseNumber);

/// <summary>A finding that the other board has told of.</summary>
/// <param name="TakenAs">The number it has among this review's own findings; null while nobody has taken it up.</param>
public sealed record ReceivedFinding(SharedFinding Shared, DateOnly On, int? TakenAs);

/// <summary>What may go to another board.</summary>
/// <param name="SmallNumber">Fewer customers than this could be recognised (R117).</param>
/// <param name="Reason">Longest reason or text, in characters.</param>
public sealed record JointRules(int SmallNumber, int Reason)
{
    public static JointRules Of(MunicipalitySettings settings) =>
        new(settings.Limits.SmallNumber, settings.Limits.Reason);

    internal int? Told(int? affected) => affected > 0 && affected < SmallNumber ? null : affected;
}
