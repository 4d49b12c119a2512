using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Sets what the review looks at and how, or changes it with a reason (R34, R42). What has been judged stays in it.
    /// </summary>
    public sealed record SetScope(
        IReadOnlyList<CodeId> Requirements, IReadOnlyList<CodeId> Methods, DateOnly? VisitOn, bool Announced,
        WrittenText Why, ReviewSetup Setup) : ByReviewer
    {
        /// <summary>Of the day of the command; null: the register does not know the unit.</summary>
        public UnitTerms? Unit { get; init; }

        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            // In the order of the checklist, whatever order they were sent in.
            IReadOnlyList<CodeId> requirements =
            [
                .. Setup.Rules.Requirements.Select(requirement => requirement.Id)
                    .Where(id => Requirements.Contains(id) || review.JudgementOf(id) is not null),
            ];
            Refusal[] faults =
            [
                .. ReviewDecider.If(Requirements.Count == 0, ReviewRefusals.NoRequirements, "requirements"),
                .. ReviewDecider.If(
                    Requirements.Any(id => Setup.Rules.Find(id) is null), ReviewRefusals.UnknownCode, "requirements"),
                .. NotForUnit(review),
                .. ReviewDecider.If(Methods.Count == 0, ReviewRefusals.NoMethods, "methods"),
                .. ReviewDecider.If(
                    Methods.Any(code => !Setup.Methods.Has(code, context.Today)), ReviewRefusals.UnknownCode,
                    "methods"),
                .. ReviewDecider.If(VisitOn < review.StartedOn, ReviewRefusals.DayTooEarly, "visitOn"),
                .. TextChecks.Required(Why, "reason", Setup.Reason),
            ];
            return Decision.Unless<ReviewEvent>(faults, () => new ReviewEvent.ScopeSet(
                context.Today, new ReviewScope(requirements, [.. Methods.Distinct()], VisitOn, Announced, Why.Kept)));
        }

        /// <summary>What has been judged stays, whatever agreement the unit has got since.</summary>
        private IEnumerable<Refusal> NotForUnit(Review review) => Unit is not { } unit
            ? []
            : Setup.Rules.Requirements
                .Where(requirement => Requirements.Contains(requirement.Id)
                    && review.JudgementOf(requirement.Id) is null)
                .GroupBy(requirement => unit.WhyNot(requirement, Setup.Rules), requirement => requirement.Id.Value)
                .Where(group => group.Key is not null)
                .Select(group => new Refusal(group.Key!, "requirements", string.Join(", ", group)));
    }

    /// <summary>Records the visit as it was.</summary>
    public sealed record RecordVisit(
        DateOnly? VisitedOn, WrittenText Participants, WrittenText Notes, ReviewSetup Setup) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.Happened(VisitedOn, review.StartedOn!.Value, context, "visitedOn"),
                    .. TextChecks.Required(Participants, "participants", Setup.Reason),
                    .. TextChecks.Required(Notes, "notes", Setup.LongText),
                ],
                () => new ReviewEvent.Visited(context.Today,
                    new ReviewVisit(VisitedOn!.Value, Participants.Kept, Notes.Kept)));
    }
}

public abstract partial record ReviewEvent
{
    public sealed record ScopeSet(DateOnly On, ReviewScope Scope) : ToOpened(On)
    {
        internal override ReviewStatus? Leads => ReviewStatus.Underway;

        internal override Review Change(Review review) => review with { Scope = Scope, Reading = null };
    }

    public sealed record Visited(DateOnly On, ReviewVisit Visit) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with { Visit = Visit };
    }
}
