using System.Globalization;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Storage;
using Oversight.Planning;
using Oversight.Settings;

namespace Oversight.Functions.Planning.Operations;

internal sealed class SetChoices(Plans plans) : PlanOperation
{
    private static readonly WordsField Reason = PlanFields.Reason();

    public override OperationName Name { get; } = new("set-choices", "kapacitet");

    public override string Title => "Ändra kapaciteten";

    public override string Summary =>
        "Ger planen andra granskningsdagar och andra minimikrav än reglerna, med motivering. Planen görs om efter det.";

    public override string Done => "Kapaciteten är ändrad, och planen är gjord om efter den.";

    public override Permission Permission => Permission.DraftPlan;

    public override bool IsEmbedded => false;

    public override int Rank => 30;

    public override IReadOnlyList<Field> Fields { get; } = [.. ChoiceFields.All, Reason, PlanFields.Anyway];

    public override IReadOnlyList<Field> FieldsOf(OpenPlan open) => PlanFields.WithoutAnyway(open, Fields);

    public override bool Fits(OpenPlan open) => open.State is PlanState.Draft;

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenPlan open, CancellationToken cancellation) =>
        Task.FromResult(ChoiceFields.Present(open.Choice));

    public override async Task<Outcome<PlanState>?> RunAsync(
        OpenPlan open, FieldValues values, Envelope envelope, CancellationToken cancellation)
    {
        var read = ChoiceFields.All.ToDictionary(field => field.Name, values.Read);
        if (values.Faults.Count > 0)
            return null;
        foreach (var missing in ChoiceFields.All.Where(field => read[field.Name] is null))
            values.Refuse(PlanFormRefusals.NumberMissing, missing.Name);
        return values.Faults.Count > 0
            ? null
            : await plans.SetChoicesAsync(
                open, ChoiceFields.Read(name => read[name]!.Value), values.Text(Reason),
                values.Read(PlanFields.Anyway), envelope, cancellation);
    }
}

/// <summary>
/// The numbers that a choice of reviews has to keep to: in the operation, and on the page to try them.
/// </summary>
internal static class ChoiceFields
{
    private const int Percent = 100;

    private static readonly IReadOnlyList<NumberField> Days =
    [
        .. Enumerable.Range(1, 4).Select(quarter => new NumberField(
            $"days{quarter.ToString(CultureInfo.InvariantCulture)}", $"Granskningsdagar kvartal {quarter}")
        { Required = true }),
    ];

    private static readonly NumberField Years =
        new("longestYears", "Varje avtal granskas minst vart så många år") { Required = true };

    private static readonly NumberField Minimum =
        new("minimumShare", "Högst så många procent av dagarna till avtal som måste granskas") { Required = true };

    private static readonly NumberField Lot =
        new("randomShare", "Så många procent av dagarna till lottade enheter") { Required = true };

    public static IReadOnlyList<NumberField> All { get; } = [.. Days, Years, Minimum, Lot];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Present(PlanChoiceRules rules) =>
        Numbers(rules).ToDictionary(
            pair => pair.Key,
            pair => (IReadOnlyList<string>)[pair.Value.ToString(CultureInfo.InvariantCulture)]);

    public static IReadOnlyDictionary<string, int> Numbers(PlanChoiceRules rules) =>
        Days.Select((field, index) => (field.Name, rules.DaysPerQuarter[index]))
            .Append((Years.Name, rules.LongestYears))
            .Append((Minimum.Name, (int)(rules.MinimumShare * Percent)))
            .Append((Lot.Name, (int)(rules.RandomShare * Percent)))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);

    public static PlanChoices Read(Func<string, int> number) => new()
    {
        DaysPerQuarter = [.. Days.Select(field => number(field.Name))],
        LongestYears = number(Years.Name),
        MinimumShare = number(Minimum.Name) / (decimal)Percent,
        RandomShare = number(Lot.Name) / (decimal)Percent,
    };
}
