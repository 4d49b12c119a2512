using Microsoft.AspNetCore.Http;
using Oversight.Concerns;
using Oversight.Functions.Concerns.Screens;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Concerns.Reporting;

/// <summary>Somebody who has a concern to report.</summary>
public sealed record ReportScene(SignedInUser User, SettingsInForce InForce, ConcernChannel Channel) : IScene
{
    /// <summary>The boards whose matter an unknown provider may be.</summary>
    public IEnumerable<BoardId> Boards => User.Boards.Count > 0 ? User.Boards : User.KnownBoards;
}

/// <summary>The two-minute form, and the same over the API.</summary>
internal sealed class Report(ConcernReporting reporting, SettingsProvider settings) : Creation<ReportScene>
{
    public const string Address = "/synpunkter/ny";

    public override OperationName Name { get; } = new("report", "ny");

    public override string Title => "Ny synpunkt";

    public override string Button => "Skicka synpunkten";

    public override string Summary =>
        "Registrerar en synpunkt. Bilagor skickas i JSON (små) eller som multipart/form-data.";

    public override string Done => "Synpunkten är mottagen.";

    public override Permission Permission => Permission.ReportConcern;

    public override IReadOnlyList<Field> Fields => ReportFields.All;

    public override string ApiFunction => ReportFunctions.ApiName;

    public override Type ApiAnswer => typeof(ConcernReceipt);

    public override bool NeedsKey => true;

    public override Type Screen => typeof(ConcernReportPage);

    /// <summary>The receipt says it.</summary>
    public override string After(Made made) => made.Page;

    public override async Task<Opening<ReportScene>> OpenAsync(
        HttpRequest request, string? parent, CancellationToken cancellation) =>
        new Opening<ReportScene>.Opened(new ReportScene(
            request.User(), await settings.GetAsync(cancellation),
            request.IsApi() ? ConcernChannel.Api : ConcernChannel.Form));

    public override string Form(ReportScene scene) => Address;

    public override IReadOnlyList<Crumb> Trail(ReportScene scene) => [];

    public override string Lead(ReportScene scene) =>
        "Berätta vad som hänt hos en anordnare. Det tar ett par minuter; bedömningen gör någon annan.";

    public override IReadOnlyDictionary<string, string> Present(ReportScene scene) =>
        new Dictionary<string, string>
        {
            [ReportFields.Board.Name] = scene.Boards.ToList() is [var only] ? only.Value : "",
        };

    public override IReadOnlyList<Choice>? ChoicesOf(ReportScene scene, Field field) => field == ReportFields.Board
        ? [.. scene.Boards.OrderBy(board => board.Value, StringComparer.Ordinal)
            .Select(board => new Choice(board.Value, scene.InForce.Settings.Board(board)?.Name ?? board.Value))]
        : null;

    public override async Task<Outcome<Made>> RunAsync(
        ReportScene scene, FieldValues values, NewIdentity identity, Envelope envelope, CancellationToken cancellation)
    {
        var reporter = new ConcernReporter(scene.User.UserId, scene.User.Name);
        var outcome = await reporting.ReportAsync(values, reporter, identity.Id, envelope, scene.Channel, cancellation);
        return outcome.Of((head, state) => new Made(
            $"/synpunkter/kvitto/{head.Id}", $"/api/v1/concerns/{head.Id}", ConcernReceipt.Of(head, state),
            head.Version));
    }
}
