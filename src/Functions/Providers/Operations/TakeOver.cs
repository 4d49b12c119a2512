using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Operations;

internal sealed class TakeOver(ProviderDesk providers, Views views) : UnitOperation
{
    /// <summary>Callers name provider and agreement apart; the form's choice holds both.</summary>
    private static readonly OwnChoiceField Provider = new("providerId", "Anordnare");

    private static readonly OwnChoiceField Agreement = new("agreementId", "Anordnare och avtal")
    { Required = true, Unfolds = true };

    public override OperationName Name { get; } = new("take-over", "overtagande");

    public override string Title => "Enheten tas över";

    public override string Button => "Spara";

    public override string Summary => "Enheten tas över av en annan anordnare eller flyttas till ett annat avtal.";

    public override string Done => "Övertagandet är registrerat.";

    public override IReadOnlyList<Field> Fields { get; } = [Provider, Agreement, RegisterFields.From];

    public override int Rank => 70;

    public override IReadOnlyList<Field> FieldsOf(OpenUnit open) => [Agreement, RegisterFields.From];

    public override string Lead(OpenUnit open) =>
        "Historiken följer enheten. Synpunkter från tiden före övertagandet står kvar hos den tidigare utföraren.";

    public override async ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        OpenUnit open, Field field, CancellationToken cancellation) => field != Agreement
        ? null
        :
        [
            .. from row in await views.ReadAllAsync<ProviderRow>(RegisterPartitions.Providers, cancellation)
               from agreement in row.Agreements
               where agreement.AgreementId != open.State.Agreement.AgreementId && open.Scene.MayEdit(agreement.Board)
               select new Choice($"{row.ProviderId}.{agreement.AgreementId}", $"{row.Names.Latest()}, {agreement.Key}"),
        ];

    public override async ValueTask<UnitCommand?> CommandAsync(
        OpenUnit open, FieldReader fields, NewIdentity identity, CancellationToken cancellation)
    {
        var from = fields.Date(RegisterFields.From.Name);
        var (provider, agreement) = fields.Text(Agreement.Name).Split('.') is [var first, var second]
            ? (first, second)
            : (fields.Text(Provider.Name), fields.Text(Agreement.Name));
        if (await FactsAsync(provider, agreement, cancellation) is not { } facts)
        {
            fields.Refuse(RegisterEdgeRefusals.AgreementUnknown, Agreement.Name);
            return null;
        }

        if (!open.Scene.MayEdit(facts.Board))
            fields.Refuse(RegisterEdgeRefusals.ForeignBoard, Agreement.Name);
        return new UnitCommand.TakeOver(from, facts);
    }

    public override Told? Tell(UnitEvent happened, MunicipalitySettings settings) =>
        happened is UnitEvent.TakenOver taken
            ? Told.From(
                "Enheten togs över", taken.From, ("Anordnare", taken.Agreement.ProviderName),
                ("Avtal", taken.Agreement.AgreementKey))
            : null;

    /// <summary>The agreement of that provider as a unit must know it, or null when there is none such.</summary>
    private async Task<AgreementFacts?> FactsAsync(string provider, string agreement, CancellationToken cancellation) =>
        Id.TryParse(provider, out var providerId) && Id.TryParse(agreement, out var agreementId)
            && await providers.LoadAsync(providerId, cancellation) is { State: ProviderState.Registered registered }
            && registered.Agreement(agreementId) is { } found
            ? registered.Facts(providerId, found)
            : null;
}
