using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Concerns;
using Oversight.Functions.Concerns.Operations;
using Oversight.Functions.Concerns.Screens;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

/// <summary>The two-minute form and its receipt.</summary>
public sealed class ConcernReportPages(
    ConcernReporting reporting, ConcernDesk desk, Lookups lookups, SettingsProvider settings, CommandContexts contexts, StockholmTime time,
    TimeProvider clock)
{
    private static readonly LookupField Unit = UnitPlaces.Field("Anordnare och enhet");
    private static readonly string UnitField = Unit.Name;

    [Function("Concerns_ReportForm")]
    [Requires(Permission.ReportConcern)]
    public async Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "synpunkter/ny")] HttpRequest request, CancellationToken cancellation)
    {
        var all = await lookups.ReadAsync(Unit, cancellation);
        var values = new Dictionary<string, string>();
        if (all.FirstOrDefault(unit => unit.Id.Value == request.Query["enhet"]) is { } chosen)
            values[UnitField] = chosen.Label;
        return Show(request, FormState.New(clock.NewKey(), values: values), all, [], StatusCodes.Status200OK);
    }

    [Function("Concerns_ReportPost")]
    [Requires(Permission.ReportConcern)]
    public async Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "synpunkter/ny")] HttpRequest request, CancellationToken cancellation)
    {
        var (form, isTooLarge) = await FormState.ReadWithFilesAsync(request, cancellation);
        var user = request.User();
        var all = await lookups.ReadAsync(Unit, cancellation);
        if (isTooLarge)
        {
            var limit = ConcernLimits.From(settings.Current.Settings.Limits).AttachmentBytes / BodyLimits.Megabyte;
            return Show(
                request, form.WithErrors(new Refusal(WebRefusals.TooLarge, "attachments", $"{limit}")), all, [],
                StatusCodes.Status413PayloadTooLarge);
        }

        var (unitId, matches, fault) = ReadUnit(form, all);
        var draft = new ConcernDraft
        {
            UnitId = unitId,
            UnknownProvider = form.IsTicked("unknown") ? form["unknownProvider"] : null,
            Board = form["board"].Length > 0 ? form["board"] : OnlyBoard(user),
            Service = form["service"],
            Text = form["text"],
            Occurred = form["occurred"],
            Precision = Names.Find<OccurrencePrecision>(form["occurredPrecision"]),
            Consequence = form["consequence"],
            CaseReference = form["caseReference"],
            RegisteredFor = form["registeredFor"],
            Numbers = ConcernDraft.WrittenFields.ToDictionary(field => field, form.Numbers),
            Files = await UploadedFile.ReadAsync(form.Files("attachments"), cancellation),
        };
        var context = contexts.For(user, Access.ActingRole(user, Permission.ReportConcern));
        var outcome = await reporting.ReportAsync(
            draft, new ConcernReporter(user.UserId, user.Name), context, form.IdempotencyKey ?? clock.NewKey(), ConcernChannel.Form, cancellation);
        return outcome switch
        {
            Outcome<ConcernState>.Done done => Pages.SeeOther($"/synpunkter/kvitto/{done.Head.Id}"),
            Outcome<ConcernState>.Refused refused => Show(
                request, form.WithErrors(refused.Reasons.Select(reason => Sharpen(reason, form, fault))), all, matches,
                StatusCodes.Status422UnprocessableEntity),
            _ => Show(
                request, form.WithErrors(new Refusal(WebRefusals.FormUsed)).With(clock.NewKey(), null), all, matches,
                StatusCodes.Status422UnprocessableEntity),
        };
    }

    [Function("Concerns_Receipt")]
    [Requires(Permission.ReadOwnConcerns)]
    public async Task<IResult> Receipt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "synpunkter/kvitto/{id:length(27)}")] HttpRequest request, string id,
        CancellationToken cancellation) => await desk.OpenAsync(request, id, cancellation) switch
        {
            Opening<OpenConcern>.Opened { Subject: { Access.IsReporter: true } open } => Pages.Show<ConcernReceiptPage>(new { Concern = open }),
            Opening<OpenConcern>.Missing => Pages.NotFound(),
            _ => Pages.Forbidden(),
        };

    /// <summary>The chosen unit, or the units that the typed text may mean and why none of them was taken.</summary>
    private static (string? UnitId, IReadOnlyList<LookupItem> Matches, string? Fault) ReadUnit(FormState form, IReadOnlyList<LookupItem> all)
    {
        if (form.IsTicked("unknown"))
            return (null, [], null);
        var typed = form[UnitField];
        var matches = Lookups.Match(all, typed);
        if (matches is [var only] && TypedText.IsSame(only.Label, typed))
            return (only.Id.Value, [], null);
        if (form[LookupField.ChosenOf(UnitField)] is { Length: > 0 } picked)
            return (picked, matches, null);
        if (TypedText.IsBlank(typed))
            return (null, [], null);
        return matches is [var one]
            ? (one.Id.Value, [], null)
            : (null, matches, matches.Count == 0 ? ConcernEdgeRefusals.UnitNotFound : ConcernEdgeRefusals.UnitAmbiguous);
    }

    /// <summary>"Nothing chosen" becomes what really was the matter: no match, several matches, or a missing description.</summary>
    private static Refusal Sharpen(Refusal reason, FormState form, string? fault) => reason.Code switch
    {
        ConcernRefusals.UnitRequired when form.IsTicked("unknown") => new Refusal(ConcernRefusals.TextRequired, "unknownProvider"),
        ConcernRefusals.UnitRequired => new Refusal(fault ?? reason.Code,
            fault == ConcernEdgeRefusals.UnitAmbiguous ? LookupField.ChosenOf(UnitField) : UnitField),
        _ => reason,
    };

    private static string? OnlyBoard(SignedInUser user) => user.Boards.Count == 1 ? user.Boards.First().Value : null;

    private IResult Show(HttpRequest request, FormState form, IReadOnlyList<LookupItem> all, IReadOnlyList<LookupItem> matches, int status)
    {
        var user = request.User();
        var boards = user.Boards.Count > 0 ? user.Boards : user.KnownBoards;
        return Pages.Show<ConcernReportPage>(
            new
            {
                Form = form,
                Units = all,
                Matches = matches,
                Boards = boards.OrderBy(board => board.Value, StringComparer.Ordinal).ToList(),
                Settings = settings.Current.Settings,
                Today = time.Today(),
            },
            status);
    }
}
