using Oversight.Answers;
using Oversight.Functions.Attachments;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Answers.Operations;

/// <summary>An answer that only says that an underrättelse has been received, and by whom.</summary>
internal sealed class ConfirmReceipt : AnswerOperation
{
    private static readonly NameField<Signatory> Capacity = SigningFields.Capacity("Du bekräftar som");

    private static readonly TickField Confirmed = new(
        "confirmed", "Jag intygar att verksamheten har tagit emot underrättelsen")
    { Required = true };

    public override OperationName Name { get; } = new("confirm-receipt", "bekrafta");

    public override string Title => "Bekräfta att ni har tagit emot underrättelsen";

    public override string Button => "Bekräfta";

    public override string Summary => "Bekräftar att verksamheten har tagit emot underrättelsen.";

    public override string Done => "Mottagandet är bekräftat. Ett kvitto är på väg till er adress.";

    public override int Rank => 5;

    public override IReadOnlyList<Field> Fields { get; } =
        [SigningFields.Name, SigningFields.Title, Capacity, Confirmed];

    public override bool Fits(OpenAnswer open) => base.Fits(open) && open.Task.Kind == AnswerKind.Receipt;

    public override string Lead(OpenAnswer open) =>
        "Läs underrättelsen först. Att ni bekräftar betyder inte att ni godtar beslutet.";

    public override (AnswerCommand Command, IReadOnlyList<SentFile> Files) Read(
        OpenAnswer open, FieldValues values, OperationTexts texts) =>
        (SigningFields.HandIn(open, values, texts, Capacity, Confirmed), []);
}
