using Oversight.Answers;
using Oversight.Functions.Attachments;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Answers.Operations;

/// <summary>Takes up an avtalsenkät again that was handed in, while there is time.</summary>
internal sealed class ReopenSurvey : AnswerOperation
{
    public override OperationName Name { get; } = new("reopen", "andra");

    public override string Title => "Ändra svaren";

    public override string Button => "Öppna enkäten igen";

    public override string Summary => "Öppnar en inlämnad avtalsenkät igen, till och med sista dagen.";

    public override string Done =>
        "Enkäten är öppen igen. Det ni har lämnat in gäller tills ni lämnar in den på nytt.";

    public override int Rank => 10;

    public override bool Fits(OpenAnswer open) =>
        open is { State.Status: AnswerStatus.HandedIn, Answer.Survey: not null, IsInTime: true };

    public override string Lead(OpenAnswer open) =>
        $"Ni kan ändra till och med {SwedishDates.Text(open.Task.Until)}. "
        + "Det ni har lämnat in gäller tills ni lämnar in enkäten på nytt.";

    public override (AnswerCommand Command, IReadOnlyList<SentFile> Files) Read(
        OpenAnswer open, FieldValues values, OperationTexts texts) => (new AnswerCommand.Reopen(), []);
}
