namespace Oversight.Functions.Risk;

/// <summary>
/// Where the risk analysis reads what avtalsenkäter tell. The analysis does not know the room that writes it.
/// </summary>
public static class SurveySignalLists
{
    public static string Of(BoardId board) => $"survey-signals|{board}";

    /// <summary>The beginning of the keys of one unit's.</summary>
    public static string OfUnit(Id unit) => $"unit|{unit}|";
}
