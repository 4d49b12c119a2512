using Oversight.Reviews;

namespace Oversight.Sanctions;

public abstract partial record SanctionCommand
{
    /// <summary>
    /// Brings about what the reviewers have proposed in the review. By the system, in their name; asked again, nothing
    /// happens.
    /// </summary>
    public sealed record Propose(SanctionProposal Proposal) : SanctionCommand
    {
        internal override Decision<SanctionEvent> Decide(SanctionState state, CommandContext context) =>
            state.Sanction is null
                ? new SanctionEvent.Proposed(context.Today, Proposal)
                : Decision.Accept<SanctionEvent>();
    }

    /// <summary>
    /// Brings about the omedelbar åtgärd that the delegate has decided on in the review. By the system, which decides
    /// nothing: the decision, with who made it, stands in the review. Asked again, nothing happens.
    /// </summary>
    public sealed record TakeAtOnce(SanctionProposal Proposal, TextReference Measure, DateOnly Until)
        : SanctionCommand
    {
        internal override Decision<SanctionEvent> Decide(SanctionState state, CommandContext context) =>
            state.Sanction is null
                ? new SanctionEvent.TakenAtOnce(context.Today, Proposal, Measure, Until)
                : Decision.Accept<SanctionEvent>();
    }

    /// <summary>Says that a day has come. By the system.</summary>
    /// <param name="What">Of <see cref="SanctionAwaiting"/>.</param>
    public sealed record Remind(string What) : SanctionCommand
    {
        internal override Decision<SanctionEvent> Decide(SanctionState state, CommandContext context) =>
            SanctionAwaiting.Of(state).Due(context.Today)
                .Any(step => step.What == What && step.Name == Waiting.WaitingStep.RemindName)
                ? new SanctionEvent.Reminded(context.Today, What)
                : Decision.Accept<SanctionEvent>();
    }
}

/// <summary>What is proposed.</summary>
public sealed record SanctionProposal(
    Id ReviewId, ReviewedUnit Unit, SanctionTerms Terms, IReadOnlyList<CodeId> Services,
    IReadOnlyList<int> Findings, TextReference Grounds, string ProposedBy);

public abstract partial record SanctionEvent
{
    public sealed record Proposed(DateOnly On, SanctionProposal Proposal) : SanctionEvent(On)
    {
        internal override SanctionState Apply(SanctionState state) => new(
            SanctionStatus.Drafting,
            new Sanction(
                Proposal.ReviewId, Proposal.Unit, Proposal.Terms, Proposal.Services, Proposal.Findings,
                Proposal.Grounds, Proposal.ProposedBy, On)
            {
                Question = new SanctionQuestion(1, QuestionKind.Impose, On),
            });
    }

    /// <summary>Decided by the delegate at once, without the provider being heard first.</summary>
    public sealed record TakenAtOnce(DateOnly On, SanctionProposal Proposal, TextReference Measure, DateOnly Until)
        : SanctionEvent(On)
    {
        internal override SanctionState Apply(SanctionState state) => new(
            SanctionStatus.InForce,
            new Sanction(
                Proposal.ReviewId, Proposal.Unit, Proposal.Terms, Proposal.Services, Proposal.Findings,
                Proposal.Grounds, Proposal.ProposedBy, On)
            {
                IsAtOnce = true,
                InForceSince = On,
                Until = Until,
                Measure = Measure,
                Hearings = 1,
                Question = new SanctionQuestion(1, QuestionKind.Impose, On)
                {
                    Hearing = new SanctionHearing(1, On, null, Proposal.Grounds),
                    Decision = new SanctionDecision(DecisionRoute.Delegate, DecisionOutcome.Granted, On)
                    {
                        Words = Proposal.Grounds,
                        Until = Until,
                        Measure = Measure,
                    },
                },
            });
    }

    public sealed record Reminded(DateOnly On, string What) : ToProposed(On)
    {
        internal override Sanction Change(Sanction sanction) =>
            sanction with { Reminded = [.. sanction.Reminded.Union([What])] };
    }
}
