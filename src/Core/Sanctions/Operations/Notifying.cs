using Oversight.Texts;

namespace Oversight.Sanctions;

public abstract partial record SanctionCommand
{
    /// <summary>
    /// Registers when the minutes were approved (justerade) and announced (anslagna). By the secretary; what was
    /// approved at once has its day already.
    /// </summary>
    /// <param name="PostedOn">Null: not announced yet.</param>
    public sealed record ApproveMinutes(DateOnly? ApprovedOn, DateOnly? PostedOn, SanctionSetup Setup) : ByPerson(Setup)
    {
        internal override Decision<SanctionEvent> Decide(Sanction sanction, CommandContext context)
        {
            if (sanction.Question.Decision is not { Route: DecisionRoute.Board, PostedOn: null } decision)
                return new Refusal(SanctionRefusals.NothingToApprove);
            var approved = decision.ApprovedOn ?? ApprovedOn;
            return Decision.Unless<SanctionEvent>(
                [
                    .. SanctionDecider.Happened(approved, context, "approvedOn"),
                    .. SanctionDecider.If(approved < decision.On, SanctionRefusals.BeforeMeeting, "approvedOn"),
                    .. PostedOn is null ? [] : SanctionDecider.Happened(PostedOn, context, "postedOn"),
                    .. SanctionDecider.If(PostedOn < approved, SanctionRefusals.BeforeApproval, "postedOn"),
                    .. SanctionDecider.If(
                        PostedOn is null && decision.ApprovedOn is not null, SanctionRefusals.DayMissing, "postedOn"),
                ],
                () => new SanctionEvent.MinutesApproved(
                    context.Today, approved!.Value, PostedOn,
                    sanction.Terms.CanBeAppealed ? PostedOn?.AddDays(sanction.Terms.AppealDays + 1) : null));
        }
    }

    /// <summary>
    /// Tells the provider of the decision (underrättelse), as the approved paragraph has it; never before it is
    /// approved.
    /// </summary>
    public sealed record Notify(SanctionSetup Setup) : ByReviewer(Setup)
    {
        internal override Decision<SanctionEvent> DecideFor(Sanction sanction, CommandContext context)
        {
            if (Setup.Review.Seal is not null)
                return new Refusal(SanctionRefusals.IsSealed);
            return sanction.Question.Decision switch
            {
                null => new Refusal(SanctionRefusals.NotInThisState, null, "Withdrawn"),
                { MayBeNotified: false } => new Refusal(SanctionRefusals.NotApproved),
                { NotifiedOn: not null } => new Refusal(SanctionRefusals.AlreadyNotified),
                _ => new SanctionEvent.Notified(context.Today),
            };
        }
    }

    /// <summary>Records how it is known that the provider has had the underrättelse.</summary>
    public sealed record RecordReceipt(DateOnly? ReceivedOn, WrittenText How, SanctionSetup Setup) : ByReviewer(Setup)
    {
        internal override Decision<SanctionEvent> DecideFor(Sanction sanction, CommandContext context)
        {
            if (sanction.Question.Decision?.NotifiedOn is not { } notified)
                return new Refusal(SanctionRefusals.NotNotified);
            return Decision.Unless<SanctionEvent>(
                [
                    .. SanctionDecider.Happened(ReceivedOn, context, "on"),
                    .. SanctionDecider.If(ReceivedOn < notified, SanctionRefusals.DayPassed, "on"),
                    .. TextChecks.Required(How, "how", Setup.Line),
                ],
                () => new SanctionEvent.ReceiptRecorded(context.Today, ReceivedOn!.Value, How.Kept));
        }
    }
}

public abstract partial record SanctionEvent
{
    /// <param name="FinalOn">laga kraft; null: it has none, or is not announced.</param>
    public sealed record MinutesApproved(DateOnly On, DateOnly ApprovedOn, DateOnly? PostedOn, DateOnly? FinalOn)
        : ToProposed(On)
    {
        internal override Sanction Change(Sanction sanction) => sanction.ChangeDecision(decision =>
            decision with { ApprovedOn = ApprovedOn, PostedOn = PostedOn, FinalOn = FinalOn });
    }

    public sealed record Notified(DateOnly On) : ToProposed(On)
    {
        internal override Sanction Change(Sanction sanction) =>
            sanction.ChangeDecision(decision => decision with { NotifiedOn = On });
    }

    public sealed record ReceiptRecorded(DateOnly On, DateOnly ReceivedOn, TextReference How) : ToProposed(On)
    {
        internal override Sanction Change(Sanction sanction) =>
            sanction.ChangeDecision(decision => decision with { ReceivedOn = ReceivedOn, Receipt = How });
    }
}
