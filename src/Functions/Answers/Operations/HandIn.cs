using Oversight.Answers;
using Oversight.Functions.Attachments;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Answers.Operations;

internal sealed class HandIn : AnswerOperation
{
    private static readonly NameField<Signatory> Capacity = SigningFields.Capacity(
        "Du lämnar in som", "En åtgärdsplan lämnas in av firmatecknare, eller av ombud som har bifogat fullmakt.");

    private static readonly TickField Confirmed = new("confirmed", "Jag intygar att jag får svara för verksamheten")
    { Required = true };

    public override OperationName Name { get; } = new("hand-in", "lamna-in");

    public override string Title => "Lämna in svaret";

    public override string Button => "Lämna in";

    public override string Summary => "Lämnar in svaret till nämnden.";

    public override string Done =>
        "Svaret är inlämnat. Ett kvitto är på väg till er adress. Skriv gärna ut den här sidan.";

    public override int Rank => 40;

    public override IReadOnlyList<Field> Fields { get; } =
        [SigningFields.Name, SigningFields.Title, Capacity, Confirmed];

    public override bool Fits(OpenAnswer open) => base.Fits(open) && open.Task.Kind != AnswerKind.Receipt;

    public override string Lead(OpenAnswer open) => open.Answer.Survey is not null
        ? "När enkäten är inlämnad är svaren inkomna handlingar hos nämnden. "
            + $"Ni kan ändra dem till och med {SwedishDates.Text(open.Task.Until)}."
        : "När svaret är inlämnat är det en inkommen handling hos nämnden. Det går inte att ändra efteråt.";

    public override (AnswerCommand Command, IReadOnlyList<SentFile> Files) Read(
        OpenAnswer open, FieldValues values, OperationTexts texts) =>
        (SigningFields.HandIn(open, values, texts, Capacity, Confirmed), []);
}
