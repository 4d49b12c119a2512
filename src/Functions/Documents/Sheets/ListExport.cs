using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Identity;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Lists;

namespace Oversight.Functions.Documents;

/// <summary>A list as a workbook: the columns and rows of the page, all of its pages. The log tells of it.</summary>
public sealed partial class ListExport(StockholmTime time, ILogger<ListExport> logger)
{
    /// <summary>More is not cut: the selection has to be narrowed.</summary>
    public const int MostRows = 5_000;

    /// <summary>Where a list of matters is taken out; null: this person takes none out.</summary>
    public static string? For(SignedInUser user, string address) =>
        Access.Allows(user, Permission.ExportMatters) ? $"{address}/excel" : null;

    /// <summary>What a page of matters shows, of the boards whose lists the person may take out.</summary>
    /// <param name="all">What the page shows the person without a choice.</param>
    public IResult Of<TRow>(string name, ListShape<TRow> shape, IReadOnlyList<TRow> all, HttpRequest request)
    {
        var boards = Access.Boards(request.User(), Permission.ExportMatters);
        return Of(
            name, shape.Columns,
            shape.Whole([.. all.Where(row => boards.Contains(shape.Board(row)))], shape.Read(request.Query)));
    }

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
