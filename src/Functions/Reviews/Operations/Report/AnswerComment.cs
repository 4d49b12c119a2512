using System.Globalization;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Report;

internal sealed class AnswerComment : ReviewOperation<ReviewCommand.AnswerComment>
{
    private static readonly OwnChoiceField Comment = new("comment", "Synpunkt")
    {
        Required = true,
        Unfolds = true,
        IsNumber = true,
    };

    private static readonly WordsField Answer = new("answer", "Granskarnas svar", limits => limits.LongText)
    {
        Required = true,
        Rows = 6,
        Hint = "Så som det ska stå i rapporten, bredvid verksamhetens ord. Skriv inga namn på kunder.",
    };

    public override OperationName Name { get; } = new("answer-comment", "svara-pa-synpunkt");

    public override string Title => "Svara på synpunkter på utkastet";

    public override string Button => "Spara svaret";

    public override string Summary => "Granskarnas svar på synpunkter som har kommit in via svarslänk.";

    public override string Done => "Svaret är sparat och kommer med i rapporten.";

    public override int Rank => 111;

    public override IReadOnlyList<Field> Fields { get; } = [Comment, Answer];

    public override bool Fits(OpenReview open) => base.Fits(open) && Unanswered(open).Any();

    public override IReadOnlyList<Choice>? ChoicesOf(OpenReview open, Field field) => field == Comment
        ? [.. Unanswered(open).Select(comment => new Choice(
            comment.Place.ToString(CultureInfo.InvariantCulture),
            $"Synpunkt {comment.Place}, inkom {Day(comment.ReceivedOn)}"))]
        : null;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.AnswerComment(values.ReadNumber(Comment), texts.Add(values, Answer), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.CommentAnswered answered
            ? new Told("Synpunkter på utkastet besvarade", [], answered.Answer)
            : null;

    private static IEnumerable<(int Place, DateOnly ReceivedOn)> Unanswered(OpenReview open) =>
        (open.Review.Communication?.Comments ?? []).Select((comment, index) => (Place: index + 1, comment))
            .Where(entry => entry.comment.Answer is null)
            .Select(entry => (entry.Place, entry.comment.ReceivedOn));
}
