using Oversight.Settings;

namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>
    /// The assessment, first or renewed; always with a written reason. Everything but outcome and reason may be left
    /// out when the concern is unfounded. A <paramref name="Unit"/> other than the present one links or moves the
    /// concern in the same breath.
    /// </summary>
    /// <param name="Severity">1-4.</param>
    public sealed record Assess(
        CodeId? Kind, CodeId? Category, CodeId? Area, int? Severity, ConcernPlace? Unit, ConcernOutcome? Outcome,
        WrittenText Reason, ConcernRules Rules) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context)
        {
            var (file, today) = (state.RequiredFile, context.Today);
            var unit = (Unit as ConcernPlace.AtUnit)?.Unit;
            Refusal[] faults =
            [
                .. Outcome is null ? [new Refusal(ConcernRefusals.OutcomeRequired, "outcome")] : Array.Empty<Refusal>(),
                .. Codes(today),
                .. SeverityFits(),
                .. AreaFits(file),
                .. Unit is null or ConcernPlace.AtUnit ? [] : ConcernChecks.Place(Unit, Rules),
                .. Outcome is ConcernOutcome.ProposeTriggeredReview && (unit ?? file.Unit) is null
                    ? [new Refusal(ConcernRefusals.UnitNeededForReview, "unitId")]
                    : Array.Empty<Refusal>(),
                .. ConcernChecks.Reason(Reason, Rules),
            ];
            return Decision.Unless<ConcernEvent>(faults, () => Decision.Accept<ConcernEvent>(
            [
                .. unit is null || unit.UnitId == file.Unit?.UnitId
                    ? Array.Empty<ConcernEvent>()
                    : [ToUnit(file, unit, today)],
                new ConcernEvent.Assessed(
                    today, (state.AssessmentOrNone?.Number ?? 0) + 1, Kind, Category, Area, Severity, Outcome!.Value,
                    Reason.Kept)
                {
                    Awaits = Outcome is ConcernOutcome.ProposeTriggeredReview ? Proposed(file, today) : null,
                },
            ]));
        }

        /// <summary>The codes, which an unfounded concern may lack.</summary>
        private IEnumerable<Refusal> Codes(DateOnly today) =>
        [
            .. Code(Kind, Rules.Kinds, "kind", ConcernRefusals.KindRequired, today),
            .. Code(Category, Rules.Categories, "category", ConcernRefusals.CategoryRequired, today),
            .. Code(Area, Rules.QualityAreas, "area", ConcernRefusals.AreaRequired, today),
        ];

        private IEnumerable<Refusal> Code(CodeId? code, CodeList list, string field, string missing, DateOnly today) =>
            code is null && Outcome is ConcernOutcome.Unfounded
                ? []
                : ConcernChecks.Code(code, list, field, missing, today);

        private IEnumerable<Refusal> SeverityFits()
        {
            if (Severity is null && Outcome is not ConcernOutcome.Unfounded)
                yield return new Refusal(ConcernRefusals.SeverityRequired, "severity");
            if (Severity is < 1 or > 4)
                yield return new Refusal(ConcernRefusals.SeverityOutOfRange, "severity");
        }

        /// <summary>goda levnadsvillkor and möjlighet att leva som andra are followed for LSS only (R16).</summary>
        private IEnumerable<Refusal> AreaFits(ConcernFile file)
        {
            var area = Rules.QualityAreas.Codes.FirstOrDefault(code => code.Id == Area);
            var service = Rules.Services.Codes.FirstOrDefault(code => code.Id == file.Service);
            if (area?.IsMarked("lss") == true && service?.IsMarked("lss") != true)
                yield return new Refusal(ConcernRefusals.AreaOnlyForLss, "area");
        }

        private ConcernEvent ToUnit(ConcernFile file, ConcernUnit unit, DateOnly today) =>
            file.Unit is null && file.Board == unit.Board
                ? new ConcernEvent.LinkedToUnit(today, unit)
                : new ConcernEvent.Moved(today, file.Board, file.Unit, unit.Board, unit, null, Reason.Kept);

        /// <summary>After a conflict of interest a new proposal goes to the substitute at once.</summary>
        private DecisionWait Proposed(ConcernFile file, DateOnly today) => file.InConflict.Count == 0
            ? DecisionWait.ForDecider(today, Rules.TriggeredReviewsOn(today))
            : DecisionWait.ForSubstitute(today, Rules.TriggeredReviewsOn(today));
    }
}

public abstract partial record ConcernEvent
{
    /// <param name="Number">1 for the first assessment, 2 for the one that replaced it ...</param>
    public sealed record Assessed(
        DateOnly On, int Number, CodeId? Kind, CodeId? Category, CodeId? Area, int? Severity, ConcernOutcome Outcome,
        TextReference Reason) : ConcernEvent(On)
    {
        /// <summary>Whose decision on a proposal is awaited; null for those from before days were kept.</summary>
        public DecisionWait? Awaits { get; init; }

        internal override ConcernState Apply(ConcernState state)
        {
            var assessment = new Assessment(Number, On, Kind, Category, Area, Severity, Outcome, Reason);
            var file = state.RequiredFile.Weighed();
            return Outcome is ConcernOutcome.ProposeTriggeredReview
                ? new ConcernState.AwaitingDecision(file.Step(ConcernStepKind.ReviewProposed, On), assessment, Awaits)
                : new ConcernState.Assessed(file.Step(ConcernStepKind.Assessed, On), assessment);
        }
    }
}
