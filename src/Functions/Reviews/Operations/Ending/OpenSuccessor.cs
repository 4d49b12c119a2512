using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Ending;

/// <summary>The system proposes it when something remains after the final date; the enhetschef decides.</summary>
internal sealed class OpenSuccessor : ReviewOperation<ReviewCommand.OpenSuccessor>
{
    private static readonly WordsField Reason = Why("Varför behövs en ny granskning?");

    public override OperationName Name { get; } = new("open-successor", "efterfoljande-granskning");

    public override string Title => "Öppna en efterföljande granskning";

    public override string Summary =>
        "Öppnar en ny granskning av enheten när något kvarstår efter den sista dagen. Enhetschefen beslutar.";

    public override string Done =>
        "Den efterföljande granskningen är öppnad. Det som kvarstår är överfört till den.";

    public override int Rank => 174;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override Permission Permission => Permission.CancelReview;

    public override bool IsFor(OpenReview open) => IsForBoard(open);

    public override bool Fits(OpenReview open) => base.Fits(open) && open.Review is { IsWeak: true, Seal: null };

    public override string Lead(OpenReview open) =>
        "Brister kvarstår efter den sista dagen. Systemet föreslår en ny granskning av enheten inom "
            + $"{ReviewWords.Count(open.Setup.Rules.SuccessorMonths)} månader. Bristerna som kvarstår överförs till "
            + "den, så att den här granskningen kan avslutas.";

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.OpenSuccessor(
            ReviewIds.OfSuccessor(open.Head.Id), texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) => happened switch
    {
        ReviewEvent.SuccessorAsked asked => new Told(
            "Efterföljande granskning öppnad", [("Ska börja senast", Day(asked.Until))], asked.Reason),
        ReviewEvent.SuccessorOpened opened => new Told(
            "Följer på en tidigare granskning",
            [("Granskning", opened.Predecessor.Reference(ReviewPartitions.ReferenceKind)),
                ("Ska börja senast", Day(opened.Until))]),
        _ => null,
    };
}
