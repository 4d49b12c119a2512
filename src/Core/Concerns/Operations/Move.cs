namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>To another unit, or to a board without a known unit. What the concern weighs goes with it.</summary>
    public sealed record Move(ConcernPlace Place, WrittenText Reason, ConcernRules Rules) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context)
        {
            var file = state.RequiredFile;
            Refusal[] faults =
            [
                .. ConcernChecks.Place(Place, Rules),
                .. IsPlaceOf(file) ? [new Refusal(ConcernRefusals.SamePlace, "unitId")] : Array.Empty<Refusal>(),
                .. ConcernChecks.Reason(Reason, Rules),
            ];
            return Decision.Unless<ConcernEvent>(faults, () => new ConcernEvent.Moved(
                context.Today, file.Board, file.Unit, Place.OwningBoard, (Place as ConcernPlace.AtUnit)?.Unit,
                (Place as ConcernPlace.Unknown)?.Description.Kept, Reason.Kept));
        }

        private bool IsPlaceOf(ConcernFile file) => Place switch
        {
            ConcernPlace.AtUnit known => known.Unit.UnitId == file.Unit?.UnitId,
            ConcernPlace.Unknown unknown => file.Unit is null && unknown.Board == file.Board,
            _ => false,
        };
    }
}

public abstract partial record ConcernEvent
{
    /// <param name="Unit">Null when the concern was moved to a board that still has to find out the unit.</param>
    public sealed record Moved(
        DateOnly On, BoardId FromBoard, ConcernUnit? FromUnit, BoardId Board, ConcernUnit? Unit,
        TextReference? UnknownProvider, TextReference Reason) : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) => state.Change(file =>
            file.HeldByNobodyElsewhere(Board).Weighed().Step(ConcernStepKind.Moved, On) with
            {
                Unit = Unit,
                Board = Board,
                UnknownProvider = UnknownProvider ?? file.UnknownProvider,
            });
    }
}
