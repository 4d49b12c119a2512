using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Planning;

namespace Oversight.Functions.Planning.Operations;

/// <summary>Fields that several operations on a plan have.</summary>
internal static class PlanFields
{
    /// <summary>Asked for only where the board has a version already.</summary>
    public static TickField Anyway { get; } =
        new("anyway", "Gör ett nytt utkast fast nämnden redan har en version");

    public static WordsField Reason(string label = "Motivering") => new("reason", label, limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
        Hint = "Skriv inga personuppgifter.",
    };

    /// <summary>Without the box where there is nothing to tick it for.</summary>
    public static IReadOnlyList<Field> WithoutAnyway(OpenPlan open, IReadOnlyList<Field> fields) =>
        open.Plan is { Presented: not null, HasNewerDraft: false }
            ? fields
            : [.. fields.Where(field => field != Anyway)];

    /// <summary>Every unit of the latest version, by name.</summary>
    public static IReadOnlyList<Choice> Units(PlanContent content) =>
    [
        .. content.Reviews.Select(review => review.Unit).Concat(content.NotChosen.Select(left => left.Unit))
            .OrderBy(unit => unit.Name, SwedishOrder.Comparer)
            .ThenBy(unit => unit.UnitId.Value, StringComparer.Ordinal)
            .Select(unit => new Choice(unit.UnitId.Value, $"{unit.Name}, {unit.ProviderName}")),
    ];
}
