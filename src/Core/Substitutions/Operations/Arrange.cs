using Oversight.Texts;

namespace Oversight.Substitutions;

public abstract partial record SubstitutionCommand
{
    /// <summary>Whoever will be away names who stands in, from a day to a day, and why.</summary>
    public sealed record Arrange : SubstitutionCommand
    {
        public required Role? Role { get; init; }

        public required BoardId Board { get; init; }

        /// <summary>Whether the role for the board is the person's own.</summary>
        public required bool IsOwn { get; init; }

        public required DateOnly? From { get; init; }

        public required DateOnly? Until { get; init; }

        /// <summary>Of whoever is away.</summary>
        public required WrittenText OwnName { get; init; }

        /// <summary>Who is to stand in.</summary>
        public required WrittenText Named { get; init; }

        public required WrittenText Reason { get; init; }

        /// <summary>Longest line, in characters.</summary>
        public required int Line { get; init; }

        /// <summary>Longest reason, in characters.</summary>
        public required int LongestReason { get; init; }

        internal override Decision<SubstitutionEvent> Decide(SubstitutionState state, CommandContext context)
        {
            Refusal[] faults =
            [
                .. RoleFaults(),
                .. Day(From, "from", context), .. Day(Until, "until", context),
                .. Until < From ? [new Refusal(SubstitutionRefusals.Backwards, "until")] : Array.Empty<Refusal>(),
                .. TextChecks.Required(Named, "standIn", Line),
                .. TextChecks.Required(Reason, "reason", LongestReason),
            ];
            return Decision.Unless<SubstitutionEvent>(faults, () => new SubstitutionEvent.Arranged(
                context.Today, new Substitution
                {
                    For = context.Actor.UserId,
                    ForName = OwnName.Kept,
                    Role = Role!.Value,
                    Board = Board,
                    From = From!.Value,
                    Until = Until!.Value,
                    Named = Named.Kept,
                    Reason = Reason.Kept,
                }));
        }

        private IEnumerable<Refusal> RoleFaults()
        {
            if (Role is not { } role || !Substitution.Roles.Contains(role))
                yield return new Refusal(SubstitutionRefusals.RoleMissing, "role");
            else if (!IsOwn)
                yield return new Refusal(SubstitutionRefusals.NotYourRole, "board");
        }

        private static IEnumerable<Refusal> Day(DateOnly? day, string field, CommandContext context)
        {
            if (day is null)
                yield return new Refusal(SubstitutionRefusals.DayMissing, field);
            else if (day < context.Today)
                yield return new Refusal(SubstitutionRefusals.DayPassed, field);
        }
    }
}

public abstract partial record SubstitutionEvent
{
    public sealed record Arranged(DateOnly On, Substitution Substitution) : SubstitutionEvent(On)
    {
        internal override SubstitutionState Apply(SubstitutionState state) => new(Substitution);
    }
}
