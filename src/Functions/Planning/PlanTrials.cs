using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Planning.Operations;
using Oversight.Functions.Planning.Screens;
using Oversight.Functions.Web;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

/// <summary>A number that is tried: as it was typed.</summary>
public sealed record TriedNumber(string Name, string Label, string Value);

/// <summary>
/// Comparing versions, and trying another capacity before anything is kept: for those who read the annex, since both
/// tell the time of unannounced visits.
/// </summary>
public sealed class PlanTrials(
    PlanInputs inputs, PlanHistory history, PlanSubject subject, RefusalCatalogue texts, StockholmTime time)
{
    [Function("PlanTrials_Compare")]
    [Requires(Permission.ReadPlan)]
    public async Task<IResult> Compare(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "arsplan/{board}/{year:int}/jamfor")]
        HttpRequest request,
        string board, int year, CancellationToken cancellation)
    {
        var (open, no) = await OpenAsync(request, board, year, cancellation);
        if (open is null)
            return no!;
        var contents = await history.ContentsAsync(open.Read, cancellation);
        return Number(request, "fran") is { } older && Number(request, "till") is { } newer
            && contents.TryGetValue(older, out var before) && contents.TryGetValue(newer, out var after)
            ? Pages.Show<ComparisonPage>(new
            {
                open.Plan,
                Older = older,
                Newer = newer,
                Comparison = PlanComparison.Of(before, after),
            })
            : Pages.NotFound();
    }

    [Function("PlanTrials_Try")]
    [Requires(Permission.DraftPlan)]
    public async Task<IResult> Try(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "arsplan/{board}/{year:int}/prova")]
        HttpRequest request,
        string board, int year, CancellationToken cancellation)
    {
        var (open, no) = await OpenAsync(request, board, year, cancellation);
        if (open is null)
            return no!;
        if (!Access.Allows(open.User, Permission.DraftPlan, open.Board))
            return Pages.Forbidden();
        var standing = ChoiceFields.Numbers(open.Choice);
        var fields = ChoiceFields.All.Select(field => new TriedNumber(
            field.Name, field.Label,
            request.Query.ContainsKey(field.Name)
                ? TypedText.Clean(request.Query[field.Name].ToString())
                : standing[field.Name].ToString(CultureInfo.InvariantCulture))).ToList();
        var numbers = fields.ToDictionary(field => field.Name, field => Number(field.Value));
        var errors = fields.Where(field => numbers[field.Name] is null)
            .Select(field => $"{field.Label}: skriv ett helt tal.").ToList();
        PlanContent? tried = null;
        if (errors.Count == 0)
        {
            var choices = ChoiceFields.Read(name => numbers[name]!.Value);
            var input = await inputs.ReadAsync(
                open.Board, year, time.Today(), open.Plan.Steering with { Choices = choices }, cancellation);
            errors.AddRange(choices.Faults(input.Rules.Choice).Select(texts.Text));
            tried = errors.Count == 0 ? PlanMaker.Make(input) : null;
        }

        return Pages.Show<WhatIfPage>(new
        {
            open.Plan,
            Words = new PlanWords(open.InForce.Settings, exact: true),
            Fields = (IReadOnlyList<TriedNumber>)fields,
            Errors = (IReadOnlyList<string>)errors,
            Tried = tried,
            Comparison = tried is null ? null : PlanComparison.Of(open.Plan.Content, tried),
            SetHref = tried is not null && open.State is PlanState.Draft
                ? $"{PlanSubject.PageOf(open.Board, year)}/gor/kapacitet?"
                    + string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"))
                : null,
        });
    }

    private async Task<(OpenPlan? Open, IResult? No)> OpenAsync(
        HttpRequest request, string board, int year, CancellationToken cancellation) =>
        await subject.OpenAsync(request, PlanSubject.IdOf(board, year), cancellation) switch
        {
            Opening<OpenPlan>.Opened { Subject: var open } => open.Exact ? (open, null) : (null, Pages.Forbidden()),
            Opening<OpenPlan>.Closed => (null, Pages.Forbidden()),
            _ => (null, Pages.NotFound()),
        };

    private static int? Number(HttpRequest request, string name) => Number(request.Query[name].ToString());

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
