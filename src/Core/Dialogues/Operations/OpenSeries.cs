using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Dialogues;

public abstract partial record DialogueCommand
{
    /// <summary>Opens a series for an agreement area; whoever opens it leads it.</summary>
    public sealed record OpenSeries : DialogueCommand
    {
        /// <summary>Null: none of the person's was chosen.</summary>
        public required BoardId? Board { get; init; }

        public required CodeId? Area { get; init; }

        /// <summary>A title.</summary>
        public required WrittenText Name { get; init; }

        /// <summary>Of whoever leads it.</summary>
        public required WrittenText LeadName { get; init; }

        public required CodeList Areas { get; init; }

        public required DialogueLimits Limits { get; init; }

        internal override Decision<DialogueEvent> Decide(DialogueState state, CommandContext context) =>
            state.Series is not null
                ? Decision.Accept<DialogueEvent>()
                : Decision.Unless<DialogueEvent>(
                    [
                        .. Board is null
                            ? [new Refusal(DialogueRefusals.BoardMissing, "board")]
                            : Array.Empty<Refusal>(),
                        .. AreaFaults(context.Today),
                        .. TextChecks.Required(Name, "name", Limits.Line),
                    ],
                    () => new DialogueEvent.SeriesOpened(
                        context.Today, Board!.Value, Area!.Value, Name.Text,
                        new DialogueLead(context.Actor.UserId, LeadName.Kept)));

        private IEnumerable<Refusal> AreaFaults(DateOnly today)
        {
            if (Area is not { } area)
                yield return new Refusal(DialogueRefusals.AreaMissing, "area");
            else if (!Areas.Has(area, today))
                yield return new Refusal(DialogueRefusals.UnknownArea, "area");
        }
    }

    /// <summary>Somebody else leads it from now on.</summary>
    public sealed record TakeLead(WrittenText Name) : OfOpen
    {
        internal override Decision<DialogueEvent> Decide(DialogueSeries series, CommandContext context) =>
            series.Lead.UserId == context.Actor.UserId
                ? new Refusal(DialogueRefusals.AlreadyLead)
                : new DialogueEvent.LeadTaken(context.Today, new DialogueLead(context.Actor.UserId, Name.Kept));
    }

    /// <summary>No more meetings.</summary>
    public sealed record EndSeries(WrittenText Reason, DialogueLimits Limits) : OfOpen
    {
        internal override Decision<DialogueEvent> Decide(DialogueSeries series, CommandContext context) =>
            Decision.Unless<DialogueEvent>(
                [
                    .. series.Occasions.Any(occasion => occasion.IsOpen)
                        ? [new Refusal(DialogueRefusals.MeetingsLeft)]
                        : Array.Empty<Refusal>(),
                    .. series.Areas.Any(area => area.Status == AreaStatus.Open)
                        ? [new Refusal(DialogueRefusals.AreasLeft)]
                        : Array.Empty<Refusal>(),
                    .. TextChecks.Required(Reason, "reason", Limits.Text),
                ],
                () => new DialogueEvent.SeriesEnded(context.Today, Reason.Kept));
    }
}

public abstract partial record DialogueEvent
{
    public sealed record SeriesOpened(DateOnly On, BoardId Board, CodeId Area, string Name, DialogueLead Lead)
        : DialogueEvent(On)
    {
        internal override DialogueState Apply(DialogueState state) => new(DialogueStatus.Open, new DialogueSeries
        {
            Board = Board,
            Area = Area,
            Name = Name,
            Lead = Lead,
            OpenedOn = On,
        });
    }

    public sealed record LeadTaken(DateOnly On, DialogueLead Lead) : OfOpen(On)
    {
        internal override DialogueSeries Change(DialogueSeries series) => series with { Lead = Lead };
    }

    public sealed record SeriesEnded(DateOnly On, TextReference Reason) : DialogueEvent(On)
    {
        internal override DialogueState Apply(DialogueState state) => state with { Status = DialogueStatus.Ended };
    }
}
