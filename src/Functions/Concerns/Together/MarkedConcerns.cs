using Microsoft.AspNetCore.Http;
using Oversight.Concerns;
using Oversight.Functions.Operations;

namespace Oversight.Functions.Concerns.Together;

/// <summary>A concern that somebody has marked.</summary>
/// <param name="Open">Null: it is not the person's to read, or is not there.</param>
/// <param name="WhyAlone">Null: it can be assessed together with others.</param>
public sealed record MarkedConcern(Id Id, OpenConcern? Open, ConcernRow? Row, string? WhyAlone)
{
    public string Reference => Id.Reference(ConcernFacts.ReferenceKind);

    /// <summary>A colleague works with it.</summary>
    public bool IsColleagues =>
        Open is { File.Holder: { } holder } && !Open.User.ActsFor(holder.UserId, Open.File.Board);
}

/// <summary>Opens what is marked, and says of each whether it can be assessed together with others.</summary>
public sealed class MarkedConcerns(ConcernDesk desk, IEnumerable<IConcernMatters> matters)
{
    private const int AtOnce = 8;

    public async Task<IReadOnlyList<MarkedConcern>> ReadAsync(
        HttpRequest request, IReadOnlyList<Id> ids, DateOnly today, CancellationToken cancellation)
    {
        var openings = new Opening<OpenConcern>[ids.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, ids.Count), options, async (index, token) =>
            openings[index] = await desk.OpenAsync(request, ids[index].Value, token));
        var open = openings.OfType<Opening<OpenConcern>.Opened>().Select(opened => opened.Subject)
            .Where(concern => concern.Access.Reads).ToDictionary(concern => concern.Id);
        var boards = open.Values.Select(concern => concern.File.Board).Distinct();
        var elsewhere = await ElsewhereAsync(boards, cancellation);
        return [.. ids.Select(id => Marked(id, open.GetValueOrDefault(id), today, elsewhere.Contains(id)))];
    }

    private static MarkedConcern Marked(Id id, OpenConcern? open, DateOnly today, bool goesElsewhere) => open is null
        ? new MarkedConcern(id, null, null, ConcernEdgeRefusals.AloneNotYours)
        : new MarkedConcern(
            id, open, ConcernStream.RowOf(open.Head, open.State),
            open.Access.Assesses
                ? AssessedTogether.WhyAlone(
                    open.State, open.InForce.Settings.AssessmentRulesOn(today), goesElsewhere)
                : ConcernEdgeRefusals.AloneNotYours);

    private async Task<HashSet<Id>> ElsewhereAsync(IEnumerable<BoardId> boards, CancellationToken cancellation)
    {
        var found = new HashSet<Id>();
        foreach (var board in boards)
        {
            foreach (var source in matters)
                found.UnionWith(await source.OfAsync(board, cancellation));
        }

        return found;
    }
}
