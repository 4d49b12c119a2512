namespace Oversight.Functions.Planning;

/// <summary>
/// Where the årsplan reads which kvalitetsdialoger and avtalsenkäter are arranged. It does not know the rooms that
/// write it.
/// </summary>
public static class FollowUpLists
{
    public static string Of(BoardId board) => $"follow-ups|{board}";
}
