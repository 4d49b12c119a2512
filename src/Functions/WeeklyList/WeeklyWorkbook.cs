using Oversight.Functions.Documents;

namespace Oversight.Functions.WeeklyList;

/// <summary>The weekly list as a workbook, a sheet for each part.</summary>
internal static class WeeklyWorkbook
{
    public static byte[] Of(WeeklyListModel list, Func<BoardId, string> board) => Workbook.Of(
    [
        Awaited("Försenat", list.Overdue, board),
        new Sheet(
            "Arbetsbelastning",
            ["Namn", "Synpunkter", "Ansvarig för", "Medgranskare i", "Försenat", "Nästa dag"],
            [.. list.Workload.Select(row => new object?[]
                { row.Name, row.Concerns, row.Leads, row.Joins, row.Overdue, row.Next })]),
        new Sheet(
            "Vikariat",
            ["Nämnd", "Vikariat för", "Vikarie", "Roll", "Från", "Till och med"],
            [.. list.Substitutes.Select(row => new object?[]
                { board(row.Board), row.For, row.By, row.Role, row.From, row.Until })]),
        Awaited("Väntar på", list.Awaited, board),
        new Sheet(
            "Årsplan mot utfall",
            ["Nämnd", "År", "Kvartal", "Planerade", "Påbörjade", "Rapporterade"],
            [.. list.Outcome.Select(row => new object?[]
                { board(row.Board), row.Year, row.Quarter, row.Planned, row.Started, row.Reported })]),
    ]);

    private static Sheet Awaited(string name, IReadOnlyList<AwaitedRow> rows, Func<BoardId, string> board) => new(
        name, ["Nämnd", "Gäller", "Vad", "Av vem", "Senast", "Pausad"],
        [.. rows.Select(row => new object?[]
            { board(row.Board), row.Subject, row.What, row.From, row.Until, row.IsPaused ? "Ja" : "" })]);
}
