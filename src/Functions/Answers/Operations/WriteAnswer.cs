using Oversight.Answers;
using Oversight.Functions.Attachments;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;

namespace Oversight.Functions.Answers.Operations;

internal sealed class WriteAnswer(AnswerDesk desk) : AnswerOperation
{
    private static readonly WordsField Text = new("text", "Ert svar", limits => limits.LongText)
    {
        Rows = 12,
        Hint = "Åtgärder som redan har påbörjats hör också hit. Skriv inga namn eller personnummer på kunder.",
    };

    public override OperationName Name { get; } = new("write-answer", "skriv");

    public override string Title => "Skriv svaret";

    public override string Button => "Spara utkastet";

    public override string Summary => "Sparar ett utkast till svar.";

    public override string Done => "Utkastet är sparat. Bara ni ser det, tills ni lämnar in det.";

    public override int Rank => 10;

    public override IReadOnlyList<Field> Fields { get; } = [Text];

    public override bool Fits(OpenAnswer open) =>
        base.Fits(open) && open.Task.Kind is not (AnswerKind.Plan or AnswerKind.Receipt or AnswerKind.Survey);

    public override async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenAnswer open, CancellationToken cancellation) => new Dictionary<string, IReadOnlyList<string>>
        {
            [Text.Name] = open.Answer.Text is { } text
                ? [(await desk.TextsAsync(open.Head.Id, cancellation)).Show(text)]
                : [""],
        };

    public override (AnswerCommand Command, IReadOnlyList<SentFile> Files) Read(
        OpenAnswer open, FieldValues values, OperationTexts texts) =>
        (new AnswerCommand.Write(texts.Add(values, Text), open.Limits), []);
}
