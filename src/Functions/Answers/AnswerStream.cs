using System.Globalization;
using Oversight.Answers;
using Oversight.Functions.Answers.OfSurveys;
using Oversight.Functions.Answers.Registration;
using Oversight.Functions.Attachments;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;

namespace Oversight.Functions.Answers;

/// <summary>The stream of a provider's answer, and its row on the page of its review.</summary>
public static class AnswerStream
{
    public static StreamKind<AnswerState, AnswerCommand, AnswerEvent> Kind { get; } = new()
    {
        Name = "answer",
        Initial = AnswerState.Initial,
        Decide = AnswerDecider.Decide,
        Evolve = AnswerDecider.Evolve,
        Events = new EventTypes<AnswerEvent>()
            .Add<AnswerEvent.Asked>("answer.asked.v2")
            .Upcast("answer.asked.v1", OldAnswerTask.Asked)
            .Add<AnswerEvent.AskedInMatter>("answer.asked-in-matter.v2")
            .Upcast("answer.asked-in-matter.v1", OldAnswerTask.AskedInMatter)
            .Add<AnswerEvent.SurveyAsked>("answer.survey-asked.v1")
            .Add<AnswerEvent.Replied>("answer.replied.v1")
            .Add<AnswerEvent.Reopened>("answer.reopened.v1")
            .Add<AnswerEvent.Written>("answer.written.v1")
            .Add<AnswerEvent.FilesAdded>("answer.files-added.v1")
            .Add<AnswerEvent.MeasureAdded>("answer.measure-added.v1")
            .Add<AnswerEvent.MeasureRemoved>("answer.measure-removed.v1")
            .Add<AnswerEvent.HandedIn>("answer.handed-in.v1")
            .Add<AnswerEvent.DayMoved>("answer.day-moved.v1")
            .Add<AnswerEvent.Withdrawn>("answer.withdrawn.v1")
            .Add<AnswerEvent.Registered>("answer.registered.v1"),
        ProjectionVersion = 3,
        Rows = [typeof(AnswerRow), typeof(ReceivedAnswerRow), typeof(SurveyAnswerRow)],
        Project = Project,
        Containers = [AttachmentFiles.Container],
        Effects =
        [
            Effect.OfEvent<AnswerEvent>(AnswerDelivery.EffectName, happened => happened is AnswerEvent.HandedIn),
            Effect.OfEvent<AnswerEvent>(
                OfSanctions.SanctionDelivery.EffectName, happened => happened is AnswerEvent.HandedIn),
            Effect.OfEvent<AnswerEvent>(SurveyDelivery.EffectName, happened => happened is AnswerEvent.HandedIn),
            Effect.OfEvent<AnswerEvent>(AnswerLetterQueue.EffectName, happened => happened
                is AnswerEvent.Asked or AnswerEvent.AskedInMatter or AnswerEvent.SurveyAsked or AnswerEvent.HandedIn),
        ],
    };

    public static string StreamId(Id id) => $"{Kind.Name}-{id}";

    public static string PartitionOf(Id subject) => $"answers|{subject}";

    /// <summary>What a provider is asked for by a review, or by a sanction, once for each number.</summary>
    public static Id IdOf(Id asking, AnswerKind kind, int number) => Id.Derive(
        "answer",
        string.Create(CultureInfo.InvariantCulture, $"{asking}/{StoredEnum<AnswerKind>.Write(kind)}/{number}"));

    private static IEnumerable<ViewRow> Project(StreamHead head, AnswerState state)
    {
        if (state.Answer is not { Task: var task } answer)
            yield break;
        yield return new ViewRow(PartitionOf(task.SubjectId), head.Id.Value, new AnswerRow(
            head.Id, task.Kind, task.Number, task.Until, state.Status, answer.Signature?.On, answer.Files.Count,
            answer.RegistrationNumber));
        if (answer.Survey is not null)
            yield return new ViewRow(
                SurveyAnswerRow.Partition(task.Board), head.Id.Value, new SurveyAnswerRow(head.Id, task.SubjectId));
        if (answer is { Signature: { } signature, RegistrationNumber: var number })
        {
            yield return new ViewRow(ReceivedAnswerRow.Partition(task.Board, number is not null), head.Id.Value,
                new ReceivedAnswerRow(
                    head.Id, task.SubjectId, task.UnitId, task.Board, task.Kind, task.Number, signature.On, number));
        }
    }
}

/// <summary>An answer in the list of its review. Nothing of what is written in it before it is handed in.</summary>
/// <param name="RegistrationNumber">diarienummer.</param>
public sealed record AnswerRow(
    Id Id, AnswerKind Kind, int Number, DateOnly Until, AnswerStatus Status, DateOnly? HandedInOn, int Files,
    string? RegistrationNumber);
