using Microsoft.AspNetCore.Http;
using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

/// <summary>A concern opened by somebody who may see it.</summary>
public sealed record OpenConcern(
    Id Id, Folded<ConcernState> Read, ConcernFile File, ConcernAccess Access, SignedInUser User, ConcernHashes Hashes,
    SettingsInForce InForce) : IOpened
{
    public string Address => $"/synpunkter/arende/{Id}";

    public StreamHead Head => Read.Head;

    public ConcernState State => Read.State;

    public ConcernRules Rules { get; } = ConcernRules.From(InForce.Settings);

    public string Reference => Id.Reference(ConcernFacts.ReferenceKind);

    /// <summary>
    /// The reporter's key while a correction is still the reporter's own; null where the assessor corrects.
    /// </summary>
    public string? CorrectsAs => Access.IsReporter && (State.Status == ConcernStatus.Received || !Access.Assesses)
        ? Hashes.Reporter(User.UserId)
        : null;

    /// <summary>The same concern later: in another board's hands, the person may see less of it.</summary>
    public OpenConcern At(StreamHead head, ConcernState state) => this with
    {
        Read = new Folded<ConcernState>(head, state),
        File = state.FileOrNone!,
        Access = ConcernAccess.Of(User, state, Hashes),
    };
}

/// <summary>Opens concerns for people and carries out what they do with them.</summary>
public sealed class ConcernDesk(
    Streams streams, PrivateTexts privateTexts, ConcernKeys keys, SettingsProvider settings)
{
    public async Task<Opening<OpenConcern>> OpenAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var concernId)
            || await ReadAsync(request, concernId, cancellation) is not { State.FileOrNone: { } file } folded)
            return new Opening<OpenConcern>.Missing();
        var hashes = await keys.GetAsync(cancellation);
        var access = ConcernAccess.Of(request.User(), folded.State, hashes);
        return access.Any
            ? new Opening<OpenConcern>.Opened(new OpenConcern(
                concernId, folded, file, access, request.User(), hashes, await settings.GetAsync(cancellation)))
            : new Opening<OpenConcern>.Closed();
    }

    /// <summary>
    /// What is about to be changed is read with its keys, so that the command need not read it again.
    /// </summary>
    private Task<Folded<ConcernState>?> ReadAsync(HttpRequest request, Id id, CancellationToken cancellation) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            ? streams.LoadAsync(ConcernStream.Kind, id, cancellation)
            : streams.LoadForChangeAsync(ConcernStream.Kind, id, cancellation);

    public async Task<ConcernTexts> TextsAsync(Id id, CancellationToken cancellation) =>
        new(await privateTexts.ReadAllAsync(ConcernStream.StreamId(id), cancellation));

    /// <summary>The text as it stands, which masking looks for words in; empty when it is gallrad.</summary>
    public async Task<WrittenText> PresentTextAsync(OpenConcern open, CancellationToken cancellation)
    {
        var reference = open.File.Text.Reference;
        return new WrittenText(reference.Name, (await TextsAsync(open.Id, cancellation)).Find(reference) ?? "",
            reference.Hash);
    }

    public Task<IReadOnlyList<Recorded<ConcernEvent>>> HistoryAsync(Id id, CancellationToken cancellation) =>
        streams.HistoryAsync(ConcernStream.Kind, id, cancellation);

    /// <summary>The board that owns a concern; null when there is no such concern.</summary>
    public async Task<BoardId?> BoardOfAsync(Id id, CancellationToken cancellation) =>
        (await streams.LoadAsync(ConcernStream.Kind, id, cancellation))?.State.FileOrNone?.Board;

    /// <summary>
    /// Carries out a command. Its texts are written before the event that refers to them, and not at all when the rules
    /// say no or somebody else was first.
    /// </summary>
    public Task<Outcome<ConcernState>> ChangeAsync(
        OpenConcern open, ConcernCommand command, DraftTexts texts, Envelope envelope,
        CancellationToken cancellation) =>
        streams.ChangeAsync(
            ConcernStream.Kind, open.Id, command, envelope, cancellation,
            texts.Entry.Fields.Count == 0 ? null : (accepted, token) => KeepAsync(open, accepted, texts, token),
            open.Read);

    private async Task<Prepared<ConcernCommand>> KeepAsync(
        OpenConcern open, ConcernCommand accepted, DraftTexts texts, CancellationToken cancellation) =>
        await privateTexts.TryWriteAsync(ConcernStream.StreamId(open.Id), texts.EntryName, texts.Entry, cancellation)
            ? new Prepared<ConcernCommand>.Go(accepted)
            : new Prepared<ConcernCommand>.KeyReused();
}
