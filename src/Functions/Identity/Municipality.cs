using Oversight.Functions.Settings;

namespace Oversight.Functions.Identity;

/// <summary>
/// The municipality's name and its boards, for who may what and for the head of every page. Never asks storage.
/// </summary>
public sealed class Municipality(SettingsProvider settings)
{
    public string Name { get; } = settings.Current.Settings.Municipality;

    public IReadOnlySet<BoardId> Boards { get; } = settings.Current.Settings.Boards.Select(board => board.Id)
        .ToHashSet();

    /// <summary>The board's name as people say it; its id when the settings have no such board.</summary>
    public string BoardName(BoardId id) => settings.Current.Settings.Board(id)?.Name ?? id.Value;
}
