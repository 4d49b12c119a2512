namespace Oversight.Functions.Risk;

/// <summary>
/// Where the risk analysis and the årsplan read what reviews tell. They do not know the room that writes it.
/// </summary>
public static class ReviewFactLists
{
    public static string Of(BoardId board) => $"review-facts|{board}";
}

/// <summary>Where the risk analysis reads the classes that people have judged units to have.</summary>
public static class ClassJudgementLists
{
    public static string Of(BoardId board) => $"class-judgements|{board}";
}
