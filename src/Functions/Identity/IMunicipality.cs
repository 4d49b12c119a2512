namespace Oversight.Functions.Identity;

/// <summary>The municipality's name and its boards, for who may what and for the head of every page.</summary>
public interface IMunicipality
{
    ValueTask<MunicipalityFacts> GetAsync(CancellationToken cancellation);
}

public sealed record MunicipalityFacts(string Name, IReadOnlyList<Oversight.Settings.Board> Boards)
{
    public IReadOnlySet<BoardId> BoardIds { get; } = Boards.Select(board => board.Id).ToHashSet();

    /// <summary>The board's name as people say it; its id when the settings have no such board.</summary>
    public string BoardName(BoardId id) => Boards.FirstOrDefault(board => board.Id == id)?.Name ?? id.Value;
}
