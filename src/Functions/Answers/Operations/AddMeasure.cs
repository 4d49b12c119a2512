using System.Globalization;
using Oversight.Answers;
using Oversight.Functions.Attachments;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Answers.Operations;

internal sealed class AddMeasure : AnswerOperation
{
    private static readonly OwnChoiceField Finding = new("finding", "Brist")
    {
        Required = true,
        Unfolds = true,
        IsNumber = true,
    };

    private static readonly WordsField What = new("what", "Vad ska göras?", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
        Hint = "Skriv så att det går att följa upp. Skriv inga namn på kunder.",
    };

    private static readonly WordsField Responsible = new("responsible", "Vem ansvarar?", limits => limits.ShortText)
    {
        Required = true,
        IsLine = true,
        Hint = "Befattning, till exempel verksamhetschef.",
    };

    private static readonly DayField Due = new("due", "När ska det vara klart?") { Required = true };

    public override OperationName Name { get; } = new("add-measure", "lagg-till-atgard");

    public override string Title => "Lägg till en åtgärd";

    public override string Button => "Spara åtgärden";

    public override string Summary => "Lägger en åtgärd till åtgärdsplanen.";

    public override string Done => "Åtgärden är sparad. Bara ni ser den, tills ni lämnar in planen.";

    public override int Rank => 10;

    public override IReadOnlyList<Field> Fields { get; } = [Finding, What, Responsible, Due];

    public override bool Fits(OpenAnswer open) => base.Fits(open) && open.Task.Kind == AnswerKind.Plan;

    public override IReadOnlyList<Choice>? ChoicesOf(OpenAnswer open, Field field) => field == Finding
        ? [.. open.Task.Findings.Select(number => number.ToString(CultureInfo.InvariantCulture))
            .Select(number => new Choice(number, $"Brist {number}"))]
        : null;

    public override (AnswerCommand Command, IReadOnlyList<SentFile> Files) Read(
        OpenAnswer open, FieldValues values, OperationTexts texts) =>
        (new AnswerCommand.AddMeasure(
            values.ReadNumber(Finding), texts.Add(values, What), texts.Add(values, Responsible), values.Read(Due),
            open.Limits), []);
}
