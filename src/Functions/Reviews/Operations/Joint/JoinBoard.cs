using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Reviews.Joint;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Joint;

/// <summary>Asks another board to review together.</summary>
internal sealed class JoinBoard(JointUnits units) : ReviewOperation<ReviewCommand.JoinBoard>
{
    private static readonly OwnChoiceField Unit = new("unit", "Den andra nämndens enhet")
    {
        Required = true,
        Unfolds = true,
        Hint = "Enheter som drivs av samma organisation och hör till en annan nämnd. Listan är tom om det inte finns "
            + "någon.",
    };

    private static readonly WordsField Reason = Why("Varför granskar ni gemensamt?", "Läses bara av den egna nämnden.");

    public override OperationName Name { get; } = new("join-board", "gemensam-granskning");

    public override string Title => "Granska gemensamt med en annan nämnd";

    public override string Button => "Öppna den andra nämndens granskning";

    public override string Summary =>
        "Öppnar en granskning för en annan nämnd hos samma organisation, att göras tillsammans med den här.";

    public override string Done =>
        "Den andra nämndens granskning är öppnad. Den börjar när någon av dess kvalitetsutvecklare tar den.";

    public override int Rank => 115;

    public override IReadOnlyList<Field> Fields { get; } = [Unit, Reason];

    public override string Lead(OpenReview open) =>
        "Varje nämnd är en egen myndighet. Den andra nämnden får en egen granskning med eget diarienummer, egen "
            + "rapport och egna beslut. Den ser vilken nämnd ni är, ert diarienummer, hur långt ni har kommit och vem "
            + "som är ansvarig, och inget annat. När den har börjat står det i brev och rapporter att granskningen är "
            + "gemensam.";

    public override bool IsFor(OpenReview open) =>
        IsForBoard(open) && open.User.ActsFor(open.Review.Lead?.UserId, open.Board);

    public override bool Fits(OpenReview open) => base.Fits(open) && open.Review is { Twin: null, Seal: null };

    public override async ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        OpenReview open, Field field, CancellationToken cancellation)
    {
        if (field != Unit)
            return null;
        var words = new ReviewWords(open.InForce.Settings, open.Setup.Rules);
        return [.. (await units.OfAsync(open, cancellation))
            .Select(unit => new Choice(unit.UnitId.Value, $"{unit.Name}, {words.Board(unit.Board)}"))];
    }

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(MakeAsync(open, values, texts, cancellation));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) => happened switch
    {
        ReviewEvent.JointAsked asked => new Told(
            "Gemensam granskning med en annan nämnd",
            [("Nämnd", words.Board(asked.With.Board)), ("Enhet", asked.With.Name)], asked.Reason),
        ReviewEvent.JointOpened opened =>
            new Told("Gemensam granskning", [("På initiativ av", words.Board(opened.Board))]),
        ReviewEvent.TwinNoted noted => new Told(
            noted switch
            {
                { Standing: TwinStanding.Cancelled } => "Den andra nämnden har avbrutit sin granskning",
                { CaseNumber: not null } => "Den andra nämndens ärende",
                { Standing: TwinStanding.Begun } => "Den andra nämndens granskning har börjat",
                _ => "Den andra nämndens granskning är öppnad",
            },
            noted.CaseNumber is { } number ? [("Diarienummer", number)] : []),
        _ => null,
    };

    private async Task<ReviewCommand> MakeAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation)
    {
        var chosen = values.Text(Unit);
        return new ReviewCommand.JoinBoard(
            (await units.OfAsync(open, cancellation)).FirstOrDefault(unit => unit.UnitId.Value == chosen),
            ReviewIds.OfTwin(open.Head.Id), texts.Add(values, Reason), JointRules.Of(open.InForce.Settings));
    }
}
