using Microsoft.AspNetCore.Http;
using Oversight.Answers;
using Oversight.Functions.Answers.OfSurveys;
using Oversight.Functions.Answers.OfSurveys.Screens;
using Oversight.Functions.Answers.Operations;
using Oversight.Functions.Attachments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Web.Gate;

namespace Oversight.Functions.Answers;

/// <summary>An answer as a subject of operations. Its address names none: the link does.</summary>
public sealed class AnswerSubject(IEnumerable<Operation<OpenAnswer>> operations, AnswerDesk desk, Streams streams)
    : Subject<OpenAnswer>(operations)
{
    public const string SubjectName = "answer";

    public override string Name => SubjectName;

    public override Task<Opening<OpenAnswer>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        desk.OpenAsync(request, cancellation);

    public override string PageOf(OpenAnswer open) => GuestAddresses.Root;

    public override IReadOnlyList<Crumb> Trail(OpenAnswer open) =>
        [new Crumb(AnswerWords.Title(open.Task.Kind), GuestAddresses.Root)];

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenAnswer open, CancellationToken cancellation) =>
    [
        .. (await streams.HistoryAsync(AnswerStream.Kind, open.Head.Id, cancellation))
            .Select(recorded => new TimelineEntry(
                recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), AnswerWords.Text(recorded.Event),
                [], null)),
    ];

    /// <summary>Whoever hands in an avtalsenkät is told what is missing, with the way to each question.</summary>
    public override Task<AboutSubject?> AboutAsync(
        Operation<OpenAnswer> operation, OpenAnswer open, CancellationToken cancellation) => Task.FromResult(
        operation is HandIn && open.Answer.Survey is { } survey
            ? AboutSubject.Of<SurveyMissing>(
                (nameof(SurveyMissing.Asked), SurveyReading.AskedBy(survey, open.InForce.Settings)),
                (nameof(SurveyMissing.Replies), open.Answer.Replies))
            : null);

    public override BoardId? BoardOf(OpenAnswer open, Permission permission) => open.Task.Board;

    public override async Task<Outcome<OpenAnswer>> RunAsync(
        Operation<OpenAnswer> operation, OpenAnswer open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var asked = (AnswerOperation)operation;
        var texts = await desk.DraftAsync(asked.Name.Name, envelope, cancellation);
        var (command, files) = asked.Read(open, values, texts);
        if (values.Unreadable(() => AnswerDecider.Decide(open.State, command, envelope.Context)) is { } reasons)
            return new Outcome<OpenAnswer>.Refused(reasons);
        return (await desk.ChangeAsync(open, command, texts, files, envelope, cancellation))
            .Of((head, state) => open with { Read = new(head, state) });
    }
}

/// <summary>What an operation on an answer adds to every operation.</summary>
public abstract class AnswerOperation : Operation<OpenAnswer>
{
    public override Permission Permission => Permission.AnswerByLink;

    /// <summary>Core's command, and the files that come with it.</summary>
    public abstract (AnswerCommand Command, IReadOnlyList<SentFile> Files) Read(
        OpenAnswer open, FieldValues values, OperationTexts texts);

    public override bool IsFor(OpenAnswer open) => AnswerGuests.AnswerOf(open.User) == open.Head.Id;

    public override bool Fits(OpenAnswer open) => open.IsOpen;
}
