using System.Globalization;
using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Planning;

namespace Oversight.Functions.Planning.Operations;

/// <summary>Somebody who is about to make a plan.</summary>
public sealed record PlanScene(SignedInUser User, SettingsInForce InForce) : IScene;

/// <summary>A new draft, or the same again where nothing has changed.</summary>
internal sealed class Draft(Plans plans, SettingsProvider settings, StockholmTime time) : Creation<PlanScene>
{
    private static readonly BoardField Board = new("board", "Nämnd") { Required = true, Unfolds = true };

    private static readonly OwnChoiceField Year = new("year", "År")
    { Required = true, Unfolds = true, IsNumber = true };

    public override OperationName Name { get; } = new("draft", "utkast");

    public override string Title => "Gör nytt utkast";

    public override string Summary =>
        "Gör ett nytt utkast till årsplan. Samma underlag som senast ger ingen ny version (200).";

    public override string Done =>
        "Utkastet är gjort efter det underlag som finns nu. Samma underlag som senast ger ingen ny version.";

    public override Permission Permission => Permission.DraftPlan;

    public override IReadOnlyList<Field> Fields { get; } = [Board, Year, PlanFields.Anyway];

    public override string ApiFunction => PlanOperationFunctions.DraftName;

    public override Type ApiAnswer => typeof(PlanAnswer);

    public override async Task<Opening<PlanScene>> OpenAsync(
        HttpRequest request, string? parent, CancellationToken cancellation) =>
        new Opening<PlanScene>.Opened(new PlanScene(request.User(), await settings.GetAsync(cancellation)));

    public override string Form(PlanScene scene) => "/arsplan/utkast";

    public override IReadOnlyList<Crumb> Trail(PlanScene scene) => [new Crumb("Årsplan", "/arsplan")];

    public override string Lead(PlanScene scene) =>
        "Samma underlag som senast ger ingen ny version. Om nämnden redan har en version ligger den kvar hos nämnden.";

    public override IReadOnlyDictionary<string, string> Present(PlanScene scene) =>
        new Dictionary<string, string> { [Year.Name] = time.Today().Year.ToString(CultureInfo.InvariantCulture) };

    public override IReadOnlyList<Choice>? ChoicesOf(PlanScene scene, Field field)
    {
        if (field == Board)
        {
            return [.. Access.Boards(scene.User, Permission.DraftPlan)
                .Select(board => new Choice(board.Value, scene.InForce.Settings.Board(board)?.Name ?? board.Value))];
        }

        var year = time.Today().Year;
        return [.. new[] { year, year + 1 }.Select(shown => shown.ToString(CultureInfo.InvariantCulture))
            .Select(text => new Choice(text, text))];
    }

    public override async Task<Outcome<Made>> RunAsync(
        PlanScene scene, FieldValues values, NewIdentity identity, Envelope envelope, CancellationToken cancellation)
    {
        var board = values.Read(Board);
        if (scene.InForce.Settings.Board(board) is null)
            values.Refuse(PlanFormRefusals.BoardUnknown, Board.Name);
        else if (!Access.Allows(scene.User, Permission.DraftPlan, board))
            values.Refuse(PlanFormRefusals.BoardForeign, Board.Name);
        if (!int.TryParse(values.Text(Year), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            values.Refuse(PlanFormRefusals.YearMalformed, Year.Name);
        if (values.Faults.Count > 0)
            return new Outcome<Made>.Refused(values.Faults);
        return await plans.DraftAsync(
            board, year, values.Read(PlanFields.Anyway), envelope, cancellation) switch
        {
            Outcome<PlanState>.Done done => Made(scene, done.Head, done.State, done.Repeated),
            Outcome<PlanState>.Refused refused => new Outcome<Made>.Refused(refused.Reasons),
            // Others have drafted newer ones all the while.
            Outcome<PlanState>.Conflict conflict => Made(scene, conflict.Head, conflict.State, repeated: true),
            var other => throw new InvalidOperationException($"A draft ended as {other.GetType().Name}."),
        };
    }

    private static Outcome<Made>.Done Made(PlanScene scene, StreamHead head, PlanState state, bool repeated)
    {
        var plan = state.PlanOrNone!;
        var exact = ContentAccess.Reads(scene.User, ContentClass.PlanAnnex, plan.Board);
        return new Outcome<Made>.Done(
            head,
            new Made(PlanSubject.PageOf(plan.Board, plan.Year), $"/api/v1/plans/{plan.Board}/{plan.Year}",
                PlanAnswer.From(head, state, exact), head.Version)
            {
                IsNew = !repeated,
            },
            repeated);
    }
}
