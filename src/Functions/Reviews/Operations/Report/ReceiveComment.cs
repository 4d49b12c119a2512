using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Report;

internal sealed class ReceiveComment : ReviewOperation<ReviewCommand.ReceiveComment>
{
    private static readonly DayField ReceivedOn = new("receivedOn", "Inkom den")
    {
        Required = true,
        NotAfterToday = true,
    };

    private static readonly WordsField Text = new("text", "Synpunkterna ordagrant", limits => limits.LongText)
    {
        Required = true,
        Rows = 6,
    };

    private static readonly WordsField Answer = new("answer", "Granskarnas svar", limits => limits.LongText)
    {
        Required = true,
        Rows = 4,
    };

    public override OperationName Name { get; } = new("receive-comment", "ta-emot-synpunkter");

    public override string Title => "Ta emot synpunkter på utkastet";

    public override string Button => "Spara synpunkterna";

    public override string Summary => "Antecknar synpunkter på utkastet ordagrant, med granskarnas svar.";

    public override string Done => "Synpunkterna är antecknade.";

    public override int Rank => 110;

    public override IReadOnlyList<Field> Fields { get; } = [ReceivedOn, Text, Answer];

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.ReceiveComment(
            values.Read(ReceivedOn), texts.Add(values, Text), texts.Add(values, Answer), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.CommentReceived { Comment: var comment }
        ? new Told(
            comment.IsLate ? "Synpunkter på utkastet, för sent" : "Synpunkter på utkastet",
            [("Inkom", SwedishDates.Text(comment.ReceivedOn))],
            comment.Text, comment.Answer)
        : null;
}
