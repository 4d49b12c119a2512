using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Substitutions;

namespace Oversight.Functions.Substitutions;

/// <summary>A vikariat opened by somebody who may know of it.</summary>
public sealed record OpenSubstitution(
    Folded<SubstitutionState> Read, SignedInUser User, SettingsInForce InForce, KeptTexts Texts, DateOnly Today)
    : IOpened
{
    public StreamHead Head => Read.Head;

    public SubstitutionState State => Read.State;

    public Substitution Substitution => State.Substitution!;

    public string Address => $"/vikariat/{Head.Id}";

    public bool IsOver => Substitution.IsOver(Today);
}

/// <summary>Reads and changes vikariat.</summary>
public sealed class SubstitutionDesk(
    Streams streams, Views views, TextedStreams texted, SettingsProvider settings, StockholmTime time)
{
    private const string RetentionClass = "substitution";
    private const int OverShown = 20;

    public TextedStream<SubstitutionState, SubstitutionCommand, SubstitutionEvent> Stream { get; } =
        texted.Of(SubstitutionStream.Kind, "substitution", RetentionClass);

    /// <summary>Those that go on or come, the nearest first, then the last that are over.</summary>
    public async Task<IReadOnlyList<SubstitutionRow>> ListAsync(SignedInUser user, CancellationToken cancellation)
    {
        var today = time.Today();
        var lists = await Task.WhenAll(Boards(user).Select(
            board => views.ReadAllAsync<SubstitutionRow>(SubstitutionStream.PartitionOf(board), cancellation)));
        var all = lists.SelectMany(rows => rows).ToLookup(row => row.IsOver(today));
        return
        [
            .. all[false].OrderBy(row => row.From).ThenBy(row => row.Id.Value, StringComparer.Ordinal),
            .. all[true].OrderByDescending(row => row.Until).Take(OverShown),
        ];
    }

    public async Task<Opening<OpenSubstitution>> OpenAsync(
        SignedInUser user, string id, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var known)
            || await streams.LoadForChangeAsync(
                SubstitutionStream.Kind, known, cancellation) is not { State.Substitution: { } named } read)
            return new Opening<OpenSubstitution>.Missing();
        return Boards(user).Contains(named.Board)
            ? new Opening<OpenSubstitution>.Opened(new OpenSubstitution(
                read, user, await settings.GetAsync(cancellation), await TextsAsync(known, cancellation), time.Today()))
            : new Opening<OpenSubstitution>.Closed();
    }

    /// <summary>Whoever may read it: the caller asks.</summary>
    public async Task<(Substitution Substitution, KeptTexts Texts)?> FindAsync(
        Id id, CancellationToken cancellation) =>
        await streams.LoadAsync(SubstitutionStream.Kind, id, cancellation) is { State.Substitution: { } named }
            ? (named, await TextsAsync(id, cancellation))
            : null;

    public Task<KeptTexts> TextsAsync(Id id, CancellationToken cancellation) => Stream.TextsAsync(id, cancellation);

    private static IReadOnlyList<BoardId> Boards(SignedInUser user) =>
        [.. Access.Boards(user, Permission.ReadReviews)
            .Where(board => ContentAccess.Reads(user, ContentClass.Review, board))];
}
