using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Reviews.Operations.Matters;

/// <summary>Asks whether IVO is to be told, where no finding has done it.</summary>
internal sealed class RaiseIvoQuestion : ReviewOperation<ReviewCommand.RaiseIvoQuestion>
{
    private static readonly CodeField Ground = new("ground", "Grund", CodeLists.IvoGrounds) { Required = true };

    private static readonly WordsField Reason = Why("Varför väcks frågan?", "Skriv inga uppgifter om kunder.");

    public override OperationName Name { get; } = new("raise-ivo-question", "vack-fragan-om-ivo");

    public override string Title => "Väck frågan om en anmälan till IVO";

    public override string Button => "Väck frågan";

    public override string Summary =>
        "Väcker frågan om en anmälan till IVO utan att en brist har gjort det. Den som har delegationen tar ställning.";

    public override string Done => "Frågan är väckt. Ställningstagandet står i Att göra hos den som beslutar.";

    public override int Rank => 220;

    public override IReadOnlyList<Field> Fields { get; } = [Ground, Reason];

    /// <summary>For its reviewers and for the enhetschef, who have this permission in common.</summary>
    public override Permission Permission => Permission.ReadReviews;

    public override string Lead(OpenReview open) =>
        "En mycket allvarlig brist väcker frågan av sig själv. Väck den här när tillstånd saknas, när lämpligheten kan "
            + "ifrågasättas eller när flera brister tillsammans är allvarliga.";

    public override bool IsFor(OpenReview open) => ReviewMatters.IsFor(open);

    public override bool Fits(OpenReview open) => base.Fits(open)
        && !open.Review.Matters.Any(matter => matter is { Kind: MatterKind.IvoPosition, IsOpen: true });

    public override Permission ActsBy(OpenReview open) => ReviewMatters.ActsBy(open);

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.RaiseIvoQuestion(
            open.Ivo.Position, values.Read(Ground), texts.Add(values, Reason),
            open.InForce.Settings.Codes(CodeLists.IvoGrounds), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) => happened switch
    {
        ReviewEvent.IvoQuestionRaised { Finding: { } number } =>
            new Told("Frågan om en anmälan till IVO väckt", [("Brist", ReviewWords.Count(number))]),
        ReviewEvent.IvoQuestionRaised { Ground: { } ground, Reason: var reason } =>
            new Told("Frågan om en anmälan till IVO väckt", [("Grund", words.IvoGround(ground))], reason),
        _ => null,
    };
}

/// <summary>Who may bring about what goes outside: the reviewers and the enhetschef.</summary>
internal static class ReviewMatters
{
    public static bool IsFor(OpenReview open) => open.IsSeen && (IsReviewer(open) || IsChief(open));

    public static Permission ActsBy(OpenReview open) =>
        IsReviewer(open) ? Permission.Review : Permission.UnsealReview;

    private static bool IsReviewer(OpenReview open) =>
        open.IsReviewer && Access.Allows(open.User, Permission.Review, open.Board);

    private static bool IsChief(OpenReview open) => Access.Allows(open.User, Permission.UnsealReview, open.Board);
}
