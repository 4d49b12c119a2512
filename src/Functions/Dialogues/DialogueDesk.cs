using Oversight.Dialogues;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;

namespace Oversight.Functions.Dialogues;

/// <summary>A series opened by somebody who may know of it.</summary>
public sealed record OpenDialogue(
    Folded<DialogueState> Read, SignedInUser User, SettingsInForce InForce, KeptTexts Texts, DateOnly Today) : IOpened
{
    public StreamHead Head => Read.Head;

    public DialogueState State => Read.State;

    public DialogueSeries Series => State.Series!;

    public BoardId Board => Series.Board;

    public string Address => $"{DialogueFunctions.List}/{Head.Id}";

    public DialogueLimits Limits => new(InForce.Settings.Limits.ShortText, InForce.Settings.Limits.Reason);

    /// <summary>Whether the person may do something with it, and not only read.</summary>
    public bool IsLed => Access.Allows(User, Permission.LeadDialogues, Board);
}

/// <summary>A meeting of a series that has been opened.</summary>
public sealed record OpenOccasion(OpenDialogue Of, int Number) : IOpened
{
    public StreamHead Head => Of.Head;

    public SignedInUser User => Of.User;

    public SettingsInForce InForce => Of.InForce;

    public DialogueSeries Series => Of.Series;

    public DialogueOccasion Occasion => Series.OccasionOf(Number)!;

    public string Address => DialogueFunctions.AddressOf(Head.Id, Number);
}

/// <summary>Reads and changes series of kvalitetsdialoger.</summary>
public sealed class DialogueDesk(
    Streams streams, Views views, TextedStreams texted, SettingsProvider settings, StockholmTime time)
{
    internal const string RetentionClass = "dialogue";

    public TextedStream<DialogueState, DialogueCommand, DialogueEvent> Stream { get; } =
        texted.Of(DialogueStream.Kind, "dialogue", RetentionClass);

    /// <summary>Those of the person's boards, those that go on first.</summary>
    public async Task<IReadOnlyList<DialogueRow>> ListAsync(SignedInUser user, CancellationToken cancellation)
    {
        var lists = await Task.WhenAll(Access.Boards(user, Permission.ReadDialogues).Select(
            board => views.ReadAllAsync<DialogueRow>(DialogueStream.PartitionOf(board), cancellation)));
        return
        [
            .. lists.SelectMany(rows => rows).OrderBy(row => row.Status)
                .ThenBy(row => row.Name, SwedishOrder.Comparer)
                .ThenBy(row => row.Id.Value, StringComparer.Ordinal),
        ];
    }

    public async Task<Opening<OpenDialogue>> OpenAsync(SignedInUser user, string id, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var known) || await streams.LoadForChangeAsync(
            DialogueStream.Kind, known, cancellation) is not { State.Series: { } series } read)
            return new Opening<OpenDialogue>.Missing();
        return Access.Allows(user, Permission.ReadDialogues, series.Board)
            ? new Opening<OpenDialogue>.Opened(new OpenDialogue(
                read, user, await settings.GetAsync(cancellation), await TextsAsync(known, cancellation),
                time.Today()))
            : new Opening<OpenDialogue>.Closed();
    }

    public async Task<Opening<OpenOccasion>> OpenAsync(
        SignedInUser user, string id, int? number, CancellationToken cancellation) =>
        await OpenAsync(user, id, cancellation) switch
        {
            Opening<OpenDialogue>.Opened { Subject: var open } when open.Series.OccasionOf(number) is { } occasion =>
                new Opening<OpenOccasion>.Opened(new OpenOccasion(open, occasion.Number)),
            Opening<OpenDialogue>.Closed => new Opening<OpenOccasion>.Closed(),
            _ => new Opening<OpenOccasion>.Missing(),
        };

    public Task<KeptTexts> TextsAsync(Id id, CancellationToken cancellation) => Stream.TextsAsync(id, cancellation);

    public Task<Outcome<TOpen>> RunAsync<TOpen>(
        OpenDialogue open, string operation, FieldValues values, Envelope envelope,
        Func<OperationTexts, ValueTask<DialogueCommand>> command, Func<OpenDialogue, TOpen> opened,
        CancellationToken cancellation) =>
        Stream.RunAsync(
            open.Read, operation, values, envelope, command,
            (read, texts) => opened(open with { Read = read, Texts = texts }), cancellation);
}
