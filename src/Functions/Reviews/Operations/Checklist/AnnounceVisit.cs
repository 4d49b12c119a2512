using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Checklist;

internal sealed class AnnounceVisit : ReviewOperation<ReviewCommand.AnnounceVisit>
{
    private static readonly WordsField Time = new("time", "Tid", limits => limits.ShortText)
    {
        IsLine = true,
        Hint = "Till exempel klockan 9–15.",
    };

    private static readonly WordsField Meet = new("meet", "Vilka vill ni träffa?", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
        Hint = "Titel eller roll, till exempel verksamhetschef och två medarbetare. Inga namn på kunder.",
    };

    private static readonly WordsField Prepare = new("prepare", "Vad ska finnas framme?", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
    };

    public override OperationName Name { get; } = new("announce-visit", "avisera");

    public override string Title => "Avisera besöket";

    public override string Button => "Skriv aviseringsbrevet";

    public override string Summary => "Skriver brevet som säger till om ett aviserat besök.";

    public override string Done => "Aviseringsbrevet finns bland dokumenten.";

    protected override bool ReachesProvider => true;

    public override int Rank => 35;

    public override IReadOnlyList<Field> Fields { get; } = [Time, Meet, Prepare];

    public override bool Fits(OpenReview open) =>
        base.Fits(open) && open.Review.Scope is { Announced: true, VisitOn: { } day } && day >= open.Today;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.AnnounceVisit(texts.Add(values, Time), texts.Add(values, Meet),
            texts.Add(values, Prepare), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.VisitAnnounced { Notice: var notice }
        ? new Told("Besöket aviserat", [("Besöksdag", Day(notice.VisitOn))], notice.Meet, notice.Prepare)
        : null;
}
