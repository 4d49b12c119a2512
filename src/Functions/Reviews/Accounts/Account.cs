using System.Globalization;
using Microsoft.AspNetCore.Http;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Reviews.Accounts;

/// <summary>Somebody who is about to account for reviews.</summary>
public sealed record AccountScene(SignedInUser User, SettingsInForce InForce, DateOnly Today) : IScene;

/// <summary>Makes the redovisning of a board and a period, or its next version.</summary>
internal sealed class Account(
    ReviewAccounts accounts, Conflicts conflicts, SettingsProvider settings, StockholmTime time)
    : Creation<AccountScene>
{
    private static readonly BoardField Board = new("board", "Nämnd") { Required = true, Unfolds = true };

    private static readonly DayField From = new("from", "Från och med") { Required = true };

    private static readonly DayField To = new("to", "Till och med") { Required = true };

    public override OperationName Name { get; } = new("account", "redovisning");

    public override string Title => "Redovisa granskningar";

    public override string Button => "Gör redovisningen";

    public override string Summary =>
        "Gör en redovisning av nämndens granskningar med fastställd rapport under en tid. Samma granskningar som "
            + "senast ger ingen ny version.";

    public override string Done => "Redovisningen är gjord.";

    public override Permission Permission => Permission.AccountForReviews;

    public override IReadOnlyList<Field> Fields { get; } = [Board, From, To];

    public override string ApiFunction => AccountFunctions.ApiName;

    public override Type ApiAnswer => typeof(DocumentAnswer);

    public override async Task<Opening<AccountScene>> OpenAsync(
        HttpRequest request, string? parent, CancellationToken cancellation) =>
        new Opening<AccountScene>.Opened(
            new AccountScene(request.User(), await settings.GetAsync(cancellation), time.Today()));

    public override string Form(AccountScene scene) => AccountFunctions.Address;

    public override string After(Made made) => made.Page;

    public override IReadOnlyList<Crumb> Trail(AccountScene scene) => [new Crumb("Granskningar", "/granskningar")];

    public override string Lead(AccountScene scene) =>
        "Alla granskningar med en rapport som är fastställd under tiden kommer med. Redovisningen blir ett dokument "
            + "hos nämnden.";

    /// <summary>The year so far.</summary>
    public override IReadOnlyDictionary<string, string> Present(AccountScene scene) => new Dictionary<string, string>
    {
        [From.Name] = new DateOnly(scene.Today.Year, 1, 1).ToString("O", CultureInfo.InvariantCulture),
        [To.Name] = scene.Today.ToString("O", CultureInfo.InvariantCulture),
    };

    public override IReadOnlyList<Choice>? ChoicesOf(AccountScene scene, Field field) => field == Board
        ? [.. Access.Boards(scene.User, Permission).Select(
            board => new Choice(board.Value, scene.InForce.Settings.Board(board)?.Name ?? board.Value))]
        : null;

    public override async Task<Outcome<Made>> RunAsync(
        AccountScene scene, FieldValues values, NewIdentity identity, Envelope envelope, CancellationToken cancellation)
    {
        var board = values.Read(Board);
        if (scene.InForce.Settings.Board(board) is null)
            values.Refuse(AccountRefusals.BoardUnknown, Board.Name);
        else if (!Access.Allows(scene.User, Permission, board))
            values.Refuse(AccountRefusals.BoardForeign, Board.Name);
        var (from, to) = (values.Read(From), values.Read(To));
        if (from is null)
            values.Refuse(AccountRefusals.DayMissing, From.Name);
        if (to is null)
            values.Refuse(AccountRefusals.DayMissing, To.Name);
        if (to < from)
            values.Refuse(AccountRefusals.Backwards, To.Name);
        if (values.Faults.Count > 0)
            return new Outcome<Made>.Refused(values.Faults);
        var period = new AccountPeriod(from!.Value, to!.Value);
        var rows = await accounts.ReportedAsync(board, period, cancellation);
        // Whoever is in conflict in one of them accounts for none: left out, the account would not be whole.
        var closed = await conflicts.OfAsync(scene.User, cancellation);
        if (rows.Any(row => row.IsClosedTo(scene.User, closed)))
            return new Outcome<Made>.Refused([new Refusal(AccountRefusals.InConflict)]);
        if (rows.Count == 0)
            return new Outcome<Made>.Refused([new Refusal(AccountRefusals.NoReports)]);
        var made = await accounts.MakeAsync(board, period, rows, scene.User, scene.InForce, envelope, cancellation);
        var answer = DocumentAnswer.From(made.Head, (DocumentState.Kept)made.State);
        return new Outcome<Made>.Done(
            made.Head,
            new Made($"/dokument/{made.Head.Id}", $"/api/v1/documents/{made.Head.Id}", answer, made.Head.Version),
            Repeated: false);
    }
}
