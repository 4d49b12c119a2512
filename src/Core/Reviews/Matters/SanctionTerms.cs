using Oversight.Settings;

namespace Oversight.Reviews;

/// <summary>
/// The step of the ladder as it was when the sanction was proposed, with what else of the rules it needs.
/// </summary>
public sealed record SanctionTerms
{
    public required CodeId Step { get; init; }

    public required string Text { get; init; }

    public required string Title { get; init; }

    /// <summary>With <c>{part}</c> and <c>{belopp}</c>.</summary>
    public required string Sentence { get; init; }

    public required SanctionEffect Effect { get; init; }

    /// <summary>Null: the board itself.</summary>
    public required Role? DecidedBy { get; init; }

    public required string? DelegationPoint { get; init; }

    /// <summary>A kommunjurist is consulted first.</summary>
    public required bool Consult { get; init; }

    /// <summary>"enligt reglementet för kundval"</summary>
    public required string Where { get; init; }

    /// <summary>"inom kundvalet"</summary>
    public required string Within { get; init; }

    /// <summary>"Kundvalsvillkor"</summary>
    public required string TermsAttachment { get; init; }

    /// <summary>Whether a decision of the board gains laga kraft after the days for laglighetsprövning.</summary>
    public required bool CanBeAppealed { get; init; }

    public required string AppealText { get; init; }

    public required int HearingDays { get; init; }

    public required int ApprovalDays { get; init; }

    public required int AppealDays { get; init; }

    public static SanctionTerms Of(SanctionRules rules, SanctionLadder ladder, SanctionStep step) => new()
    {
        Step = step.Id,
        Text = step.Text,
        Title = step.Title,
        Sentence = step.Sentence,
        Effect = step.Effect,
        DecidedBy = step.DecidedBy,
        DelegationPoint = step.DelegationPoint,
        Consult = step.Consult,
        Where = ladder.Where,
        Within = ladder.Within,
        TermsAttachment = ladder.TermsAttachment,
        CanBeAppealed = ladder.CanBeAppealed,
        AppealText = ladder.AppealText,
        HearingDays = rules.HearingDays,
        ApprovalDays = rules.ApprovalDays,
        AppealDays = rules.AppealDays,
    };
}
