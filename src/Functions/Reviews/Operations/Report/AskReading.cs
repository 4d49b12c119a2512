using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Report;

internal sealed class AskReading : ReviewOperation<ReviewCommand.AskReading>
{
    public override OperationName Name { get; } = new("ask-reading", "lamna-for-lasning");

    public override string Title => "Lämna utkastet till en andra läsare";

    public override string Button => "Lämna utkastet";

    public override string Summary => "Lämnar utkastet till en annan granskare, som läser det innan det kommuniceras.";

    public override string Done => "Utkastet väntar på en andra läsare och finns bland dokumenten.";

    public override int Rank => 95;

    public override IReadOnlyList<Field> Fields { get; } = [];

    public override bool Fits(OpenReview open) => base.Fits(open) && open.Setup.Rules.SecondReader;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.AskReading(open.Setup.Rules.ReaderDays));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.ReadingAsked asked
            ? new Told("Utkastet lämnat till en andra läsare", asked.Until is { } day ? [("Senast", Day(day))] : [])
            : null;
}
