using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Reviewers;

internal sealed class DeclareReviewConflict : ReviewOperation<ReviewCommand.DeclareConflict>
{
    private static readonly WordsField Reason = Why("Vilken omständighet gör dig jävig?", "Skriv inte namn på kunder.");

    public override OperationName Name { get; } = new("declare-conflict", "anmal-jav");

    public override string Title => "Anmäl jäv";

    public override string Summary => "Den som är jävig varken läser eller deltar i granskningen efter det.";

    public override string Done => "Jävet är antecknat. Du ser inte granskningen längre.";

    public override int Rank => 220;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    /// <summary>Everybody who reads a review may have to step back from it.</summary>
    public override Permission Permission => Permission.ReadReviews;

    public override string Lead(OpenReview open) =>
        "När du har anmält jäv kan du inte längre läsa granskningen eller delta i den. Om du är ansvarig granskare "
            + "måste en annan ta över.";

    public override bool IsFor(OpenReview open) => IsForBoard(open);

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.DeclareConflict(texts.Add(values, Reason), open.Setup)
        {
            Deputy = open.InForce.Settings.IvoRulesOn(open.Today).Substitute,
        });

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.ConflictDeclared declared ? new Told("Jäv anmält", [], declared.Reason) : null;
}
