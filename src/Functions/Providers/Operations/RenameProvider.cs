using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Operations;

internal sealed class RenameProvider : ProviderOperation
{
    private static readonly LineField NewName = RegisterFields.Name("Nytt namn");

    public override OperationName Name { get; } = new("rename", "namn");

    public override string Title => "Byt namn";

    public override string Button => "Spara namnet";

    public override string Summary => "Anordnaren byter namn från en dag.";

    public override string Done => "Namnet är sparat. Enheterna följer med.";

    public override IReadOnlyList<Field> Fields { get; } = [NewName, RegisterFields.From];

    public override int Rank => 20;

    public override string Lead(OpenProvider open) => "Tidigare dokument behåller namnet som gällde då.";

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenProvider open, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            new Dictionary<string, IReadOnlyList<string>> { [NewName.Name] = [open.State.Names.Latest()] });

    public override ProviderCommand Command(OpenProvider open, FieldReader fields, NewIdentity identity) =>
        RegisterForms.ProviderName(fields);

    public override Told? Tell(ProviderEvent happened, MunicipalitySettings settings) =>
        happened is ProviderEvent.Renamed renamed
            ? Told.From("Bytte namn", renamed.From, ("Namn", renamed.Name))
            : null;
}
