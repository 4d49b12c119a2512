using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Reviews.Operations.FollowUps;

internal sealed class RecordFollowUp : ReviewOperation<ReviewCommand.RecordFollowUp>
{
    private static readonly DayField MadeOn = new("madeOn", "Dag för uppföljningen")
    {
        Required = true,
        NotAfterToday = true,
        Hint = "Före den sista dagen är det uppföljningen, efter den är det kontrollen.",
    };

    private static readonly CodeField Method = new("method", "Hur följdes det upp?", CodeLists.ReviewMethods)
    {
        Required = true,
    };

    private static readonly WordsField Result = new("result", "Samlad bedömning", limits => limits.LongText)
    {
        Required = true,
        Rows = 6,
        Hint = "Vad som är åtgärdat, vad som kvarstår och vad som händer nu. Skriv inga namn på kunder.",
    };

    public override OperationName Name { get; } = new("record-follow-up", "uppfoljning");

    public override string Title => "Avsluta uppföljningen";

    public override string Button => "Spara uppföljningen";

    public override string Summary => "Antecknar en uppföljning när varje brist som kvarstår är följd upp.";

    public override string Done => "Uppföljningen är sparad och uppföljningsrapporten finns bland dokumenten.";

    public override int Rank => 173;

    public override IReadOnlyList<Field> Fields { get; } = [MadeOn, Method, Result];

    public override bool Fits(OpenReview open) =>
        base.Fits(open) && open.Review is { FinalDate.IsOver: false, NotFollowed.Count: 0 };

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.RecordFollowUp(
            values.Read(MadeOn), values.Read(Method), texts.Add(values, Result), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.FollowedUp { FollowUp: var made }
            ? new Told(
                ReviewWords.Text(made.Kind),
                [("Dag", Day(made.On)), ("Metod", words.Methods([made.Method]))], made.Result)
            : null;
}
