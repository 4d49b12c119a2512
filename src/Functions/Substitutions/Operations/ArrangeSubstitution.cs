using System.Globalization;
using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Substitutions;

namespace Oversight.Functions.Substitutions.Operations;

/// <summary>Somebody who will be away.</summary>
public sealed record AbsenceScene(SignedInUser User, SettingsInForce InForce, DateOnly Today) : IScene;

/// <summary>Names who stands in between two days.</summary>
internal sealed class ArrangeSubstitution(SubstitutionDesk desk, SettingsProvider settings, StockholmTime time)
    : Creation<AbsenceScene>
{
    private static readonly NameField<Role> OfRole = new("role", "Vikarie för dig som",
        [new("qualityDeveloper", "Ansvarig granskare"), new("unitManager", "Enhetschef")])
    {
        Required = true,
    };

    private static readonly BoardField Board = new("board", "Nämnd") { Required = true, Unfolds = true };

    private static readonly DayField From = new("from", "Från och med") { Required = true };

    private static readonly DayField Until = new("until", "Till och med") { Required = true };

    private static readonly WordsField StandIn = new("standIn", "Vem vikarierar?", limits => limits.ShortText)
    {
        Required = true,
        IsLine = true,
        Hint =
            "Skriv namnet. Vikariatet gäller när personen har tagit det. Är du enhetschef bekräftar du sedan vem det "
                + "är.",
    };

    private static readonly WordsField Reason = new("reason", "Motivering", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
        Hint = "Till exempel semester eller tjänstledighet. Skriv inget om hälsa eller annat personligt.",
    };

    public override OperationName Name { get; } = new("arrange", "ny");

    public override string Title => "Ange vikarie";

    public override string Button => "Spara vikariatet";

    public override string Summary =>
        "Anger vem som vikarierar för den som anropar, som ansvarig granskare eller enhetschef, mellan två dagar.";

    public override string Done =>
        "Vikariatet är sparat. Det gäller när personen har tagit det, och för en enhetschef när du har bekräftat vem "
        + "det "
            + "är.";

    public override Permission Permission => Permission.ArrangeSubstitution;

    public override IReadOnlyList<Field> Fields { get; } = [OfRole, Board, From, Until, StandIn, Reason];

    public override string ApiFunction => SubstitutionFunctions.CreateApiName;

    public override Type ApiAnswer => typeof(SubstitutionDetails);

    public override bool NeedsKey => true;

    public override async Task<Opening<AbsenceScene>> OpenAsync(
        HttpRequest request, string? parent, CancellationToken cancellation) =>
        new Opening<AbsenceScene>.Opened(
            new AbsenceScene(request.User(), await settings.GetAsync(cancellation), time.Today()));

    public override string Form(AbsenceScene scene) => SubstitutionFunctions.CreateAddress;

    public override IReadOnlyList<Crumb> Trail(AbsenceScene scene) =>
        [new Crumb("Vikariat", SubstitutionFunctions.List)];

    public override string Lead(AbsenceScene scene) =>
        "Vikarien ser det som är ditt i Att göra och kan göra detsamma som du. Det du själv kan göra ändras inte.";

    public override IReadOnlyDictionary<string, string> Present(AbsenceScene scene)
    {
        var present = new Dictionary<string, string>
        {
            [From.Name] = scene.Today.ToString("O", CultureInfo.InvariantCulture),
        };
        if (Roles(scene) is [var role])
            present[OfRole.Name] = role.Value;
        if (scene.User.Boards is { Count: 1 } boards)
            present[Board.Name] = boards.First().Value;
        return present;
    }

    public override IReadOnlyList<Choice>? ChoicesOf(AbsenceScene scene, Field field) =>
        field == OfRole ? Roles(scene)
        : field == Board
            ? [.. scene.User.Boards.OrderBy(board => board.Value, StringComparer.Ordinal).Select(
                board => new Choice(board.Value, scene.InForce.Settings.Board(board)?.Name ?? board.Value))]
            : null;

    public override async Task<Outcome<Made>> RunAsync(
        AbsenceScene scene, FieldValues values, NewIdentity identity, Envelope envelope, CancellationToken cancellation)
    {
        var texts = await desk.Stream.DraftAsync(Name.Name, envelope, cancellation);
        var limits = scene.InForce.Settings.Limits;
        var (role, board) = (values.Read(OfRole), values.Read(Board));
        var command = new SubstitutionCommand.Arrange
        {
            Role = role,
            Board = board,
            IsOwn = role is { } own && scene.User.Roles.Contains(own) && scene.User.Boards.Contains(board),
            From = values.Read(From),
            Until = values.Read(Until),
            OwnName = texts.Add("ownName", scene.User.Name, null),
            Named = texts.Add(values, StandIn),
            Reason = texts.Add(values, Reason),
            Line = limits.ShortText,
            LongestReason = limits.Reason,
        };
        if (values.Unreadable(
            () => SubstitutionDecider.Decide(SubstitutionState.Initial, command, envelope.Context)) is { } reasons)
            return new Outcome<Made>.Refused(reasons);
        var outcome = await desk.Stream.CreateAsync(identity.Id, command, texts, envelope, cancellation);
        var written = await desk.TextsAsync(identity.Id, cancellation);
        return await outcome
            .Of((head, state) => new OpenSubstitution(
                new(head, state), scene.User, scene.InForce, written, scene.Today))
            .MadeAsync(
                open => open.Address, open => $"/api/v1/substitutions/{open.Head.Id}",
                open => Task.FromResult<object>(SubstitutionDetails.Of(open)));
    }

    private static List<Choice> Roles(AbsenceScene scene) =>
    [
        .. OfRole.Alternatives.Where(choice =>
            Names.Find<Role>(choice.Value) is { } role && scene.User.Roles.Contains(role)),
    ];
}
