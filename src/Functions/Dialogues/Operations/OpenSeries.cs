using Microsoft.AspNetCore.Http;
using Oversight.Dialogues;
using Oversight.Functions.Dialogues.Reading;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Settings;

namespace Oversight.Functions.Dialogues.Operations;

/// <summary>Somebody who opens a series.</summary>
public sealed record OpeningScene(SignedInUser User, SettingsInForce InForce, DateOnly Today) : IScene;

/// <summary>Opens a series of kvalitetsdialoger for an agreement area.</summary>
internal sealed class OpenSeries(
    DialogueDesk desk, DialogueDetailReader details, SettingsProvider settings, StockholmTime time)
    : Creation<OpeningScene>
{
    private static readonly BoardField Board = new("board", "Nämnd") { Required = true, Unfolds = true };

    private static readonly CodeField Area = new("area", "Avtalsområde", CodeLists.AgreementAreas)
    {
        Required = true,
        Unfolds = true,
    };

    private static readonly WordsField Named = new("name", "Namn på dialogserien", limits => limits.ShortText)
    {
        Required = true,
        IsLine = true,
        Hint = "Till exempel Hemtjänst 2027. Skriv inte namn på personer.",
    };

    public override OperationName Name { get; } = new("open", "ny");

    public override string Title => "Ny dialogserie";

    public override string Button => "Spara dialogserien";

    public override string Summary =>
        "Öppnar en serie kvalitetsdialoger för ett avtalsområde. Den som anropar blir samordnare.";

    public override string Done => "Dialogserien är sparad och du är samordnare. Välj nu vilka som deltar.";

    public override Permission Permission => Permission.LeadDialogues;

    public override IReadOnlyList<Field> Fields { get; } = [Board, Area, Named];

    public override string ApiFunction => DialogueFunctions.CreateApiName;

    public override Type ApiAnswer => typeof(DialogueDetails);

    public override bool NeedsKey => true;

    public override async Task<Opening<OpeningScene>> OpenAsync(
        HttpRequest request, string? parent, CancellationToken cancellation) =>
        new Opening<OpeningScene>.Opened(
            new OpeningScene(request.User(), await settings.GetAsync(cancellation), time.Today()));

    public override string Form(OpeningScene scene) => DialogueFunctions.New;

    public override IReadOnlyList<Crumb> Trail(OpeningScene scene) =>
        [new Crumb("Kvalitetsdialoger", DialogueFunctions.List)];

    public override string Lead(OpeningScene scene) =>
        "Kvalitetsdialoger är regelbundna möten med dem som har avtal inom samma avtalsområde.";

    public override IReadOnlyDictionary<string, string> Present(OpeningScene scene) =>
        Boards(scene) is [var only]
            ? new Dictionary<string, string> { [Board.Name] = only.Value }
            : new Dictionary<string, string>();

    public override IReadOnlyList<Choice>? ChoicesOf(OpeningScene scene, Field field) => field == Board
        ? [.. Boards(scene).Select(
            board => new Choice(board.Value, scene.InForce.Settings.Board(board)?.Name ?? board.Value))]
        : null;

    public override async Task<Outcome<Made>> RunAsync(
        OpeningScene scene, FieldValues values, NewIdentity identity, Envelope envelope,
        CancellationToken cancellation)
    {
        var texts = await desk.Stream.DraftAsync(Name.Name, envelope, cancellation);
        var board = values.Read(Board);
        var command = new DialogueCommand.OpenSeries
        {
            Board = Boards(scene).Contains(board) ? board : null,
            Area = values.Read(Area),
            Name = texts.Add("name", TypedText.Line(values.Text(Named)), values.Numbers(Named)),
            LeadName = texts.Add("leadName", scene.User.Name, null),
            Areas = scene.InForce.Settings.Codes(CodeLists.AgreementAreas),
            Limits = new DialogueLimits(
                scene.InForce.Settings.Limits.ShortText, scene.InForce.Settings.Limits.Reason),
        };
        var outcome = await desk.Stream.CreateAsync(identity.Id, command, texts, envelope, cancellation);
        var written = await desk.TextsAsync(identity.Id, cancellation);
        return await outcome
            .Of((head, state) => new OpenDialogue(
                new(head, state), scene.User, scene.InForce, written, scene.Today))
            .MadeAsync(
                open => open.Address, open => $"/api/v1/dialogues/{open.Head.Id}",
                async open => await details.OfAsync(open, cancellation));
    }

    private static IReadOnlyList<BoardId> Boards(OpeningScene scene) =>
        Access.Boards(scene.User, Permission.LeadDialogues);
}
