namespace Oversight.Settings;

/// <summary>What stands at the head of every governing or generated document of a board (R1-R3).</summary>
/// <param name="DiaryNumberPattern">
/// Regular expression that a diarienummer of the board matches; there is no national format.
/// </param>
/// <param name="DiaryNumberExample">Shown beside the field.</param>
/// <param name="DecidedBy">beslutsinstans.</param>
/// <param name="ResponsibleBody">ansvarigt politiskt organ.</param>
/// <param name="ProcessOwner">ansvarig processägare.</param>
/// <param name="Unit">The unit of those who sign for the board; null: the board alone stands under their names.</param>
/// <param name="Address">The address block, line by line.</param>
/// <param name="Arms">
/// A PNG file in the folder of the settings; null: the municipality's name stands in the place of its coat of arms.
/// </param>
public sealed record DocumentHead(
    BoardId Board, string DiaryNumberPattern, string DiaryNumberExample, string DecidedBy, string ResponsibleBody,
    string ProcessOwner, string? Unit = null, IReadOnlyList<string>? Address = null, string? Arms = null);

/// <summary>Bounds on what people write and attach; all lengths in characters, all sizes in bytes.</summary>
/// <param name="SmallNumber">
/// Counts of people or concerns below this stand as <c>enstaka</c> or <c>flertalet</c> outside internal pages.
/// </param>
public sealed record Limits(
    int Name, int ShortText, int LongText, int Reason, int AttachmentBytes, int Attachments, int ImportBytes,
    int ImportRows, int SmallNumber)
{
    /// <summary>
    /// What people are called, in the forms that a number stands before, where a small number is not written (R117).
    /// </summary>
    public IReadOnlyList<string> PersonWords { get; init; } = [];
}

/// <summary>How one form of agreement is spoken of. <paramref name="Form"/> is its stable code.</summary>
/// <param name="Form"><c>kundval</c>, <c>lou</c>, <c>overenskommelse</c> or <c>direktupphandling</c> (R21-R24).</param>
/// <param name="PartyWord">What the other party is called under it: anordnare, utförare, egen produktion.</param>
/// <param name="MeasureWord">What a measure against it is called: sanktion, or åtgärdskrav for own production.</param>
public sealed record AgreementFormWording(
    CodeId Form, string Text, string PartyWord, string PartiesWord, string MeasureWord, string? Help = null);
