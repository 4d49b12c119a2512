namespace Oversight.Settings;

/// <summary>
/// Which sanctions there are, who decides on them, and how long others have to answer. Terms of contract and
/// delegation, not of law: they differ between municipalities and change.
/// </summary>
/// <param name="HearingDays">How long the provider has to answer a proposed sanction; ends on a working day.</param>
/// <param name="ApprovalDays">Within how many days of a meeting its minutes are approved (KL 5:69).</param>
/// <param name="AppealDays">From the announcement to the last day for laglighetsprövning (KL 13:5).</param>
/// <param name="Ladders">One for each form of agreement, and others for an area or an agreement.</param>
public sealed record SanctionRules(
    DateOnly ValidFrom, int HearingDays, int ApprovalDays, int AppealDays, IReadOnlyList<SanctionLadder> Ladders)
{
    /// <summary>The ladder of an agreement: its own, else that of its area (ramavtal), else that of its form.</summary>
    public SanctionLadder? LadderOf(string form, CodeId area, string agreement) => Ladders
        .Where(ladder => ladder.Form == form && (ladder.Area is null || ladder.Area == area)
            && (ladder.Agreement is null || ladder.Agreement == agreement))
        .MaxBy(ladder => (ladder.Agreement is null ? 0 : 2) + (ladder.Area is null ? 0 : 1));
}

/// <summary>sanktionstrappa: the steps that one kind of agreement allows, the mildest first.</summary>
/// <param name="Form">As <see cref="Requirement.Forms"/> names forms of agreement.</param>
/// <param name="Where">Where it stands, in a sentence: "enligt reglementet för kundval".</param>
/// <param name="CanBeAppealed">Whether laglighetsprövning applies to a decision of the board.</param>
/// <param name="AppealText">What the provider is told of its ways to have the decision tried.</param>
public sealed record SanctionLadder(
    string Form, string Where, bool CanBeAppealed, string AppealText, IReadOnlyList<SanctionStep> Steps)
{
    /// <summary>In the title of a tjänsteskrivelse: "inom kundvalet".</summary>
    public required string Within { get; init; }

    /// <summary>The terms, as an attachment is called: "Kundvalsvillkor".</summary>
    public required string TermsAttachment { get; init; }

    /// <summary>Of agreements in one area (ramavtal) alone; null: of all.</summary>
    public CodeId? Area { get; init; }

    /// <summary>Of one agreement alone, by its number; null: of all.</summary>
    public string? Agreement { get; init; }

    public SanctionStep? Find(CodeId id) => Steps.FirstOrDefault(step => step.Id == id);

    /// <summary>
    /// What the system proposes: the mildest step that is above every one taken before and fits the gravest finding;
    /// the last one when all have been taken. Null: nothing fits.
    /// </summary>
    public SanctionStep? Suggest(int gravest, IReadOnlyCollection<CodeId> taken)
    {
        var highest = Steps.Select((step, at) => taken.Contains(step.Id) ? at : -1).DefaultIfEmpty(-1).Max();
        return Steps.Skip(highest + 1).FirstOrDefault(step => step.SeverityFrom <= gravest && !step.IsUrgent)
            ?? (highest >= 0 ? Steps[^1] : null);
    }
}

/// <summary>A step of the ladder.</summary>
/// <param name="Text">"Varning".</param>
/// <param name="Title">Opens the title of the tjänsteskrivelse: "Varning av anordnare".</param>
/// <param name="Sentence">
/// What the decider does, with <c>{part}</c> for the provider and <c>{belopp}</c> for an amount: "varnar {part}".
/// </param>
public sealed record SanctionStep(CodeId Id, string Text, string Title, string Sentence, SanctionEffect Effect)
{
    /// <summary>The delegate who decides; null: the board itself.</summary>
    public Role? DecidedBy { get; init; }

    /// <summary>Of the delegationsordning: "4.12".</summary>
    public string? DelegationPoint { get; init; }

    /// <summary>The lowest gravity of a finding that is a ground for it, 1-4.</summary>
    public int SeverityFrom { get; init; } = 1;

    /// <summary>reklamationsfrist: within how many days of the finding it must be claimed; null: no limit.</summary>
    public int? ClaimDays { get; init; }

    /// <summary>What else must hold, told to whoever proposes it.</summary>
    public string? Condition { get; init; }

    /// <summary>samråd: a kommunjurist has been consulted before it is decided.</summary>
    public bool Consult { get; init; }

    /// <summary>
    /// The delegate may decide on it before a review has come to findings: the safety of customers cannot wait.
    /// </summary>
    public bool AtOnce { get; init; }

    internal bool IsUrgent => Effect == SanctionEffect.Urgent;
}

/// <summary>What a sanction does beyond its words.</summary>
public enum SanctionEffect
{
    /// <summary>vite, prisavdrag, innehållen betalning: an amount that is sent to the economy and settled.</summary>
    [StoredName("amount")]
    Amount,

    /// <summary>stopp för nya kunder</summary>
    [StoredName("stop")]
    Stop,

    /// <summary>uppsägning, hävning, avauktorisation: every customer moves (kundflytt).</summary>
    [StoredName("termination")]
    Termination,

    /// <summary>omedelbar åtgärd, until a day.</summary>
    [StoredName("urgent")]
    Urgent,

    /// <summary>Words alone: erinran, varning, åtgärdskrav.</summary>
    [StoredName("none")]
    None,
}
