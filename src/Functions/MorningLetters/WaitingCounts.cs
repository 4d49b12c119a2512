using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.MorningLetters;

/// <summary>
/// How much of <em>Att göra</em> waits for somebody, in numbers alone. What a row says, its detail and its address
/// may name a unit and are never told: a row is counted under a word that stands here.
/// </summary>
/// <param name="Things">What the rows hold together.</param>
/// <param name="LateRows">Rows whose day has passed: of several things in a row, only that is known.</param>
/// <param name="SoonRows">Rows whose day is within a week.</param>
/// <param name="Parts">Things by where they are done.</param>
public sealed record WaitingCounts(
    int Things, int LateRows, int SoonRows, IReadOnlyList<(string What, int Things)> Parts)
{
    private const int DaysOfWeek = 7;
    private const string Rest = "Annat";

    private static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["anordnare"] = "Anordnare och avtal",
        ["arsplan"] = "Årsplan",
        ["dialoger"] = "Kvalitetsdialoger",
        ["diariet"] = "Att diarieföra",
        ["dokument"] = "Dokument",
        ["drift"] = "Drift",
        ["enkater"] = "Avtalsenkäter",
        ["granskningar"] = "Granskningar",
        ["ivo"] = "Andra myndigheter",
        ["overlamnanden"] = "Andra myndigheter",
        ["risk"] = "Risk",
        ["sammantraden"] = "Sammanträden",
        ["sanktioner"] = "Sanktioner",
        ["synpunkter"] = "Synpunkter",
        ["uppgifter"] = "Uppgifter",
        ["utskick"] = "Utskick",
        ["vikariat"] = "Vikariat",
    };

    public static WaitingCounts Of(IEnumerable<ToDoItem> items, DateOnly today)
    {
        var waiting = items.Where(item => item.IsOwn).ToList();
        return new WaitingCounts(
            waiting.Sum(item => item.Count),
            waiting.Count(item => item.Due < today),
            waiting.Count(item => item.Due >= today && item.Due <= today.AddDays(DaysOfWeek)),
            [
                .. waiting.GroupBy(item => Word(item.Href))
                    .Select(part => (What: part.Key, Things: part.Sum(item => item.Count)))
                    .OrderBy(part => part.What == Rest).ThenBy(part => part.What, SwedishOrder.Comparer),
            ]);
    }

    /// <summary>The first step of the address, which is a contract, decides the word.</summary>
    private static string Word(string href) =>
        Words.GetValueOrDefault(href.Split('/', '?', '#').ElementAtOrDefault(1) ?? "", Rest);
}
