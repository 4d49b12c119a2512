using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Report;

internal sealed class AskSupplement : ReviewOperation<ReviewCommand.AskSupplement>
{
    private static readonly WordsField Asked = new("asked", "Vad behöver kompletteras?", limits => limits.LongText)
    {
        Required = true,
        Rows = 6,
        Hint = "Så som det ska stå i begäran. Skriv inga namn på kunder.",
    };

    private static readonly DayField Until = new("until", "Sista svarsdag")
    {
        Hint = "Lämna tomt för den tid som gäller enligt inställningarna.",
    };

    public override OperationName Name { get; } = new("ask-supplement", "begar-komplettering");

    public override string Title => "Begär komplettering";

    public override string Summary => "Begär komplettering av verksamheten.";

    public override string Done => "Begäran finns bland dokumenten. Svaret väntas till sista svarsdagen.";

    protected override bool ReachesProvider => true;

    public override int Rank => 80;

    public override IReadOnlyList<Field> Fields { get; } = [Asked, Until];

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.AskSupplement(values.Read(Until), texts.Add(values, Asked), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.SupplementAsked { Supplement: var asked }
        ? new Told($"Komplettering {asked.Number} begärd", [("Sista svarsdag", Day(asked.Until))], asked.Asked)
        : null;
}
