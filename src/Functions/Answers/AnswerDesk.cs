using Microsoft.AspNetCore.Http;
using Oversight.Answers;
using Oversight.Attachments;
using Oversight.Functions.Attachments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;

namespace Oversight.Functions.Answers;

/// <summary>An answer opened by whoever has its link and its code.</summary>
public sealed record OpenAnswer(Folded<AnswerState> Read, SignedInUser User, SettingsInForce InForce, DateOnly Today)
    : IOpened
{
    public StreamHead Head => Read.Head;

    public AnswerState State => Read.State;

    public Answer Answer => State.Answer!;

    public AnswerTask Task => Answer.Task;

    public bool IsInTime => !Answer.IsLate(Today);

    /// <summary>Whether anything can still be written.</summary>
    public bool IsOpen => State.Status == AnswerStatus.Open && IsInTime;

    public AnswerLimits Limits { get; } = AnswerLimits.Of(InForce.Settings);
}

/// <summary>Opens answers for those who hold their links, and carries out what they do with them.</summary>
public sealed class AnswerDesk(
    Streams streams, PrivateTexts texts, TextKeys keys, AttachmentFiles files, SettingsProvider settings,
    StockholmTime time)
{
    public const string RetentionClass = "review";

    /// <summary>The one that the link is for: no address names another.</summary>
    public async Task<Opening<OpenAnswer>> OpenAsync(HttpRequest request, CancellationToken cancellation)
    {
        var user = request.User();
        if (AnswerGuests.AnswerOf(user) is not { } id
            || await streams.LoadForChangeAsync(AnswerStream.Kind, id,
                cancellation) is not { State.Answer: not null } read)
            return new Opening<OpenAnswer>.Missing();
        return new Opening<OpenAnswer>.Opened(
            new OpenAnswer(read, user, await settings.GetAsync(cancellation), time.Today()));
    }

    public async Task<AnswerTexts> TextsAsync(Id id, CancellationToken cancellation) =>
        new(await texts.ReadAllAsync(AnswerStream.StreamId(id), cancellation));

    public async Task<OperationTexts> DraftAsync(string operation, Envelope envelope, CancellationToken cancellation) =>
        new(await keys.GetAsync(cancellation), operation, RequestTexts.RequestOf(envelope), $"answer-{operation}",
            RetentionClass);

    public async Task<TextHashes> HashesAsync(CancellationToken cancellation) => await keys.GetAsync(cancellation);

    /// <summary>Texts and files are kept once the rules have said yes.</summary>
    public Task<Outcome<AnswerState>> ChangeAsync(
        OpenAnswer open, AnswerCommand command, OperationTexts written, IReadOnlyList<SentFile> sent, Envelope envelope,
        CancellationToken cancellation) => streams.ChangeAsync(
            AnswerStream.Kind, open.Head.Id, command, envelope, cancellation,
            async (accepted, token) =>
            {
                if (written.Entry.Fields.Count > 0
                    && !await texts.TryWriteAsync(AnswerStream.StreamId(open.Head.Id), written.EntryName, written.Entry,
                        token))
                    return new Prepared<AnswerCommand>.KeyReused();
                IReadOnlyList<Attachment> added = accepted switch
                {
                    AnswerCommand.AddFiles more => [.. more.Files.Select(file => file.File)],
                    AnswerCommand.Reply reply => [.. reply.Files.Select(file => file.File.File)],
                    _ => [],
                };
                await files.StoreAsync(open.Head.Id, sent, added, token);
                return new Prepared<AnswerCommand>.Go(accepted);
            },
            open.Read);
}

/// <summary>The kept texts of an answer; every text may be gone (gallrad).</summary>
public sealed class AnswerTexts(IReadOnlyDictionary<string, PrivateEntry> entries)
{
    public const string Erased = "Texten är gallrad.";

    public string Show(TextReference? reference) =>
        RequestTexts.Locate(reference?.Name) is var (entry, field) && entries.TryGetValue(entry, out var kept)
            && kept.Fields.TryGetValue(field, out var text)
            ? text
            : Erased;
}
