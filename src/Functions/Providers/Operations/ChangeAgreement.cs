using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Operations;

internal sealed class ChangeAgreement : AgreementOperation
{
    public override OperationName Name { get; } = new("change-terms", "andra");

    public override string Title => "Ändra avtalet";

    public override string Button => "Spara ändringen";

    public override string Summary => "Avtalets villkor ändras från en dag.";

    public override string Done => "Avtalets nya villkor är sparade. Enheterna följer med.";

    public override IReadOnlyList<Field> Fields { get; } = [RegisterFields.From, .. RegisterFields.Terms];

    public override string Lead(OpenAgreement open) =>
        $"Avtal {open.Agreement.Key}. Villkoren före ändringen står kvar i historiken.";

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenAgreement open, CancellationToken cancellation)
    {
        var terms = open.Agreement.Terms;
        return Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            new Dictionary<string, IReadOnlyList<string>>
            {
                ["services"] = [.. terms.Services.Select(code => code.Value)],
                ["targetGroups"] = [.. terms.TargetGroups.Select(code => code.Value)],
                ["validFrom"] = [RegisterWording.Iso(terms.ValidFrom)],
                ["validTo"] = [RegisterWording.Iso(terms.ValidTo)],
                ["responsibleDelegate"] = [terms.ResponsibleDelegate ?? ""],
                ["diaryNumber"] = [terms.DiaryNumber ?? ""],
            });
    }

    public override ProviderCommand Command(OpenAgreement open, FieldReader fields) =>
        RegisterForms.AgreementChange(fields, open.Agreement.Id, open.Provider.Scene.Rules);

    public override Told? Tell(ProviderEvent happened, MunicipalitySettings settings) =>
        happened is ProviderEvent.AgreementChanged changed
            ? Told.From(
                "Ett avtals villkor ändrades", changed.From, ("Insatser", settings.Services(changed.Terms.Services)),
                ("Giltighet",
                    $"{RegisterWording.Iso(changed.Terms.ValidFrom)} – {RegisterWording.Iso(changed.Terms.ValidTo)}"))
            : null;
}
