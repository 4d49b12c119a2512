using System.Globalization;
using Oversight.Answers;
using Oversight.Functions.Attachments;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Answers.Operations;

internal sealed class RemoveMeasure(AnswerDesk desk) : AnswerOperation
{
    private static readonly OwnChoiceField Measure = new("number", "Åtgärd")
    {
        Required = true,
        Unfolds = true,
        IsNumber = true,
    };

    public override OperationName Name { get; } = new("remove-measure", "ta-bort-atgard");

    public override string Title => "Ta bort en åtgärd";

    public override string Button => "Ta bort";

    public override string Summary => "Tar bort en åtgärd ur utkastet.";

    public override string Done => "Åtgärden är borttagen.";

    public override int Rank => 20;

    public override IReadOnlyList<Field> Fields { get; } = [Measure];

    public override bool Fits(OpenAnswer open) => base.Fits(open) && open.Answer.Measures.Count > 0;

    public override async ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        OpenAnswer open, Field field, CancellationToken cancellation)
    {
        var texts = await desk.TextsAsync(open.Head.Id, cancellation);
        return
        [
            .. open.Answer.Measures.Select(measure => new Choice(
                measure.Number.ToString(CultureInfo.InvariantCulture),
                $"Brist {measure.Finding}: {Shortened(texts.Show(measure.What))}")),
        ];
    }

    public override (AnswerCommand Command, IReadOnlyList<SentFile> Files) Read(
        OpenAnswer open, FieldValues values, OperationTexts texts) =>
        (new AnswerCommand.RemoveMeasure(values.ReadNumber(Measure)), []);

    private static string Shortened(string text)
    {
        const int longest = 60;
        return text.Length <= longest ? text : $"{text[..longest]}…";
    }
}
