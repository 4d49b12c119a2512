namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>The unknown provider has been found out.</summary>
    public sealed record LinkToUnit(ConcernPlace Unit) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context)
        {
            var file = state.RequiredFile;
            if (file.Unit is not null)
                return new Refusal(ConcernRefusals.AlreadyLinked, "unitId");
            return Unit switch
            {
                ConcernPlace.AtUnit known when known.Unit.Board != file.Board =>
                    new Refusal(ConcernRefusals.OtherBoardIsAMove, "unitId"),
                ConcernPlace.AtUnit known => new ConcernEvent.LinkedToUnit(context.Today, known.Unit),
                ConcernPlace.NoSuchUnit => new Refusal(ConcernRefusals.UnknownUnit, "unitId"),
                _ => new Refusal(ConcernRefusals.UnitRequired, "unitId"),
            };
        }
    }
}

public abstract partial record ConcernEvent
{
    public sealed record LinkedToUnit(DateOnly On, ConcernUnit Unit) : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) => state.Change(file =>
            file.Weighed().Step(ConcernStepKind.Linked, On) with { Unit = Unit, Board = Unit.Board });
    }
}
