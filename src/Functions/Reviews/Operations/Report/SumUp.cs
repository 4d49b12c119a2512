using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Report;

internal sealed class SumUp : ReviewOperation<ReviewCommand.SumUp>
{
    private static readonly WordsField Lessons = new("lessons", "Vad lär vi oss?", limits => limits.Reason)
    {
        Required = true,
        Rows = 6,
        Hint = "Kort. Inga uppgifter om kunder, medarbetare eller dem som har lämnat synpunkter.",
    };

    private static readonly WordsField Readers = new("readers", "Vilka ska läsa den?", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
        Hint = "En grupp eller roll på varje rad.",
    };

    public override OperationName Name { get; } = new("sum-up", "sammanfatta-for-larande");

    public override string Title => "Sammanfatta för lärande";

    public override string Button => "Skriv sammanfattningen";

    public override string Summary => "Skriver en kort intern sammanfattning för lärande, med läsarna angivna.";

    public override string Done => "Sammanfattningen finns bland dokumenten.";

    public override int Rank => 200;

    public override IReadOnlyList<Field> Fields { get; } = [Lessons, Readers];

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.SumUp(texts.Add(values, Lessons), texts.Add(values, Readers), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.SummedUp { Summary: var summary }
        ? new Told("Sammanfattad för lärande", [], summary.Lessons, summary.Readers)
        : null;
}
