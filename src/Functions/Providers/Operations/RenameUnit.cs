using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Operations;

internal sealed class RenameUnit : UnitOperation
{
    private static readonly LineField NewName = RegisterFields.Name("Nytt namn");

    public override OperationName Name { get; } = new("rename", "namn");

    public override string Title => "Byt namn på enheten";

    public override string Button => "Spara";

    public override string Link => "Byt namn";

    public override string Summary => "Enheten byter namn från en dag.";

    public override string Done => "Namnet är sparat.";

    public override IReadOnlyList<Field> Fields { get; } = [NewName, RegisterFields.From];

    public override int Rank => 10;

    public override string Lead(OpenUnit open) => "Tidigare dokument behåller namnet som gällde då.";

    protected override IReadOnlyDictionary<string, IReadOnlyList<string>> Present(UnitState.Registered unit) =>
        new Dictionary<string, IReadOnlyList<string>> { [NewName.Name] = [unit.Names.Latest()] };

    public override ValueTask<UnitCommand?> CommandAsync(
        OpenUnit open, FieldReader fields, NewIdentity identity, CancellationToken cancellation) =>
        new(RegisterForms.UnitName(fields));

    public override Told? Tell(UnitEvent happened, MunicipalitySettings settings) =>
        happened is UnitEvent.Renamed renamed
            ? Told.From("Enheten bytte namn", renamed.From, ("Namn", renamed.Name))
            : null;
}
