using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Notifications;

namespace Oversight.Functions.Notifications;

/// <summary>A letter opened by somebody who may know of it.</summary>
public sealed record OpenLetter(Folded<NotificationState> Read, SignedInUser User, SettingsInForce InForce) : IOpened
{
    public StreamHead Head => Read.Head;

    public NotificationState State => Read.State;

    public Notification Letter => State.Notification!;

    public string Address => $"/utskick/{Head.Id}";
}

/// <summary>A letter as a subject of operations.</summary>
public sealed class LetterSubject(
    IEnumerable<Operation<OpenLetter>> operations, Streams streams, Postman postman, SettingsProvider settings)
    : Subject<OpenLetter>(operations)
{
    public const string SubjectName = "letter";

    public override string Name => SubjectName;

    public override async Task<Opening<OpenLetter>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation)
    {
        var user = request.User();
        if (!Id.TryParse(id, out var known)
            || await streams.LoadForChangeAsync(NotificationStream.Kind, known,
                cancellation) is not { State.Notification: { } letter } read)
            return new Opening<OpenLetter>.Missing();
        return (await postman.SeenByAsync([letter], it => it, user, cancellation)).Count == 1
            ? new Opening<OpenLetter>.Opened(new OpenLetter(read, user, await settings.GetAsync(cancellation)))
            : new Opening<OpenLetter>.Closed();
    }

    public override string PageOf(OpenLetter open) => open.Address;

    public override IReadOnlyList<Crumb> Trail(OpenLetter open) =>
        [new Crumb("Utskick", "/utskick"), new Crumb(postman.Title(open.Letter.Kind), open.Address)];

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenLetter open, CancellationToken cancellation) =>
    [
        .. (await streams.HistoryAsync(NotificationStream.Kind, open.Head.Id, cancellation))
            .Select(recorded => new TimelineEntry(
                recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), LetterWords.Text(recorded.Event),
                [], null)),
    ];

    public override BoardId? BoardOf(OpenLetter open, Permission permission) => open.Letter.Board;

    public override async Task<Outcome<OpenLetter>> RunAsync(
        Operation<OpenLetter> operation, OpenLetter open, FieldValues values, Envelope envelope,
        CancellationToken cancellation) =>
        (await streams.ChangeAsync(
            NotificationStream.Kind, open.Head.Id, ((LetterOperation)operation).Command, envelope, cancellation,
            loaded: open.Read))
        .Of((head, state) => open with { Read = new(head, state) });
}

/// <summary>What an operation on a letter adds to every operation.</summary>
public abstract class LetterOperation : Operation<OpenLetter>
{
    public abstract NotificationCommand Command { get; }

    public override Permission Permission => Permission.Review;

    public override bool IsFor(OpenLetter open) => Access.Allows(open.User, Permission, open.Letter.Board);

    public override bool Fits(OpenLetter open) => open.State.Status == NotificationStatus.ToSend;
}
