using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Lists;

namespace Oversight.Functions.Documents;

/// <summary>A list as a workbook: the columns and rows of the page, all of its pages. The log tells of it.</summary>
public sealed partial class ListExport(StockholmTime time, ILogger<ListExport> logger)
{
    /// <summary>More is not cut: the selection has to be narrowed.</summary>
    public const int MostRows = 5_000;

    /// <param name="name">Of the sheet and the file.</param>
    public IResult Of<TRow>(string name, IReadOnlyList<ListColumn<TRow>> columns, IReadOnlyList<TRow> rows)
    {
        if (rows.Count > MostRows)
            return TooMany();
        LogTaken(name, rows.Count);
        var sheet = new Sheet(
            name, [.. columns.Select(column => column.Label)],
            [.. rows.Select(row => columns.Select(column => column.Value(row)).ToArray())]);
        return TypedResults.File(
            Workbook.Of([sheet]), Workbook.ContentType,
            string.Create(
                CultureInfo.InvariantCulture, $"{name.ToLowerInvariant()}-{time.Today():yyyy-MM-dd}.xlsx"));
    }

    private static IResult TooMany() => Pages.Message(
        StatusCodes.Status422UnprocessableEntity, "Urvalet är för stort",
        "En fil kan ha högst 5 000 rader. Begränsa urvalet i listan och hämta igen.");

    [LoggerMessage(8101, LogLevel.Information, "The list {List} was taken out as a workbook with {Rows} rows")]
    private partial void LogTaken(string list, int rows);
}
