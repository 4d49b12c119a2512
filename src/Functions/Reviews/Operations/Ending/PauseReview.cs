using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Ending;

internal sealed class PauseReview : SharedOperation<ReviewCommand.Pause>
{
    private static readonly WordsField Reason = Why("Varför pausas den?");

    public override OperationName Name { get; } = new("pause", "pausa");

    public override string Title => "Pausa granskningen";

    public override string Summary => "Pausar granskningen. Tider och påminnelser står still.";

    public override string Done => "Granskningen är pausad. Det som kommer in tas emot.";

    public override int Rank => 232;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override string Lead(OpenReview open) =>
        "Medan granskningen är pausad löper inga tider och inga påminnelser går ut. Det som verksamheten skickar tas "
            + "emot. När ni återupptar den flyttas de dagar som löpte lika långt som pausen varade.";

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.Pause(texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.Paused paused ? new Told("Granskningen pausad", [], paused.Reason) : null;
}
