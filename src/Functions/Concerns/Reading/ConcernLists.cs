using System.Collections.Concurrent;
using System.Globalization;
using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Texts;

namespace Oversight.Functions.Concerns;

/// <summary>Whose concerns a list shows, by who works with them.</summary>
public enum Whose
{
    Everybodys,
    Mine,
    Nobodys,
}

/// <summary>What narrows a list. Null narrows nothing.</summary>
/// <param name="OlderThan">Received before this day.</param>
/// <param name="Place">Part of the unit's or provider's name.</param>
public sealed record ConcernFilter(ConcernStatus? Status = null, DateOnly? OlderThan = null, string? Place = null)
{
    /// <summary>What the reader has declared jäv in.</summary>
    public ClosedMatters Closed { get; init; } = ClosedMatters.None;

    public Whose Whose { get; init; }

    /// <summary>Received after this instant.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Whose list it is: <see cref="Whose.Mine"/> asks.</summary>
    public SignedInUser? Reader { get; init; }

    public bool IsEmpty =>
        Status is null && OlderThan is null && After is null && TypedText.IsBlank(Place)
        && Whose is Whose.Everybodys;

    public bool Takes(ConcernRow row) =>
        (Status is null || row.Status == Status)
        && !Closed.Contains(row.ConcernId)
        && (OlderThan is not { } day || row.ReceivedOn < day)
        && (After is not { } instant || row.ReceivedAt > instant)
        && (TypedText.Holds(ConcernWords.Place(row), Place))
        && (Whose switch
        {
            Whose.Mine => row.Holder is not null && Reader?.ActsFor(row.Holder.UserId, row.Board) == true,
            Whose.Nobodys => row.Holder is null,
            _ => true,
        });
}

/// <summary>Reads the lists of concerns.</summary>
public sealed class ConcernLists(Views views, PrivateTexts texts, ConcernKeys keys)
{
    public const int PageSize = 50;
    private const int AtOnce = 8;

    /// <summary>For a page that is filtered: 2,000 rows.</summary>
    private const int MostReads = 40;

    /// <summary>
    /// What the person has registered, newest first. A damaged token is <see cref="FormatException"/>.
    /// </summary>
    public async Task<Page<ConcernRow>> MineAsync(SignedInUser user, string? token, CancellationToken cancellation) =>
        await views.ReadPageAsync<ConcernRow>(await MineAsync(user, cancellation), PageSize, token, cancellation,
            ConcernPartitions.Listed);

    /// <summary>What others have done with the person's concerns from a day on, latest first.</summary>
    public async Task<IReadOnlyList<ConcernNewsRow>> NewsAsync(
        SignedInUser user, DateOnly from, CancellationToken cancellation)
    {
        var rows = await views.ReadAllAsync<ConcernNewsRow>(
            await MineAsync(user, cancellation), cancellation, ConcernPartitions.News, ConcernPartitions.Day(from));
        return [.. rows.OrderByDescending(row => row.On)];
    }

    /// <summary>
    /// The reason of each concern's latest assessment or decision, where there is one that has not been erased.
    /// </summary>
    public async Task<IReadOnlyDictionary<Id, string>> ReasonsAsync(
        IEnumerable<ConcernRow> rows, CancellationToken cancellation)
    {
        var reasons = new ConcurrentDictionary<Id, string>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(rows.Where(row => row.ReasonName is not null), options, async (row, token) =>
        {
            if (RequestTexts.Locate(row.ReviewReasonName ?? row.ReasonName) is var (entry, field)
                && await texts.FindAsync(ConcernStream.StreamId(row.ConcernId), entry, token) is { } kept
                && kept.Fields.TryGetValue(field, out var reason))
                reasons[row.ConcernId] = reason;
        });
        return reasons;
    }

    /// <summary>What the reporter wrote, as it may be shown, where it has not been erased.</summary>
    public async Task<IReadOnlyDictionary<Id, string>> WordsAsync(
        IEnumerable<ConcernRow> rows, CancellationToken cancellation)
    {
        var words = new ConcurrentDictionary<Id, string>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(rows, options, async (row, token) =>
        {
            if (await FindAsync(row, row.Text.Reference.Name, token) is { } text)
                words[row.ConcernId] = Masking.Show(text, row.Text.Masks);
        });
        return words;
    }

    /// <summary>What the reporter is told of the review that has ended, where it has not been erased.</summary>
    public async Task<IReadOnlyDictionary<Id, ReviewOutcome>> OutcomesAsync(
        IEnumerable<ConcernRow> rows, CancellationToken cancellation)
    {
        var outcomes = new ConcurrentDictionary<Id, ReviewOutcome>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(rows.Where(row => row.Answer is not null), options, async (row, token) =>
            outcomes[row.ConcernId] = new ReviewOutcome(
                row.Steps.Last(step => step.Kind == ConcernStepKind.Answered).On,
                await FindAsync(row, row.Answer!.DecidedName, token),
                await FindAsync(row, row.Answer.BecameName, token)));
        return outcomes;
    }

    /// <summary>What the reporter is told of the kvalitetsdialog where it was taken up.</summary>
    public async Task<IReadOnlyDictionary<Id, DialogueOutcome>> TakenUpAsync(
        IEnumerable<ConcernRow> rows, CancellationToken cancellation)
    {
        var outcomes = new ConcurrentDictionary<Id, DialogueOutcome>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(rows.Where(row => row.TakenUpName is not null), options, async (row, token) =>
            outcomes[row.ConcernId] = new DialogueOutcome(
                row.Steps.Last(step => step.Kind == ConcernStepKind.TakenUp).On,
                await FindAsync(row, row.TakenUpName!, token)));
        return outcomes;
    }

    private async Task<string?> FindAsync(ConcernRow row, string name, CancellationToken cancellation) =>
        RequestTexts.Locate(name) is var (entry, field)
            ? (await texts.FindAsync(ConcernStream.StreamId(row.ConcernId), entry, cancellation))?.Fields
                .GetValueOrDefault(field)
            : null;

    /// <summary>The latest concerns about a unit that its board has, newest first.</summary>
    public async Task<IReadOnlyList<ConcernRow>> LatestOfAsync(
        ConcernUnit unit, int most, CancellationToken cancellation)
    {
        var rows = await views.ReadAllAsync<ConcernRow>(
            RegisterPartitions.OfProvider(unit.ProviderId), cancellation, ConcernPartitions.OfProvider);
        return
        [
            .. rows.Where(row => row.UnitId == unit.UnitId && row.Board == unit.Board)
                .OrderByDescending(row => row.ReceivedAt).Take(most),
        ];
    }

    /// <summary>The concerns about a unit that came from a day on and were not taken back, newest first.</summary>
    public async Task<IReadOnlyList<ConcernRow>> OfUnitAsync(
        ConcernUnit unit, DateOnly from, CancellationToken cancellation)
    {
        var rows = await views.ReadAllAsync<ConcernRow>(
            RegisterPartitions.OfProvider(unit.ProviderId), cancellation, ConcernPartitions.OfProvider,
            ConcernPartitions.Day(from));
        return
        [
            .. rows.Where(row => row.UnitId == unit.UnitId && row.Board == unit.Board
                    && row.Status != ConcernStatus.Withdrawn)
                .OrderByDescending(row => row.ReceivedAt),
        ];
    }

    /// <summary>What waits for an assessment or a decision: the unassessed first, oldest first.</summary>
    public async Task<IReadOnlyList<ConcernRow>> OpenAsync(
        IEnumerable<BoardId> boards, ConcernFilter filter, CancellationToken cancellation)
    {
        var read = await Task.WhenAll(
            boards.Select(board => views.ReadAllAsync<ConcernRow>(ConcernPartitions.Open(board), cancellation)));
        return
        [
            .. read.SelectMany(rows => rows).Where(filter.Takes)
                .OrderBy(row => row.Status != ConcernStatus.Received).ThenBy(row => row.ReceivedAt),
        ];
    }

    /// <summary>
    /// Every concern of the boards, board by board and newest first. A page that is filtered goes on reading until it
    /// is full or has read enough for one request: it may be short, even empty, and the end is where there is no next
    /// page. A damaged token is <see cref="FormatException"/>.
    /// </summary>
    public async Task<Page<ConcernRow>> PageAsync(
        IReadOnlyList<BoardId> boards, ConcernFilter filter, string? token, CancellationToken cancellation)
    {
        var (board, inner) = ReadToken(token, boards.Count);
        var rows = new List<ConcernRow>();
        for (var reads = 1; board < boards.Count; reads++)
        {
            var page = await views.ReadPageAsync<ConcernRow>(
                ConcernPartitions.OfBoard(boards[board]), PageSize, inner, cancellation, ConcernPartitions.Listed);
            rows.AddRange(page.Items.Where(filter.Takes));
            inner = page.NextPage;
            if (inner is null)
                board++;
            if ((rows.Count >= PageSize || reads == MostReads) && board < boards.Count)
                return new Page<ConcernRow>(rows, string.Create(CultureInfo.InvariantCulture, $"{board}.{inner}"));
        }

        return new Page<ConcernRow>(rows, null);
    }

    /// <summary>The same without pages; one row more than <paramref name="most"/> says that there are more.</summary>
    public async Task<IReadOnlyList<ConcernRow>> AllAsync(
        IReadOnlyList<BoardId> boards, ConcernFilter filter, int most, CancellationToken cancellation)
    {
        var rows = new List<ConcernRow>();
        for (string? token = null; rows.Count <= most;)
        {
            var page = await PageAsync(boards, filter, token, cancellation);
            rows.AddRange(page.Items);
            if ((token = page.NextPage) is null)
                break;
        }

        return [.. rows.Take(most + 1)];
    }

    /// <summary>
    /// The concern of that reference, as a person writes it, among those of the boards that are open to the person.
    /// </summary>
    public async Task<Id?> FindByReferenceAsync(
        IEnumerable<BoardId> boards, string reference, ClosedMatters closed, CancellationToken cancellation)
    {
        if (ConcernReference.Read(reference) is not { } asked)
            return null;
        var read = await Task.WhenAll(boards.Select(board => views.ReadAllAsync<ConcernReferenceRow>(
            ConcernPartitions.OfBoard(board), cancellation, ConcernPartitions.Referred(asked))));
        return read.SelectMany(rows => rows).FirstOrDefault(row => !closed.Contains(row.ConcernId))?.ConcernId;
    }

    /// <summary>
    /// Those whose references begin so, among those of the boards that are open to the person.
    /// </summary>
    public async Task<IReadOnlyList<Id>> FindByBeginningAsync(
        IEnumerable<BoardId> boards, string beginning, ClosedMatters closed, CancellationToken cancellation)
    {
        var read = await Task.WhenAll(boards.Select(board => views.ReadAllAsync<ConcernReferenceRow>(
            ConcernPartitions.OfBoard(board), cancellation, ConcernPartitions.ReferredFrom(beginning))));
        return [.. read.SelectMany(rows => rows).Select(row => row.ConcernId).Where(id => !closed.Contains(id))];
    }

    /// <summary>All that the person has registered, newest first.</summary>
    public async Task<IReadOnlyList<ConcernRow>> AllMineAsync(SignedInUser user, CancellationToken cancellation) =>
        await views.ReadAllAsync<ConcernRow>(
            await MineAsync(user, cancellation), cancellation, ConcernPartitions.Listed);

    private async Task<string> MineAsync(SignedInUser user, CancellationToken cancellation) =>
        ConcernPartitions.Mine((await keys.GetAsync(cancellation)).Reporter(user.UserId));

    private static (int Board, string? Inner) ReadToken(string? token, int boards)
    {
        if (string.IsNullOrEmpty(token))
            return (0, null);
        return token.Split('.', 2) is [var first, var inner]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var board) && board < boards
            ? (board, inner.Length == 0 ? null : inner)
            : throw new FormatException("Not a page token.");
    }
}

/// <summary>The three lines of a reporter: when the review ended, what was decided, what became of it.</summary>
/// <param name="Decided">Null when it has been erased.</param>
/// <param name="Became">The same.</param>
public sealed record ReviewOutcome(DateOnly On, string? Decided, string? Became);

/// <summary>When it was taken up at a kvalitetsdialog, and what came of it.</summary>
/// <param name="Became">Null when it has been erased.</param>
public sealed record DialogueOutcome(DateOnly On, string? Became);
