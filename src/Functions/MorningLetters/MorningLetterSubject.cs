using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.MorningLetters;

namespace Oversight.Functions.MorningLetters;

/// <summary>The reader's own morgonbrev as a subject of operations: who asks says whose it is.</summary>
public sealed class MorningLetterSubject(
    IEnumerable<Operation<OpenMorningLetter>> operations, MorningLetterDesk desk, Streams streams)
    : Subject<OpenMorningLetter>(operations)
{
    public const string SubjectName = "morning-letter";

    public override string Name => SubjectName;

    public override string ApiFunction => MorningLetterFunctions.ApiName;

    public override Type ApiAnswer => typeof(MorningLetterAnswer);

    public override async Task<Opening<OpenMorningLetter>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        new Opening<OpenMorningLetter>.Opened(await desk.OpenAsync(request.User(), cancellation));

    public override string PageOf(OpenMorningLetter open) => MorningLetterFunctions.Address;

    public override IReadOnlyList<Crumb> Trail(OpenMorningLetter open) =>
        [new Crumb("Att göra", "/"), new Crumb("Morgonbrev", MorningLetterFunctions.Address)];

    public override Task<object> DescribeAsync(OpenMorningLetter open, CancellationToken cancellation) =>
        Task.FromResult<object>(MorningLetterAnswer.Of(open));

    /// <summary>Without the letters themselves, of which there is one a day.</summary>
    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenMorningLetter open, CancellationToken cancellation) =>
    [
        .. (await streams.HistoryAsync(MorningLetterStream.Kind, open.Head.Id, cancellation))
            .Where(recorded => recorded.Event is not MorningLetterEvent.Sent)
            .Select(recorded => new TimelineEntry(
                recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role),
                MorningLetterWords.Text(recorded.Event), [], null)),
    ];

    public override BoardId? BoardOf(OpenMorningLetter open, Permission permission) => null;

    public override Task<Outcome<OpenMorningLetter>> RunAsync(
        Operation<OpenMorningLetter> operation, OpenMorningLetter open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var asked = (MorningLetterOperation)operation;
        return desk.Stream.RunAsync(
            open.Head.Id, open.Read, asked.Name.Name, values, envelope, texts => new(asked.Command(values, texts)),
            (read, texts) => open with { Read = read, Texts = texts }, cancellation);
    }
}

/// <summary>What an operation on the morgonbrev adds to every operation: everybody has their own.</summary>
public abstract class MorningLetterOperation : Operation<OpenMorningLetter>
{
    public override Permission Permission => Permission.ReadOwnStartPage;

    public abstract MorningLetterCommand Command(FieldValues values, OperationTexts texts);

    public override bool IsFor(OpenMorningLetter open) => true;
}
