using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Reviews.Operations.Ending;
using Oversight.Functions.Texts;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Moves;

/// <summary>The customers may stay.</summary>
internal sealed class CallOffMove : SharedOperation<ReviewCommand.CallOffMove>
{
    private static readonly WordsField Reason = Why("Varför får kunderna stanna?", "Skriv inga uppgifter om kunder.");

    public override OperationName Name { get; } = new("call-off-move", "avblas-kundflytt");

    public override string Title => "Avblås kundflytten";

    public override string Summary =>
        "Tar tillbaka kundflytten, till exempel när någon annan tar över verksamheten. Enheten får nya kunder igen.";

    public override string Done => "Kundflytten är avblåst. Enheten tar emot nya kunder igen.";

    public override int Rank => 178;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool Fits(OpenReview open) => base.Fits(open) && open.Review.Move is { CalledOffOn: null };

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.CallOffMove(texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.MoveCalledOff off ? new Told("Kundflytten avblåst", [], off.Reason) : null;
}
