using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Checklist;

internal sealed class RecordVisit : ReviewOperation<ReviewCommand.RecordVisit>
{
    private static readonly DayField VisitedOn = new("visitedOn", "Besöksdag")
    {
        Required = true,
        NotAfterToday = true,
    };

    private static readonly WordsField Participants = new("participants", "Deltagare", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
        Hint = "Titel eller roll, till exempel verksamhetschef och två medarbetare. Inga namn på kunder.",
    };

    private static readonly WordsField Notes = new("notes", "Vad som framkom", limits => limits.LongText)
    {
        Required = true,
        Rows = 8,
        Hint = "Skriv inga namn på kunder.",
    };

    public override OperationName Name { get; } = new("record-visit", "besok");

    public override string Title => "Dokumentera besöket";

    public override string Button => "Spara besöket";

    public override string Summary => "Dokumenterar granskningsbesöket.";

    public override string Done => "Besöket är dokumenterat.";

    public override int Rank => 40;

    public override IReadOnlyList<Field> Fields { get; } = [VisitedOn, Participants, Notes];

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.RecordVisit(
            values.Read(VisitedOn), texts.Add(values, Participants), texts.Add(values, Notes), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.Visited { Visit: var visit }
        ? new Told("Besöket dokumenterat", [("Besöksdag", Day(visit.On))], visit.Participants, visit.Notes)
        : null;
}
