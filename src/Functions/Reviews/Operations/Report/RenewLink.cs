using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Report;

internal sealed class RenewLink : ReviewOperation<ReviewCommand.RenewLink>
{
    private static readonly WordsField Reason = Why("Motivering", LinkRenewal.WhyHint);

    public override OperationName Name { get; } = new("renew-link", "byt-svarslank");

    public override string Title => LinkRenewal.Title;

    public override string Button => LinkRenewal.Title;

    public override string Summary => LinkRenewal.Summary;

    public override string Done => LinkRenewal.Done;

    public override int Rank => 135;

    protected override bool ReachesProvider => true;

    public override IReadOnlyList<Field> Fields { get; } = [LinkRenewal.What, Reason];

    public override string Lead(OpenReview open) => LinkRenewal.Lead;

    public override bool Fits(OpenReview open) => base.Fits(open) && Asked(open).Any();

    public override IReadOnlyList<Choice>? ChoicesOf(OpenReview open, Field field) => field == LinkRenewal.What
        ? [.. Asked(open).Select(answer => new Choice(
            answer.What, $"{ReviewWords.Wait(answer.What)}, sista svarsdag {Day(answer.Until!.Value)}"))]
        : null;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.RenewLink(
            TypedText.Code(values.Text(LinkRenewal.What)), texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.LinkRenewed renewed
            ? new Told("Svarslänken bytt", [("Svar", ReviewWords.Wait(renewed.What))], renewed.Reason)
            : null;

    private static IEnumerable<Oversight.Waiting.AwaitedAnswer> Asked(OpenReview open) =>
        ReviewAwaiting.OfProvider(open.State.Status, open.Review);
}
