using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Telemetry;
using Oversight.Functions.Web;

namespace Oversight.Functions.Operations;

/// <summary>
/// The way of every operation on what exists, once for pages and API: open, authorise, read, put in an envelope, run,
/// answer.
/// </summary>
public sealed class OperationEdge<TOpen>(
    Subject<TOpen> subject, FormBuilder forms, Lookups lookups, CommandContexts contexts, TimeProvider clock)
    where TOpen : class, IOpened
{
    public async Task<IResult> FormAsync(
        HttpRequest request, string id, string operation, CancellationToken cancellation)
    {
        if (subject.FindForm(operation) is not { } asked)
            return Pages.NotFound();
        var (open, no) = await OpenAsync(request, id, asked, cancellation);
        if (open is null)
            return no is Opening<TOpen>.Missing ? Pages.NotFound() : Pages.Forbidden();
        if (!asked.Fits(open))
            return Pages.SeeOther(DoneNotice.NotNow(subject.PageOf(open), asked));
        var present = new Dictionary<string, IReadOnlyList<string>>(
            await asked.PresentAsync(open, Linked, cancellation));
        foreach (var field in asked.Fields)
        {
            if (Linked(field) is { } linked)
                present[field.Name] = [linked];
        }

        var form = FormState.Of(present).With(clock.NewKey(), open.Head.Version);
        return await ShowAsync(asked, open, form, None, StatusCodes.Status200OK, cancellation);

        string? Linked(Field field) =>
            request.Query.ContainsKey(field.Name) ? TypedText.Clean(request.Query[field.Name].ToString()) : null;
    }

    public async Task<IResult> PostAsync(
        HttpRequest request, string id, string operation, CancellationToken cancellation)
    {
        if (subject.FindForm(operation) is not { } asked)
            return Pages.NotFound();
        var (form, tooLarge) = await FilesField.ReadFormAsync(request, asked.Fields, cancellation);
        var (open, no) = await OpenAsync(request, id, asked, cancellation);
        if (open is null)
            return no is Opening<TOpen>.Missing ? Pages.NotFound() : Pages.Forbidden();
        if (tooLarge is not null)
        {
            return await ShowAsync(
                asked, open, form.WithErrors(tooLarge.Refuse(open.InForce)), None, StatusCodes.Status413PayloadTooLarge,
                cancellation);
        }

        var values = await FieldValues.ReadAsync(asked.Fields, form, lookups, cancellation);
        var envelope = Envelopes.ForChange(ContextFor(asked, open), open.InForce.Hash, form, values.Body);
        return await RunAsync(asked, open, values, envelope, cancellation) switch
        {
            Outcome<TOpen>.Done done =>
                Pages.SeeOther(
                    DoneNotice.Done(asked.Next(done.State, values) ?? subject.AfterChange(done.State), asked)),
            Outcome<TOpen>.Refused refused => await ShowAsync(
                asked, open, form.WithErrors(refused.Reasons), values.Looked, StatusCodes.Status422UnprocessableEntity,
                cancellation),
            Outcome<TOpen>.Conflict { State: var now } conflict when subject.IsSeen(now) => await ShowAsync(
                asked, now, form.With(clock.NewKey(), conflict.Head.Version), values.Looked,
                StatusCodes.Status409Conflict, cancellation, form.ExpectedVersion),
            Outcome<TOpen>.Conflict => Pages.Forbidden(),
            Outcome<TOpen>.KeyReused => await ShowAsync(
                asked, open, form.WithErrors(new Refusal(WebRefusals.FormUsed)).With(clock.NewKey(), open.Head.Version),
                values.Looked, StatusCodes.Status422UnprocessableEntity, cancellation),
            _ => Pages.NotFound(),
        };
    }

    public async Task<IResult> CallAsync(
        HttpRequest request, string id, string operation, CancellationToken cancellation)
    {
        if (subject.FindCall(operation) is not { } asked)
            return Problems.NotFound();
        var (sent, problem) = await CallFields.ReadAsync(request, asked.Fields, cancellation);
        if (sent is null)
            return problem!;
        var (open, no) = await OpenAsync(request, id, asked, cancellation);
        if (open is null)
            return no is Opening<TOpen>.Missing ? Problems.NotFound() : Problems.Forbidden();
        var values = await FieldValues.ReadAsync(asked.Fields, sent, lookups, cancellation);
        var envelope = Envelopes.ForChange(ContextFor(asked, open), open.InForce.Hash, request, values.Body);
        return await RunAsync(asked, open, values, envelope, cancellation) switch
        {
            Outcome<TOpen>.Done { State: var now } done => subject.IsSeen(now)
                ? ApiResult.Json(await subject.DescribeAsync(now, cancellation), done.Head.Version)
                : Results.NoContent(),
            Outcome<TOpen>.Refused refused => Problems.From(refused.Reasons),
            Outcome<TOpen>.Conflict { State: var now } conflict => subject.IsSeen(now)
                ? Problems.Conflict(conflict.Head, await subject.DescribeAsync(now, cancellation))
                : Problems.Forbidden(),
            Outcome<TOpen>.KeyReused => Problems.KeyReused(),
            _ => Problems.NotFound(),
        };
    }

    /// <summary>A form of the operation for a page that shows it among other things.</summary>
    /// <param name="filled">What the page fills in besides what the operation does, by name.</param>
    public async Task<OperationForm> EmbedAsync(
        Operation<TOpen> operation, TOpen open, CancellationToken cancellation,
        IReadOnlyDictionary<string, string>? filled = null)
    {
        var present = new Dictionary<string, IReadOnlyList<string>>(
            await operation.PresentAsync(open, cancellation), StringComparer.Ordinal);
        foreach (var (name, value) in filled ?? new Dictionary<string, string>())
            present[name] = [value];
        var form = FormState.Of(present).With(clock.NewKey(), open.Head.Version);
        return await FormOfAsync(operation, open, form, None, cancellation);
    }

    private static IReadOnlyDictionary<string, Looked> None { get; } = new Dictionary<string, Looked>();

    private async Task<(TOpen? Open, Opening<TOpen> Opening)> OpenAsync(
        HttpRequest request, string id, Operation<TOpen> operation, CancellationToken cancellation)
    {
        var opening = await subject.OpenAsync(request, id, cancellation);
        return opening is Opening<TOpen>.Opened { Subject: var open } && operation.IsFor(open)
            ? (open, opening)
            : (null, opening);
    }

    private async Task<Outcome<TOpen>> RunAsync(
        Operation<TOpen> operation, TOpen open, FieldValues values, Envelope envelope, CancellationToken cancellation)
    {
        using var span = Tracing.Operation(operation.Name.Name, subject.Name);
        var outcome = await subject.RunAsync(operation, open, values, envelope, cancellation);
        span?.SetTag(Tracing.OutcomeOf, Tracing.Word(outcome));
        return outcome;
    }

    private CommandContext ContextFor(Operation<TOpen> operation, TOpen open)
    {
        var permission = operation.ActsBy(open);
        var board = subject.BoardOf(open, permission);
        return contexts.For(open.User, Access.ActingRole(open.User, permission, board), board);
    }

    /// <param name="seen">The version that the writer had seen when somebody else was first.</param>
    private async Task<IResult> ShowAsync(
        Operation<TOpen> operation, TOpen open, FormState form, IReadOnlyDictionary<string, Looked> found, int status,
        CancellationToken cancellation, int? seen = null)
    {
        var since = seen is { } version
            ? (await subject.HistoryAsync(open, cancellation)).Where(entry => entry.Version > version).ToList()
            : null;
        return Pages.Show<OperationPage>(
            new
            {
                Shown = await FormOfAsync(operation, open, form, found, cancellation),
                Lead = operation.Lead(open),
                Trail = subject.Trail(open),
                CancelHref = subject.PageOf(open),
                About = await subject.AboutAsync(operation, open, cancellation),
                HappenedMeanwhile = (IReadOnlyList<TimelineEntry>?)since,
            },
            status);
    }

    private async Task<OperationForm> FormOfAsync(
        Operation<TOpen> operation, TOpen open, FormState form, IReadOnlyDictionary<string, Looked> found,
        CancellationToken cancellation) =>
        await forms.BuildAsync(
            operation, operation.FieldsOf(open), subject.FormOf(open, operation), form, open.InForce,
            field => operation.ReadChoicesAsync(open, field, cancellation), found, cancellation) with
        {
            Carried = operation.Carried,
            Further = operation.Further(open),
        };
}
