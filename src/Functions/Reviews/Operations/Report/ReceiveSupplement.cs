using System.Globalization;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Report;

internal sealed class ReceiveSupplement : ReviewOperation<ReviewCommand.ReceiveSupplement>
{
    private static readonly OwnChoiceField Asked = new("number", "Begäran")
    {
        Required = true,
        Unfolds = true,
        IsNumber = true,
    };

    private static readonly DayField ReceivedOn = new("receivedOn", "Inkom den")
    {
        Required = true,
        NotAfterToday = true,
    };

    private static readonly WordsField Answer = new("answer", "Vad som kom in", limits => limits.LongText)
    {
        Required = true,
        Rows = 6,
        Hint = "Också åtgärder som har påbörjats. Skriv inga namn på kunder.",
    };

    public override OperationName Name { get; } = new("receive-supplement", "ta-emot-komplettering");

    public override string Title => "Ta emot komplettering";

    public override string Button => "Spara kompletteringen";

    public override string Summary => "Antecknar en komplettering som har kommit in.";

    public override string Done => "Kompletteringen är antecknad.";

    public override int Rank => 90;

    public override IReadOnlyList<Field> Fields { get; } = [Asked, ReceivedOn, Answer];

    public override bool Fits(OpenReview open) => base.Fits(open) && Awaited(open).Any();

    public override IReadOnlyList<Choice>? ChoicesOf(OpenReview open, Field field) => field == Asked
        ? [.. Awaited(open).Select(asked => new Choice(
            asked.Number.ToString(CultureInfo.InvariantCulture),
            $"Komplettering {asked.Number}, sista svarsdag {Day(asked.Until)}"))]
        : null;

    private static IEnumerable<Supplement> Awaited(OpenReview open) =>
        open.Review.Supplements.Where(asked => asked.ReceivedOn is null);

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.ReceiveSupplement(
            values.ReadNumber(Asked), values.Read(ReceivedOn), texts.Add(values, Answer), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.SupplementReceived received
        ? new Told($"Komplettering {received.Number} inkom", [("Inkom", Day(received.ReceivedOn))],
            received.Answer)
        : null;
}
