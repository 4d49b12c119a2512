namespace Oversight.Sanctions;

/// <summary>What the tjänsteskrivelse says, as its author left it (R78-R84, R95, R109-R111).</summary>
public sealed record SanctionPaper
{
    /// <summary>sammanfattning, without the author's own view.</summary>
    public required TextReference Summary { get; init; }

    /// <summary>ärendet: background and assessment.</summary>
    public required TextReference Matter { get; init; }

    /// <summary>ekonomiska konsekvenser, for the municipality and others.</summary>
    public required TextReference Economy { get; init; }

    public required ChildConsequences Children { get; init; }

    /// <summary>The day by which everything is to be remedied (R82); null for what has none.</summary>
    public required DateOnly? FinalDate { get; init; }

    /// <summary>omedelbar justering: a point of the decision of its own (R83).</summary>
    public required bool ApprovedAtOnce { get; init; }

    /// <summary>In whole kronor; null unless the step is an amount.</summary>
    public required int? Amount { get; init; }

    /// <summary>How the amount was worked out.</summary>
    public required TextReference? AmountBasis { get; init; }

    /// <summary>Attachments beside the report and the åtgärdsplan, one a line.</summary>
    public required TextReference? Attachments { get; init; }

    /// <summary>The enhetschef who signs (R112).</summary>
    public required TextReference Manager { get; init; }

    /// <summary>What a kommunjurist said; null: none was asked.</summary>
    public required TextReference? Consulted { get; init; }
}

/// <summary>
/// konsekvenser för barn (R110): yes or no, with a reason. Never blank.
/// </summary>
/// <param name="Group">Children, guardians and siblings: a group, never a person; null: none.</param>
public sealed record ChildConsequences(bool Any, TextReference? Group, TextReference Why);

/// <summary>kommunicering of the proposal with the provider.</summary>
/// <param name="Number">From 1 in the sanction.</param>
/// <param name="Until">The last day; null: done without, and <paramref name="Why"/> says why.</param>
public sealed record SanctionHearing(int Number, DateOnly On, DateOnly? Until, TextReference? Why)
{
    /// <summary>When the provider is reminded; null: it is not.</summary>
    public DateOnly? PromptOn { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    public TextReference? Answer { get; init; }

    /// <summary>What the provider handed in itself by svarslänk; null: it was recorded by the reviewers.</summary>
    public Id? AnswerId { get; init; }

    /// <summary>Whether the answer came after the last day for it.</summary>
    public bool CameLate() => AnsweredOn > Until;

    /// <summary>Whether there is anything left to wait for on that day.</summary>
    public bool IsOver(DateOnly today) => Until is not { } until || AnsweredOn is not null || today > until;
}

/// <summary>beslut.</summary>
/// <param name="On">The day of the meeting, or of the decision.</param>
public sealed record SanctionDecision(DecisionRoute Route, DecisionOutcome Outcome, DateOnly On)
{
    /// <summary>paragraf of the minutes: "§ 112"; null for a delegate's.</summary>
    public string? Paragraph { get; init; }

    /// <summary>What was altered, or why it was rejected, referred back or decided by the chair.</summary>
    public TextReference? Words { get; init; }

    /// <summary>ledamots jäv: who took no part, as the minutes say.</summary>
    public TextReference? Conflict { get; init; }

    /// <summary>The final date that was decided.</summary>
    public DateOnly? FinalDate { get; init; }

    /// <summary>The last day of an omedelbar åtgärd; null: the decision is no such.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What an omedelbar åtgärd is; null: the decision is no such.</summary>
    public TextReference? Measure { get; init; }

    /// <summary>justerad; a delegate's decision needs none.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>anslagen: from then on the days for laglighetsprövning run.</summary>
    public DateOnly? PostedOn { get; init; }

    /// <summary>laga kraft: the day after the last one to appeal; null: it has none, or is not known.</summary>
    public DateOnly? FinalOn { get; init; }

    /// <summary>underrättelse</summary>
    public DateOnly? NotifiedOn { get; init; }

    /// <summary>bevis om mottagande</summary>
    public DateOnly? ReceivedOn { get; init; }

    public TextReference? Receipt { get; init; }

    /// <summary>Whether the provider may be told: minutes are approved first.</summary>
    public bool MayBeNotified => Route != DecisionRoute.Board || ApprovedOn is not null;
}

/// <summary>One question to the decider, from its first draft to what became of it.</summary>
/// <param name="Number">From 1 in the sanction.</param>
public sealed record SanctionQuestion(int Number, QuestionKind Kind, DateOnly RaisedOn)
{
    /// <summary>Of the tjänsteskrivelse; each återremiss makes the next.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Why it is raised; for the first question the grounds of the sanction say it.</summary>
    public TextReference? Why { get; init; }

    public SanctionPaper? Paper { get; init; }

    public SanctionHearing? Hearing { get; init; }

    /// <summary>The meeting that its papers are for; null before that, and for a delegate.</summary>
    public DateOnly? Meeting { get; init; }

    /// <summary>återremiss and bordläggning, oldest first.</summary>
    public IReadOnlyList<SanctionDecision> Postponed { get; init; } = [];

    public SanctionDecision? Decision { get; init; }

    /// <summary>protokollsutdrag</summary>
    public IReadOnlyList<SanctionFile> Minutes { get; init; } = [];

    /// <summary>Whether the provider is heard first: what is to its advantage needs no hearing.</summary>
    public bool NeedsHearing => Kind == QuestionKind.Impose;
}
