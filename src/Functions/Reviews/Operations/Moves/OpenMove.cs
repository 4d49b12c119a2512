using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Reviews.Operations.Ending;
using Oversight.Functions.Texts;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Reviews.Operations.Moves;

/// <summary>Opens a kundflytt that no sanction has brought.</summary>
internal sealed class OpenMove : SharedOperation<ReviewCommand.OpenMove>
{
    private static readonly CodeField Cause = new("cause", "Varför ska kunderna flytta?", CodeLists.CustomerMoveCauses)
    {
        Required = true,
    };

    private static readonly WordsField Reason = Why("Vad har hänt?", "Skriv inga uppgifter om kunder.");

    private static readonly NumberField Customers = new("customers", "Antal kunder nu") { Required = true };

    private static readonly DayField LastDay = new("lastDay", "Sista dag för kunderna") { Required = true };

    public override OperationName Name { get; } = new("open-move", "oppna-kundflytt");

    public override string Title => "Öppna en kundflytt";

    public override string Summary =>
        "Öppnar en kundflytt utan sanktion, till exempel vid konkurs. Enheten får inga nya kunder.";

    public override string Done => "Kundflytten är öppnad. Handläggarna ser att enheten inte tar emot nya kunder.";

    public override int Rank => 176;

    public override IReadOnlyList<Field> Fields { get; } = [Cause, Reason, Customers, LastDay];

    public override string Lead(OpenReview open) =>
        "När en sanktion säger upp avtalet eller avauktoriserar anordnaren följer kundflytten av den. Öppna den här "
            + "när det är något annat som gör att alla kunder ska flytta. Granskningen kan inte avslutas så länge "
            + "någon är kvar.";

    public override bool Fits(OpenReview open) =>
        base.Fits(open) && open.Review.Move is not { CalledOffOn: null };

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.OpenMove(
            values.Read(Cause), texts.Add(values, Reason), values.Read(Customers), values.Read(LastDay),
            open.InForce.Settings.Codes(CodeLists.CustomerMoveCauses), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.MoveOpened opened
            ? new Told(
                "Kundflytt öppnad",
                [
                    ("Orsak", words.MoveCause(opened.Cause)), ("Kunder", ReviewWords.Count(opened.Customers)),
                    ("Sista dag för kunderna", Day(opened.LastDay)),
                ],
                opened.Reason)
            : null;
}
