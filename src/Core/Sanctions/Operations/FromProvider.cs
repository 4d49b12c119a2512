namespace Oversight.Sanctions;

public abstract partial record SanctionCommand
{
    /// <summary>
    /// Takes in what the provider has answered to the proposal by its svarslänk, in its name and as it was written.
    /// What the sanction has no use for any more stays an answer beside it.
    /// </summary>
    /// <param name="Number">Of the hearing.</param>
    public sealed record TakeLinkAnswer(Id AnswerId, DateOnly HandedInOn, int Number, TextReference Answer)
        : SanctionCommand
    {
        internal override Decision<SanctionEvent> Decide(SanctionState state, CommandContext context) =>
            state is
            {
                Status: SanctionStatus.Hearing or SanctionStatus.Submitted,
                Sanction.Question.Hearing: { Until: not null, AnsweredOn: null } hearing
            } && hearing.Number == Number
                ? new SanctionEvent.AnswerTaken(context.Today, HandedInOn, Number, AnswerId, Answer)
                : Decision.Accept<SanctionEvent>();
    }

    /// <summary>Takes in that the provider has confirmed by its link that it has had the underrättelse.</summary>
    /// <param name="Question">The one that the decision is about.</param>
    /// <param name="Who">Who confirmed it, in their own words.</param>
    public sealed record ConfirmReceipt(Id AnswerId, DateOnly ConfirmedOn, int Question, TextReference Who)
        : SanctionCommand
    {
        internal override Decision<SanctionEvent> Decide(SanctionState state, CommandContext context) =>
            state.Sanction?.Questions.FirstOrDefault(question => question.Number == Question)?.Decision
                is { NotifiedOn: not null, ReceivedOn: null }
                ? new SanctionEvent.ReceiptConfirmed(context.Today, ConfirmedOn, Question, AnswerId, Who)
                : Decision.Accept<SanctionEvent>();
    }

    /// <summary>Reminds the provider of what it is asked for. By the system.</summary>
    /// <param name="What">Of <see cref="SanctionAwaiting"/>.</param>
    public sealed record Prompt(string What) : SanctionCommand
    {
        internal override Decision<SanctionEvent> Decide(SanctionState state, CommandContext context) =>
            SanctionAwaiting.Of(state).Due(context.Today)
                .Any(step => step.What == What && step.Name == Waiting.WaitingStep.PromptName)
                ? new SanctionEvent.Prompted(context.Today, What)
                : Decision.Accept<SanctionEvent>();
    }
}

public abstract partial record SanctionEvent
{
    public sealed record AnswerTaken(DateOnly On, DateOnly HandedInOn, int Number, Id AnswerId, TextReference Answer)
        : ToProposed(On)
    {
        internal override Sanction Change(Sanction sanction) => sanction with
        {
            Question = sanction.Question with
            {
                Hearing = sanction.Question.Hearing! with
                {
                    AnsweredOn = HandedInOn,
                    Answer = Answer,
                    AnswerId = AnswerId,
                },
            },
        };
    }

    public sealed record ReceiptConfirmed(
        DateOnly On, DateOnly ConfirmedOn, int Question, Id AnswerId, TextReference Who) : ToProposed(On)
    {
        internal override Sanction Change(Sanction sanction) => sanction.ChangeDecision(
            Question, decision => decision with { ReceivedOn = ConfirmedOn, Receipt = Who });
    }

    public sealed record Prompted(DateOnly On, string What) : ToProposed(On)
    {
        internal override Sanction Change(Sanction sanction) =>
            sanction with { Prompted = [.. sanction.Prompted.Union([What])] };
    }
}
