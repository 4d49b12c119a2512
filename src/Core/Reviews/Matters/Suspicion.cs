using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Reviews;

/// <summary>
/// överlämnande as it is proposed: to whom, by which law, exactly what, what is masked, and the weighing (R73).
/// </summary>
public sealed record ReferralProposal
{
    public required CodeId? Recipient { get; init; }

    public required CodeId? Ground { get; init; }

    /// <summary>Kinds of data.</summary>
    public required IReadOnlyList<CodeId> Data { get; init; }

    /// <summary>Exactly which fields and documents.</summary>
    public required WrittenText Fields { get; init; }

    public required WrittenText Masked { get; init; }

    /// <summary>Why, and how the interests weigh.</summary>
    public required WrittenText Weighing { get; init; }

    /// <summary>Somebody says that the crime has a minimum penalty of six months or more.</summary>
    public required bool SixMonths { get; init; }

    public ReferralContent Kept => new()
    {
        Recipient = Recipient!.Value,
        Ground = Ground!.Value,
        Data = Data,
        Fields = Fields.Kept,
        Masked = Masked.KeptOrNone(),
        Weighing = Weighing.Kept,
        SixMonths = SixMonths,
    };
}

/// <summary>What of a proposal stands in the record.</summary>
public sealed record ReferralContent
{
    public required CodeId Recipient { get; init; }

    public required CodeId Ground { get; init; }

    public required IReadOnlyList<CodeId> Data { get; init; }

    public required TextReference Fields { get; init; }

    public required TextReference? Masked { get; init; }

    public required TextReference Weighing { get; init; }

    public required bool SixMonths { get; init; }
}

/// <summary>What may be handed over to whom, by which law.</summary>
/// <param name="Longest">Of a text, in characters.</param>
public sealed record ReferralRules(CodeList Recipients, CodeList Grounds, CodeList Data, int Longest)
{
    public static ReferralRules Of(MunicipalitySettings settings) => new(
        settings.Codes(CodeLists.ReferralRecipients), settings.Codes(CodeLists.ReferralGrounds),
        settings.Codes(CodeLists.ReferralData), settings.Limits.LongText);

    internal IReadOnlyList<Refusal> Faults(ReferralProposal proposal, DateOnly day)
    {
        var recipient = Find(Recipients, proposal.Recipient, day);
        var ground = Find(Grounds, proposal.Ground, day);
        return
        [
            .. ReviewDecider.Code(proposal.Recipient, Recipients, day, "recipient"),
            .. ReviewDecider.Code(proposal.Ground, Grounds, day, "ground"),
            .. ReviewDecider.If(
                recipient is not null && ground is not null && !Fits(ground, recipient),
                ReviewRefusals.OtherRecipients, "ground"),
            .. ReviewDecider.If(proposal.Data.Count == 0, ReviewRefusals.CodeMissing, "data"),
            .. proposal.Data.Where(code => !Data.Has(code, day)).Take(1)
                .Select(_ => new Refusal(ReviewRefusals.UnknownCode, "data")),
            .. ReviewDecider.If(
                ground?.IsMarked(ReferralMarks.NoClients) == true && proposal.Data.Any(IsOfClients),
                ReviewRefusals.ClientsBySecrecy, "data"),
            .. ReviewDecider.If(
                ground?.IsMarked(ReferralMarks.SixMonths) == true && !proposal.SixMonths,
                ReviewRefusals.PenaltyUnconfirmed, "sixMonths"),
            .. TextChecks.Required(proposal.Fields, "fields", Longest),
            .. TextChecks.Optional(proposal.Masked, "masked", Longest),
            .. TextChecks.Required(proposal.Weighing, "weighing", Longest),
        ];
    }

    private static bool Fits(Code ground, Code recipient) =>
        new[] { ReferralMarks.Crime, ReferralMarks.Payments }.Where(ground.IsMarked).ToList() is var asked
        && (asked.Count == 0 || asked.Any(recipient.IsMarked));

    private bool IsOfClients(CodeId data) =>
        Data.Codes.Any(code => code.Id == data && code.IsMarked(ReferralMarks.Clients));

    private static Code? Find(CodeList list, CodeId? id, DateOnly day) =>
        list.On(day).FirstOrDefault(code => code.Id == id);
}

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Proposes that data are handed over to another authority: by a reviewer or the enhetschef, at any time.
    /// </summary>
    public sealed record ProposeReferral(Id Referral, ReferralProposal Proposal, ReferralRules Rules) : OnOpened
    {
        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context) =>
            !review.IsReviewer(context) && context.Actor.Role != Role.UnitManager
                ? new Refusal(ReviewRefusals.NotAReviewer)
                : Decision.Unless<ReviewEvent>(
                    Rules.Faults(Proposal, context.Today),
                    () => new ReviewEvent.ReferralProposed(context.Today, Referral, Proposal.Kept));
    }

    /// <summary>
    /// Says that something the review announced was taken back before it came to anything: it answers for nothing. By
    /// the system; what is unknown or has ended changes nothing.
    /// </summary>
    public sealed record WithdrawMatter(Id Matter) : ReviewCommand
    {
        internal override Decision<ReviewEvent> Decide(ReviewState state, CommandContext context) =>
            state.Review?.Matters.Any(matter => matter.Id == Matter && matter.IsOpen) == true
                ? new ReviewEvent.MatterWithdrawn(context.Today, Matter)
                : Decision.Accept<ReviewEvent>();
    }
}

public abstract partial record ReviewEvent
{
    /// <summary>Somebody is to decide whether data are handed over. Its own stream goes on from here.</summary>
    public sealed record ReferralProposed(DateOnly On, Id Referral, ReferralContent Content) : Announcing(On)
    {
        internal override ReviewMatter Matter => new(MatterKind.Referral, Referral, On);
    }

    public sealed record MatterWithdrawn(DateOnly On, Id Matter) : ToOpened(On)
    {
        internal override Review Change(Review review) =>
            review with { Matters = [.. review.Matters.Where(known => known.Id != Matter)] };
    }
}
