using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Joint;

/// <summary>Takes up a finding that the other board has told of as one of the review's own.</summary>
internal sealed class TakeFinding : ReviewOperation<ReviewCommand.TakeFinding>
{
    private static readonly OwnChoiceField Received = new("number", "Den andra nämndens brist")
    {
        Required = true,
        Unfolds = true,
        IsNumber = true,
    };

    private static readonly OwnChoiceField Requirement = RequirementField("Krav som inte är uppfyllt hos er enhet");

    public override OperationName Name { get; } = new("take-finding", "ta-upp-brist");

    public override string Title => "Ta upp en brist från den andra nämnden";

    public override string Button => "Ta upp bristen";

    public override string Summary =>
        "Tar upp en brist som den andra nämnden har lämnat som en brist i den egna granskningen.";

    public override string Done =>
        "Bristen är upptagen. I rapporten står att den kommer från den gemensamma granskningen.";

    public override int Rank => 62;

    public override IReadOnlyList<Field> Fields { get; } = [Received, Requirement];

    public override string Lead(OpenReview open) =>
        "Bristen blir er egen. Den gäller ett krav som ni själva har bedömt som ej uppfyllt eller ej fullt ut "
            + "uppfyllt.";

    public override bool Fits(OpenReview open) => base.Fits(open) && Left(open.Review).Any();

    public override IReadOnlyList<Choice>? ChoicesOf(OpenReview open, Field field)
    {
        var words = new ReviewWords(open.InForce.Settings, open.Setup.Rules);
        return field == Received
            ? [.. Left(open.Review).Select(shared => new Choice(
                ReviewWords.Digits(shared.Number),
                $"{words.Category(shared.Category)}: {words.Requirement(shared.Requirement)}"))]
            : field == Requirement ? words.Unmet(open.Review) : null;
    }

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.TakeFinding(values.ReadNumber(Received), Code(values, Requirement), open.Ivo));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.SharedFindingTaken { Finding: var finding }
        ? new Told(
            $"Brist {finding.Number} upptagen från den andra nämnden",
            [("Krav", words.Requirement(finding.Requirement)),
                ("Allvarlighet", ReviewWords.Severity(finding.Severity))], finding.Text)
        : null;

    private static IEnumerable<SharedFinding> Left(Review review) =>
        review.ReceivedFindings.Where(received => received.TakenAs is null).Select(received => received.Shared);
}
