using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.ActionPlan;

internal sealed class AddMeasure : ReviewOperation<ReviewCommand.AddMeasure>
{
    private static readonly OwnChoiceField Finding = new("finding", "Brist")
    {
        Required = true,
        Unfolds = true,
        IsNumber = true,
    };

    private static readonly WordsField What = new("what", "Åtgärd", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
    };

    private static readonly WordsField Responsible = new("responsible", "Ansvarig", limits => limits.ShortText)
    {
        Required = true,
        IsLine = true,
        Hint = "Titel eller funktion i verksamheten.",
    };

    private static readonly DayField Due = new("due", "Klar senast") { Required = true };

    public override OperationName Name { get; } = new("add-measure", "ny-atgard");

    public override string Title => "Ny åtgärd i åtgärdsplanen";

    public override string Button => "Spara åtgärden";

    public override string Summary => "Antecknar en åtgärd som verksamheten lovar.";

    public override string Done => "Åtgärden är antecknad.";

    public override int Rank => 150;

    public override IReadOnlyList<Field> Fields { get; } = [Finding, What, Responsible, Due];

    public override IReadOnlyList<Choice>? ChoicesOf(OpenReview open, Field field) =>
        field == Finding ? ReviewWords.Findings([.. open.Review.Findings.Where(finding => finding.IsOpen)]) : null;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.AddMeasure(
            values.ReadNumber(Finding), texts.Add(values, What), texts.Add(values, Responsible), values.Read(Due),
            open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.MeasureAdded { Measure: var measure }
        ? new Told($"Åtgärd för brist {measure.Finding}", [("Klar senast", Day(measure.Due))], measure.What,
            measure.Responsible)
        : null;
}
