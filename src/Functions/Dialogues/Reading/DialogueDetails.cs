using Oversight.Concerns;
using Oversight.Dialogues;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Dialogues.Reading;

public sealed record DialogueSummary(
    Id Id, BoardId Board, CodeId Area, string Name, DialogueStatus Status, int Participants, DateOnly? NextOn,
    int OpenAreas)
{
    public static DialogueSummary Of(DialogueRow row) => new(
        row.Id, row.Board, row.Area, row.Name, row.Status, row.Units.Count,
        row.Occasions.Where(occasion => occasion.Status == OccasionStatus.Planned)
            .Select(occasion => (DateOnly?)occasion.On).Min(),
        row.OpenAreas.Count);
}

/// <summary>A series as the API gives it. Texts that are gallrade are said to be.</summary>
public sealed record DialogueDetails
{
    public required Id Id { get; init; }

    public required int Version { get; init; }

    public required BoardId Board { get; init; }

    public required CodeId Area { get; init; }

    public required string Name { get; init; }

    public required DialogueStatus Status { get; init; }

    public required string Lead { get; init; }

    public required IReadOnlyList<DialogueParticipant> Participants { get; init; }

    public required IReadOnlyList<OccasionDetails> Occasions { get; init; }

    public required IReadOnlyList<DevelopmentAreaDetails> DevelopmentAreas { get; init; }
}

public sealed record OccasionDetails
{
    public required int Number { get; init; }

    public required OccasionStatus Status { get; init; }

    public required DateOnly On { get; init; }

    public required TimeOnly From { get; init; }

    public required TimeOnly Until { get; init; }

    public required string Place { get; init; }

    public required DialogueParticipant? With { get; init; }

    public required int Invited { get; init; }

    public required IReadOnlyList<AgendaPointDetails> Points { get; init; }

    public required IReadOnlyList<NoteDetails> Notes { get; init; }

    public required IReadOnlyList<DialogueParticipant> Attended { get; init; }

    public required IReadOnlyList<string> TakenUp { get; init; }

    public required DateOnly? MinutesOn { get; init; }
}

public sealed record AgendaPointDetails(int Number, string What);

public sealed record NoteDetails(DateOnly On, int? Point, string Words);

public sealed record DevelopmentAreaDetails
{
    public required int Number { get; init; }

    public required string What { get; init; }

    public required string Owner { get; init; }

    public required DateOnly Until { get; init; }

    public required AreaStatus Status { get; init; }

    public required DialogueParticipant? With { get; init; }

    public required IReadOnlyList<AreaStepDetails> Steps { get; init; }
}

public sealed record AreaStepDetails(
    DateOnly On, int? Occasion, AreaOutcome? Outcome, DateOnly Until, string? Words);

/// <summary>Describes a series for one reader.</summary>
public sealed class DialogueDetailReader(Conflicts conflicts)
{
    public async Task<DialogueDetails> OfAsync(OpenDialogue open, CancellationToken cancellation)
    {
        var (series, texts) = (open.Series, open.Texts);
        var closed = await conflicts.OfAsync(open.User, cancellation);
        return new DialogueDetails
        {
            Id = open.Head.Id,
            Version = open.Head.Version,
            Board = series.Board,
            Area = series.Area,
            Name = series.Name,
            Status = open.State.Status,
            Lead = texts.Show(series.Lead.Name),
            Participants = series.Participants,
            Occasions = [.. series.Occasions.Select(occasion => Of(open, occasion, closed))],
            DevelopmentAreas =
            [
                .. series.Areas.Select(area => new DevelopmentAreaDetails
                {
                    Number = area.Number,
                    What = texts.Show(area.What),
                    Owner = texts.Show(area.Owner),
                    Until = area.Until,
                    Status = area.Status,
                    With = area.With,
                    Steps =
                    [
                        .. area.Steps.Select(step => new AreaStepDetails(
                            step.On, step.Occasion, step.Outcome, step.Until, texts.Show(step.Words))),
                    ],
                }),
            ],
        };
    }

    private static OccasionDetails Of(OpenDialogue open, DialogueOccasion occasion, ClosedMatters closed) => new()
    {
        Number = occasion.Number,
        Status = occasion.Status,
        On = occasion.Time.On,
        From = occasion.Time.From,
        Until = occasion.Time.Until,
        Place = open.Texts.Show(occasion.Time.Place),
        With = occasion.With,
        Invited = occasion.Invited.Count,
        Points = [.. occasion.Points.Select(
            point => new AgendaPointDetails(point.Number, open.Texts.Show(point.What)))],
        Notes = [.. occasion.Notes.Select(
            note => new NoteDetails(note.On, note.Point, open.Texts.Show(note.Words)))],
        Attended = occasion.Attended,
        // Not a word of what is closed to the reader, nor that it is there.
        TakenUp = [.. occasion.TakenUp.Where(taken => DialogueTimeline.Reads(open, taken, closed))
            .Select(taken => taken.Concern.Reference(ConcernFacts.ReferenceKind))],
        MinutesOn = occasion.MinutesOn,
    };
}
