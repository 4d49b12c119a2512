using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Report;

internal sealed class Communicate : ReviewOperation<ReviewCommand.Communicate>
{
    private static readonly TickField Waived = new("waived", "Utkastet kommuniceras inte");

    private static readonly DayField Until = new("until", "Sista dag för synpunkter")
    {
        Hint = "Lämna tomt för den tid som gäller enligt inställningarna.",
    };

    private static readonly WordsField Reason = new("reason", "Motivering", limits => limits.Reason)
    {
        Rows = 4,
        Hint = "Behövs när utkastet inte kommuniceras.",
    };

    public override OperationName Name { get; } = new("communicate", "kommunicera");

    public override string Title => "Kommunicera utkastet";

    public override string Summary =>
        "Lämnar utkastet till rapport för synpunkter, eller avstår från det med ett skäl.";

    public override string Done => "Utkastet och följebrevet finns bland dokumenten.";

    public override int Rank => 100;

    public override IReadOnlyList<Field> Fields { get; } = [Waived, Until, Reason];

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.Communicate(
            values.Read(Waived), values.Read(Until), texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.Communicated { Communication: var draft }
        ? new Told(
            draft.Until is null ? "Utkastet kommuniceras inte" : "Utkastet kommunicerat",
            draft.Until is { } until ? [("Sista dag för synpunkter", Day(until))] : [], draft.Why)
        : null;
}
