using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;

namespace Oversight.Functions.Operations;

/// <summary>Makes <see cref="TextedStream{TState,TCommand,TEvent}"/> of a kind.</summary>
public sealed class TextedStreams(Streams streams, PrivateTexts texts, TextKeys keys)
{
    /// <param name="purpose">Stored with each text, with the name of its operation after it. A contract.</param>
    /// <param name="retentionClass">Stored with each text. A contract.</param>
    public TextedStream<TState, TCommand, TEvent> Of<TState, TCommand, TEvent>(
        StreamKind<TState, TCommand, TEvent> kind, string purpose, string retentionClass)
        where TEvent : notnull => new(kind, purpose, retentionClass, streams, texts, keys);
}

/// <summary>Streams whose operations write texts, which are kept apart once the rules have said yes.</summary>
public sealed class TextedStream<TState, TCommand, TEvent>(
    StreamKind<TState, TCommand, TEvent> kind, string purpose, string retentionClass, Streams streams,
    PrivateTexts texts, TextKeys keys)
    where TEvent : notnull
{
    public async Task<KeptTexts> TextsAsync(Id id, CancellationToken cancellation) =>
        new(await texts.ReadAllAsync(kind.StreamId(id), cancellation));

    public async Task<OperationTexts> DraftAsync(string operation, Envelope envelope, CancellationToken cancellation) =>
        new(await keys.GetAsync(cancellation), operation, RequestTexts.RequestOf(envelope), $"{purpose}-{operation}",
            retentionClass);

    public Task<Outcome<TState>> CreateAsync(
        Id id, TCommand command, OperationTexts written, Envelope envelope, CancellationToken cancellation) =>
        streams.CreateAsync(kind, id, command, envelope, cancellation, Keeping(id, written));

    public Task<Outcome<TState>> ChangeAsync(
        Folded<TState> read, TCommand command, OperationTexts written, Envelope envelope,
        CancellationToken cancellation) =>
        streams.ChangeAsync(
            kind, read.Head.Id, command, envelope, cancellation, Keeping(read.Head.Id, written), read);

    /// <summary>An operation from what was sent to what stands afterwards.</summary>
    /// <param name="command">Made of what was sent; its texts go into what it is given.</param>
    /// <param name="opened">The subject as it stands afterwards, with its texts.</param>
    public Task<Outcome<TOpen>> RunAsync<TOpen>(
        Folded<TState> read, string operation, FieldValues values, Envelope envelope,
        Func<OperationTexts, ValueTask<TCommand>> command, Func<Folded<TState>, KeptTexts, TOpen> opened,
        CancellationToken cancellation) =>
        RunAsync(read.Head.Id, read, operation, values, envelope, command, opened, cancellation);

    /// <summary>The same on a stream that its first operation makes.</summary>
    /// <param name="read">Null before that.</param>
    public async Task<Outcome<TOpen>> RunAsync<TOpen>(
        Id id, Folded<TState>? read, string operation, FieldValues values, Envelope envelope,
        Func<OperationTexts, ValueTask<TCommand>> command, Func<Folded<TState>, KeptTexts, TOpen> opened,
        CancellationToken cancellation)
    {
        var written = await DraftAsync(operation, envelope, cancellation);
        var wanted = await command(written);
        var state = read is null ? kind.Initial : read.State;
        if (values.Unreadable(() => kind.Decide(state, wanted, envelope.Context)) is { } reasons)
            return new Outcome<TOpen>.Refused(reasons);
        var outcome = read is null
            ? await CreateAsync(id, wanted, written, envelope, cancellation)
            : await ChangeAsync(read, wanted, written, envelope, cancellation);
        var kept = await TextsAsync(id, cancellation);
        return outcome.Of((head, now) => opened(new(head, now), kept));
    }

    private Preparation<TCommand>? Keeping(Id id, OperationTexts written) => written.Entry.Fields.Count == 0
        ? null
        : async (accepted, token) =>
            await texts.TryWriteAsync(kind.StreamId(id), written.EntryName, written.Entry, token)
                ? new Prepared<TCommand>.Go(accepted)
                : new Prepared<TCommand>.KeyReused();
}
