using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Operations;

internal sealed class ChangeOwnership : ProviderOperation
{
    public override OperationName Name { get; } = new("change-ownership", "agare");

    public override string Title => "Ändra ägarform";

    public override string Button => "Spara ägarformen";

    public override string Summary => "Anordnaren byter ägarform från en dag.";

    public override string Done => "Ägarformen är sparad.";

    public override IReadOnlyList<Field> Fields { get; } = [RegisterFields.Ownership, RegisterFields.From];

    public override int Rank => 30;

    public override string Lead(OpenProvider open) => "Tidigare ägarform står kvar i historiken.";

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenProvider open, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            new Dictionary<string, IReadOnlyList<string>>
            { [RegisterFields.Ownership.Name] = [open.State.Owners.Latest().Word()] });

    public override ProviderCommand Command(OpenProvider open, FieldReader fields, NewIdentity identity) =>
        RegisterForms.Ownership(fields);

    public override Told? Tell(ProviderEvent happened, MunicipalitySettings settings) =>
        happened is ProviderEvent.OwnershipChanged changed
            ? Told.From("Ägarformen ändrades", changed.From, ("Ägarform", changed.Ownership.Text()))
            : null;
}
