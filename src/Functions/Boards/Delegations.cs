using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Sanctions;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Sanctions;

namespace Oversight.Functions.Boards;

/// <summary>A meeting whose delegationslista is to be made.</summary>
public sealed record DelegationScene(SignedInUser User, SettingsInForce InForce, MeetingAgenda Agenda) : IScene;

public static class DelegationRefusals
{
    /// <summary>Nobody has decided anything that this meeting is to be told of.</summary>
    public const string Nothing = "delegation.nothing";
}

internal sealed class DelegationRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [DelegationRefusals.Nothing] = "Det finns inga beslut att anmäla vid sammanträdet.",
    };
}

/// <summary>
/// Makes the list of what delegates and the chair have decided, for the next meeting; made again, it is its next
/// version.
/// </summary>
internal sealed class ListDelegations(BoardAgenda agenda, DocumentStore store, SettingsProvider settings)
    : Creation<DelegationScene>
{
    public override OperationName Name { get; } = new("list-delegations", "delegationslista");

    public override string Title => "Gör delegationslistan";

    public override string Summary =>
        "Gör listan över delegationsbeslut och ordförandebeslut som anmäls vid sammanträdet.";

    public override string Done => "Delegationslistan är gjord.";

    public override Permission Permission => Permission.RecordDecisions;

    public override string ApiFunction => DelegationFunctions.ApiName;

    public override Type ApiAnswer => typeof(DocumentAnswer);

    /// <param name="parent">Board and day: <c>socialnamnden_2027-02-16</c>.</param>
    public override async Task<Opening<DelegationScene>> OpenAsync(
        HttpRequest request, string? parent, CancellationToken cancellation) =>
        parent?.Split('_') is [var board, var day]
        && await agenda.FindAsync(request.User(), board, day, cancellation) is { } found
            ? new Opening<DelegationScene>.Opened(
                new DelegationScene(request.User(), await settings.GetAsync(cancellation), found))
            : new Opening<DelegationScene>.Missing();

    public override bool IsFor(DelegationScene scene) =>
        Access.Allows(scene.User, Permission, scene.Agenda.Meeting.Board);

    public override BoardId? BoardOf(DelegationScene scene) => scene.Agenda.Meeting.Board;

    public override string Form(DelegationScene scene) => DelegationFunctions.AddressOf(scene.Agenda);

    public override string After(Made made) => made.Page;

    public override IReadOnlyList<Crumb> Trail(DelegationScene scene) =>
    [
        new Crumb("Sammanträden", BoardPages.List),
        new Crumb(
            SwedishDates.Text(scene.Agenda.Meeting.Day),
            BoardPages.AddressOf(scene.Agenda.Meeting.Board, scene.Agenda.Meeting.Day)),
    ];

    public override string Lead(DelegationScene scene) =>
        $"{scene.Agenda.Told.Count} beslut anmäls vid {scene.Agenda.BoardName}s sammanträde den "
            + $"{SwedishDates.Text(scene.Agenda.Meeting.Day)}.";

    public override async Task<Outcome<Made>> RunAsync(
        DelegationScene scene, Operations.Fields.FieldValues values, NewIdentity identity, Envelope envelope,
        CancellationToken cancellation)
    {
        var told = scene.Agenda.Told;
        if (told.Count == 0)
            return new Outcome<Made>.Refused([new Refusal(DelegationRefusals.Nothing)]);
        var (board, day) = (scene.Agenda.Meeting.Board, scene.Agenda.Meeting.Day);
        var made = await store.SaveAsync(
            new DocumentDraft(
                Id.Derive("delegation-list", $"{board}/{day:yyyy-MM-dd}"), board, new CodeId("delegationslista"),
                ContentClass.ReviewPaper, DelegationPaper.Of(scene, envelope.Context.Today),
                [.. told.Select(one => one.Of.ReviewId).Distinct()]),
            envelope, cancellation);
        return new Outcome<Made>.Done(
            made.Head,
            new Made(
                $"/dokument/{made.Head.Id}", $"/api/v1/documents/{made.Head.Id}",
                DocumentAnswer.From(made.Head, (DocumentState.Kept)made.State), made.Head.Version),
            Repeated: false);
    }
}

/// <summary>delegationslista</summary>
internal static class DelegationPaper
{
    public static Document Of(DelegationScene scene, DateOnly today)
    {
        var agenda = scene.Agenda;
        return new Document(
            scene.InForce.Settings.HeadOf(
                agenda.Meeting.Board, "Delegationslista", today, DocumentStatus.Established, isDraft: false),
            $"Anmälan av beslut till {agenda.BoardName} den {SwedishDates.Text(agenda.Meeting.Day)}",
            [
                new Block.Paragraph(
                    "Beslut som har fattats på nämndens vägnar anmäls enligt 6 kap. 39 och 40 §§ kommunallagen "
                        + "(2017:725)."),
                new Block.Table(
                    "Beslut",
                    [
                        new Column("Datum"), new Column("Beslut"), new Column("Verksamhet"), new Column("Beslutat av"),
                        new Column("Punkt eller nummer"), new Column("Utfall"),
                    ],
                    [.. agenda.Told.Select(Row)]),
            ]);
    }

    private static IReadOnlyList<string> Row(ToldDecision told) =>
    [
        SwedishDates.Text(told.Decision.On),
        told.Decision.Kind == QuestionKind.Impose
            ? told.Of.Text
            : $"{told.Of.Text}: {SanctionWords.Lower(SanctionWords.Text(told.Decision.Kind))}",
        told.Of.Unit.Name,
        told.Decision.Route == DecisionRoute.Chair
            ? "Ordföranden"
            : RoleNames.Title(told.Of.DecidedBy ?? Role.UnitManager),
        told.Decision.Route == DecisionRoute.Chair ? told.Decision.Paragraph ?? "–" : told.Of.DelegationPoint ?? "–",
        told.Decision.Until is { } until
            ? $"{SanctionWords.Text(told.Decision.Outcome)}, gäller till och med {SwedishDates.Text(until)}"
            : SanctionWords.Text(told.Decision.Outcome),
    ];
}

/// <summary>The addresses of the list.</summary>
public sealed class DelegationFunctions(CreationEdge<DelegationScene> edge)
{
    public const string ApiName = "Delegations_ApiCreate";
    private const string Page = "sammantraden/{parent}/gor/delegationslista";

    public static string AddressOf(MeetingAgenda agenda) =>
        $"{BoardPages.List}/{agenda.Meeting.Board}_{agenda.Meeting.Day:yyyy-MM-dd}/gor/delegationslista";

    [Function("Delegations_Form")]
    [Requires(Permission.RecordDecisions)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string parent,
        CancellationToken cancellation) => edge.FormAsync(request, parent, cancellation);

    [Function("Delegations_Post")]
    [Requires(Permission.RecordDecisions)]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string parent,
        CancellationToken cancellation) => edge.PostAsync(request, parent, cancellation);

    [Function(ApiName)]
    [Requires(Permission.RecordDecisions)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/meetings/{parent}/delegation-list")]
        HttpRequest request, string parent, CancellationToken cancellation) =>
        edge.CallAsync(request, parent, cancellation);
}
