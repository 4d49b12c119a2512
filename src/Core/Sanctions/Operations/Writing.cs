using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Sanctions;

/// <summary>The words of a tjänsteskrivelse as they were typed.</summary>
public sealed record PaperWords
{
    public required WrittenText Summary { get; init; }

    public required WrittenText Matter { get; init; }

    public required WrittenText Economy { get; init; }

    public required WrittenText Group { get; init; }

    public required WrittenText ChildrenWhy { get; init; }

    public required WrittenText AmountBasis { get; init; }

    public required WrittenText Attachments { get; init; }

    public required WrittenText Manager { get; init; }

    public required WrittenText Consulted { get; init; }
}

public abstract partial record SanctionCommand
{
    /// <summary>Writes the tjänsteskrivelse, or writes it anew while nothing has been handed to the decider.</summary>
    /// <param name="Children">Whether children are affected; null: not said, which is refused (R110).</param>
    public sealed record Write(
        PaperWords Words, bool? Children, DateOnly? FinalDate, bool ApprovedAtOnce, int? Amount, SanctionSetup Setup)
        : ByReviewer(Setup)
    {
        internal override Decision<SanctionEvent> DecideFor(Sanction sanction, CommandContext context)
        {
            Refusal[] faults =
            [
                .. TextChecks.Required(Words.Summary, "summary", Setup.LongText),
                .. TextChecks.Required(Words.Matter, "matter", Setup.LongText),
                .. TextChecks.Required(Words.Economy, "economy", Setup.LongText),
                .. SanctionDecider.If(Children is null, SanctionRefusals.ChildrenMissing, "children"),
                .. SanctionDecider.If(
                    Children == true && Words.Group.IsEmpty, SanctionRefusals.GroupMissing, "childGroup"),
                .. TextChecks.Optional(Words.Group, "childGroup", Setup.Reason),
                .. TextChecks.Required(Words.ChildrenWhy, "childrenWhy", Setup.Reason),
                .. DayFaults(sanction, context),
                .. AmountFaults(sanction),
                .. TextChecks.Optional(Words.Attachments, "attachments", Setup.Reason),
                .. TextChecks.Required(Words.Manager, "manager", Setup.Line),
                .. SanctionDecider.If(
                    sanction.Terms.Consult && Words.Consulted.IsEmpty, SanctionRefusals.ConsultMissing, "consulted"),
                .. TextChecks.Optional(Words.Consulted, "consulted", Setup.Reason),
                .. Setup.SmallNumbers.Check(Words.Summary, "summary"),
                .. Setup.SmallNumbers.Check(Words.Matter, "matter"),
                .. Setup.SmallNumbers.Check(Words.Economy, "economy"),
                .. Setup.SmallNumbers.Check(Words.Group, "childGroup"),
                .. Setup.SmallNumbers.Check(Words.ChildrenWhy, "childrenWhy"),
                .. Setup.SmallNumbers.Check(Words.AmountBasis, "amountBasis"),
            ];
            return Decision.Unless<SanctionEvent>(faults, () => new SanctionEvent.PaperWritten(
                context.Today, new SanctionPaper
                {
                    Summary = Words.Summary.Kept,
                    Matter = Words.Matter.Kept,
                    Economy = Words.Economy.Kept,
                    Children = new ChildConsequences(
                        Children!.Value, Kept(Words.Group), Words.ChildrenWhy.Kept),
                    FinalDate = FinalDate,
                    ApprovedAtOnce = ApprovedAtOnce,
                    Amount = Amount,
                    AmountBasis = Kept(Words.AmountBasis),
                    Attachments = Kept(Words.Attachments),
                    Manager = Words.Manager.Kept,
                    Consulted = Kept(Words.Consulted),
                }));
        }

        private IEnumerable<Refusal> DayFaults(Sanction sanction, CommandContext context)
        {
            if (sanction.Question.Kind == QuestionKind.Lift)
                yield break;
            if (FinalDate is not { } day)
            {
                if (sanction.Terms.Effect is not (SanctionEffect.Amount or SanctionEffect.Termination
                    or SanctionEffect.Urgent))
                    yield return new Refusal(SanctionRefusals.DayMissing, "finalDate");
            }
            else if (day <= context.Today)
            {
                yield return new Refusal(SanctionRefusals.DayPassed, "finalDate");
            }
            else if (sanction.Question.Kind == QuestionKind.Prolong && day <= sanction.FinalDate)
            {
                yield return new Refusal(
                    SanctionRefusals.NotLater, "finalDate", SanctionDecider.Text(sanction.FinalDate.Value));
            }
        }

        private IEnumerable<Refusal> AmountFaults(Sanction sanction)
        {
            var isAmount = sanction.Terms.Effect == SanctionEffect.Amount
                && sanction.Question.Kind == QuestionKind.Impose;
            if (isAmount && Amount is not > 0)
                yield return new Refusal(SanctionRefusals.AmountMissing, "amount");
            if (!isAmount && Amount is not null)
                yield return new Refusal(SanctionRefusals.NoAmount, "amount");
            foreach (var fault in isAmount
                ? TextChecks.Required(Words.AmountBasis, "amountBasis", Setup.Reason)
                : TextChecks.Optional(Words.AmountBasis, "amountBasis", Setup.Reason))
                yield return fault;
        }
    }
}

public abstract partial record SanctionEvent
{
    public sealed record PaperWritten(DateOnly On, SanctionPaper Paper) : ToProposed(On)
    {
        internal override Sanction Change(Sanction sanction) =>
            sanction with { Question = sanction.Question with { Paper = Paper } };
    }
}
