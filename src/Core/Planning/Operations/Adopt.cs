using System.Globalization;

namespace Oversight.Planning;

public abstract partial record PlanCommand
{
    /// <summary>The process owner adopts the latest version (R3, R55).</summary>
    /// <param name="Version">The version that the process owner has read.</param>
    /// <param name="Reason">Why, kept apart from the record; the event has only the reference.</param>
    public sealed record Adopt(int Version, DateOnly On, WrittenText Reason, int LongestReason) : PlanCommand
    {
        private const int LongestParagraph = 20;

        /// <summary>What the board made of it; null: the process owner adopts it without the board.</summary>
        public BoardOutcome? Outcome { get; init; }

        /// <summary>paragraf of the board's minutes; null: none. Only with an outcome.</summary>
        public string? Paragraph { get; init; }

        internal override Decision<PlanEvent> Decide(PlanState state, CommandContext context) => state switch
        {
            PlanState.Draft { Plan: var plan } => Decide(plan, context),
            PlanState.Adopted => new Refusal(PlanRefusals.AlreadyAdopted),
            _ => new Refusal(PlanRefusals.NotMade),
        };

        private Decision<PlanEvent> Decide(Plan plan, CommandContext context)
        {
            var latest = plan.Latest;
            List<Refusal> reasons =
                [.. PlanChecks.ProcessOwner(context.Actor), .. PlanChecks.Reason(Reason, LongestReason)];
            if (Version != latest.Number)
                reasons.Add(new Refusal(PlanRefusals.NotLatestVersion, "version", $"{Version}", $"{latest.Number}"));
            if (On > context.Today)
                reasons.Add(new Refusal(PlanRefusals.AdoptedInFuture, "adoptedOn"));
            if (On < latest.AsOf)
                reasons.Add(new Refusal(
                    PlanRefusals.AdoptedBeforeVersion, "adoptedOn",
                    latest.AsOf.ToString("O", CultureInfo.InvariantCulture)));
            if (Outcome is not null && plan is { Presented: { } presented, HasNewerDraft: true })
                reasons.Add(new Refusal(
                    PlanRefusals.BoardHasAnother, "outcome", PlanMaker.Text(presented.Version),
                    PlanMaker.Text(latest.Number)));
            if (Paragraph is not null && Outcome is null)
                reasons.Add(new Refusal(PlanRefusals.ParagraphWithoutOutcome, "outcome"));
            if (Paragraph?.Length > LongestParagraph)
                reasons.Add(new Refusal(
                    PlanRefusals.ParagraphTooLong, "paragraph", PlanMaker.Text(LongestParagraph)));
            return Decision.Unless<PlanEvent>(reasons, () => new PlanEvent.Adopted(Version, On, Reason.Kept)
            {
                Outcome = Outcome,
                Paragraph = Paragraph,
            });
        }
    }
}

public abstract partial record PlanEvent
{
    /// <param name="Reason">Null in what was stored before reasons were referred to (v1).</param>
    public sealed record Adopted(int Version, DateOnly On, TextReference? Reason) : PlanEvent
    {
        /// <summary>Null without a decision of the board, and in what was stored before (v2).</summary>
        public BoardOutcome? Outcome { get; init; }

        public string? Paragraph { get; init; }

        internal override PlanState Apply(PlanState state) => state is PlanState.Draft { Plan: var plan }
            ? new PlanState.Adopted(plan, On, Reason) { Outcome = Outcome, Paragraph = Paragraph }
            : throw CannotFollow(state);
    }
}
