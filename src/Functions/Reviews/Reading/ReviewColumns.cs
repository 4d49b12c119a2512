using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Web.Lists;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>The list of reviews: its columns, and what it can be narrowed by.</summary>
public static class ReviewColumns
{
    public const string Address = "/granskningar";

    /// <summary>In the address: whose.</summary>
    public const string WhoseKey = "vem";
    public const string Mine = "mina";

    /// <param name="all">What the person reads.</param>
    /// <param name="asked">The state that the address asks for: it is a choice though no review is in it.</param>
    public static ListShape<ReviewRow> Of(
        IReadOnlyList<ReviewRow> all, SignedInUser user, Municipality municipality, string? asked) =>
        new(Address, row => row.Unit.Board, Columns(municipality))
        {
            News = new(row => row.CameAt, "En granskning har kommit till", "{0} granskningar har kommit till"),
            Filters =
            [
                OfStatus(all.CountBy(row => row.Status).ToDictionary(), asked),
                .. ListFilter.OfBoard<ReviewRow>(
                    ContentAccess.Boards(user, ContentClass.Review), municipality.BoardName, row => row.Unit.Board),
                new ListFilter<ReviewRow>(
                    WhoseKey, "Vems?",
                    (row, whose) => whose != Mine || row.Lead == user.UserId || row.CoReviewers.Contains(user.UserId))
                {
                    Choices = [new Choice(Mine, "Mina")],
                },
                ListFilter.OfName<ReviewRow>(
                    "Enhet eller anordnare", row => $"{row.Unit.Name} {row.Unit.ProviderName}"),
            ],
        };

    public static string Waits(ReviewRow row) => string.Join(". ", row.Waits.Select(wait => Wait(row, wait)));

    public static string Wait(ReviewRow review, ReviewWait wait) => wait.What == ReviewAwaiting.Start
        ? $"Kan börja {SwedishDates.Text(review.NotBefore)}"
        : $"{ReviewWords.Wait(wait)}{Due(review, wait)}";

    public static string Kind(ReviewRow row) =>
        $"{ReviewWords.Text(row.Kind)}{(row.PlanYear is { } year ? $", årsplan {year}" : "")}";

    public static string Findings(ReviewRow row) =>
        row.Findings == 0 ? "–" : $"{row.OpenFindings} av {row.Findings}";

    /// <summary>The day that the wait is told with; last where there is none.</summary>
    private static DateOnly DayOf(ReviewRow review, ReviewWait wait) => wait.What == ReviewAwaiting.Start
        ? review.NotBefore
        : wait.Until ?? DateOnly.MaxValue;

    private static string Due(ReviewRow review, ReviewWait wait) => review switch
    {
        { IsPaused: true } => ", pausad",
        _ when !wait.IsDue => "",
        _ => ReviewAwaiting.IsFollowUp(wait.What) ? ", dags nu" : ", tiden är ute",
    };

    private static ListFilter<ReviewRow> OfStatus(Dictionary<ReviewStatus, int> counts, string? asked) => new(
        ListFilter.StatusKey, "Läge",
        (row, chosen) => chosen.Length == 0
            ? row.Status != ReviewStatus.Closed
            : StoredEnum<ReviewStatus>.Write(row.Status) == chosen)
    {
        Blank = "Alla som pågår",
        Choices =
        [
            .. Enum.GetValues<ReviewStatus>()
                .Where(status => counts.ContainsKey(status) || StoredEnum<ReviewStatus>.Write(status) == asked)
                .Select(status => new Choice(
                    StoredEnum<ReviewStatus>.Write(status),
                    $"{ReviewWords.Text(status)} ({counts.GetValueOrDefault(status)})")),
        ],
    };

    private static IReadOnlyList<ListColumn<ReviewRow>> Columns(Municipality municipality) =>
    [
        new("enhet", "Enhet", row => row.Unit.Name),
        new("anordnare", "Anordnare", row => row.Unit.ProviderName) { IsInFileOnly = true },
        new("referens", "Referens", row => row.Reference) { IsInFileOnly = true },
        new("slag", "Slag", Kind),
        new("lage", "Läge", row => ReviewWords.Text(row.Status)),
        new("vantar", "Väntar på", row => row.Waits.Count == 0 ? null : Waits(row))
        {
            Order = row => row.Waits.Count == 0 ? null : row.Waits.Min(wait => DayOf(row, wait)),
        },
        new("namnd", "Nämnd", row => municipality.BoardName(row.Unit.Board)),
        new("brister", "Brister", row => row.Findings) { IsNumber = true },
        new("kvar", "Brister som är kvar", row => row.OpenFindings) { IsInFileOnly = true },
    ];
}
