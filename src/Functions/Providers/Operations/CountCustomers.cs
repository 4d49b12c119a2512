using System.Globalization;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Operations;

internal sealed class CountCustomers : UnitOperation
{
    public override OperationName Name { get; } = new("count-customers", "antal");

    public override string Title => "Ange antal kunder";

    public override string Button => "Spara";

    public override string Summary => "Antal kunder och barn en viss dag.";

    public override string Done => "Antalet är sparat och räknas med i riskbedömningen.";

    public override IReadOnlyList<Field> Fields { get; } = RegisterFields.Count(isRequired: true);

    public override int Rank => 30;

    protected override IReadOnlyDictionary<string, IReadOnlyList<string>> Present(UnitState.Registered unit) =>
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["customers"] = [Number(unit.Count?.Customers)],
            ["children"] = [Number(unit.Count?.Children)],
        };

    public override ValueTask<UnitCommand?> CommandAsync(
        OpenUnit open, FieldReader fields, NewIdentity identity, CancellationToken cancellation) =>
        new(RegisterForms.Count(fields));

    public override Told? Tell(UnitEvent happened, MunicipalitySettings settings) =>
        happened is UnitEvent.CustomersCounted { Count: var count }
            ? new Told(
                "Antal kunder angavs",
                [("Dag", SwedishDates.Text(count.On)), ("Kunder", Number(count.Customers)),
                    ("Varav barn", Number(count.Children))])
            : null;

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
