using System.Globalization;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations;

/// <summary>A sentence that a reason may begin with, and the category it belongs to.</summary>
/// <param name="Key">In the address: <c>bemotande.0</c>.</param>
public sealed record StandardPhrase(string Key, CodeId Category, CodeId? Area, string Text);

/// <summary>What a first assessment starts from, by the settings of the day.</summary>
public static class AssessmentStart
{
    public const string PhraseKey = "fras";

    /// <summary>By category, in the order of the settings; none for a category that may not be chosen today.</summary>
    public static IReadOnlyList<StandardPhrase> Phrases(OpenConcern open, DateOnly today)
    {
        var settings = open.InForce.Settings;
        return
        [
            .. from start in settings.AssessmentRulesOn(today)?.Categories ?? []
               where settings.Codes(CodeLists.ConcernCategories).Has(start.Category, today)
               from phrase in start.Phrases.Select((text, index) => (Text: text, Index: index))
               select new StandardPhrase(
                   string.Create(CultureInfo.InvariantCulture, $"{start.Category}.{phrase.Index}"), start.Category,
                   AreaOf(open, start, today), phrase.Text),
        ];
    }

    /// <summary>The area that goes with a category, by category, for the script of the page.</summary>
    public static IReadOnlyList<(CodeId Category, CodeId Area)> Areas(OpenConcern open, DateOnly today) =>
    [
        .. from start in open.InForce.Settings.AssessmentRulesOn(today)?.Categories ?? []
           let area = AreaOf(open, start, today)
           where area is not null
           select (start.Category, area.Value),
    ];

    /// <summary>What follows from the concern's consequence; an unknown provider has no outcome proposed.</summary>
    public static ConsequenceStart? Of(OpenConcern open, DateOnly today) =>
        open.InForce.Settings.AssessmentRulesOn(today)?.Of(open.File.Consequence) is { } start
            ? start with { Outcome = open.File.Unit is null ? null : start.Outcome }
            : null;

    /// <summary>The areas of LSS only where the service is one of LSS (R16).</summary>
    private static CodeId? AreaOf(OpenConcern open, CategoryStart start, DateOnly today)
    {
        var settings = open.InForce.Settings;
        var areas = settings.Codes(CodeLists.QualityAreas).On(today);
        return areas.FirstOrDefault(candidate => candidate.Id == start.Area) is { } area
            && (!area.IsMarked("lss") || Assess.IsOfLss(open))
                ? area.Id
                : null;
    }
}
