using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Sources;

internal sealed class WithdrawSource : ReviewOperation<ReviewCommand.WithdrawSource>
{
    private static readonly OwnChoiceField Number = new("number", "Underlag")
    {
        Required = true,
        Unfolds = true,
        IsNumber = true,
    };

    private static readonly WordsField Reason = Why("Varför tas det bort?");

    public override OperationName Name { get; } = new("withdraw-source", "ta-bort-underlag");

    public override string Title => "Ta bort underlag";

    public override string Summary =>
        "Tar bort ett underlag ur granskningen. Det står kvar i historiken att det har funnits.";

    public override string Done => "Underlaget är borttaget.";

    public override int Rank => 114;

    public override IReadOnlyList<Field> Fields { get; } = [Number, Reason];

    public override bool Fits(OpenReview open) => base.Fits(open) && open.Review.SourcesInUse.Any();

    public override IReadOnlyList<Choice>? ChoicesOf(OpenReview open, Field field) => field == Number
        ? [.. open.Review.SourcesInUse.Select(source => ChoiceOf(open, source))]
        : null;

    private static Choice ChoiceOf(OpenReview open, ReviewSource source)
    {
        var kind = new ReviewWords(open.InForce.Settings, open.Setup.Rules).SourceKind(source.Kind);
        return new Choice(ReviewWords.Digits(source.Number), $"Underlag {source.Number}: {kind}, {Day(source.From)}");
    }

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.WithdrawSource(
            values.ReadNumber(Number), texts.Add(values, Reason), SourceRules.Of(open.InForce.Settings)));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.SourceWithdrawn gone
            ? new Told($"Underlag {gone.Number} borttaget", [], gone.Reason)
            : null;
}
