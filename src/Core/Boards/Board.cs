namespace Oversight.Settings;

/// <summary>nämnd: an authority of its own (R2).</summary>
/// <param name="Name">As it stands in documents: <c>Socialnämnden</c>.</param>
/// <param name="Organisation">The part of the administration that works for it, as documents name it.</param>
public sealed record Board(BoardId Id, string Name, string? Organisation = null);

/// <summary>
/// One meeting of a board and the days that lead to it. <paramref name="PapersStop"/> (handlingsstopp) is the last day
/// to hand in papers; preparation (beredning) and dispatch (utskick) follow, and none is later than the meeting.
/// </summary>
public sealed record Meeting(BoardId Board, DateOnly Day, DateOnly PapersStop, DateOnly Preparation, DateOnly Dispatch);
