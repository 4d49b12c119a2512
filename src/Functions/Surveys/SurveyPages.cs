using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Providers;
using Oversight.Functions.Surveys.Screens;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Documents;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>The pages about the avtalsenkät.</summary>
public sealed class SurveyPages(
    SurveyRoundDesk rounds, SurveyRoundSubject subject, SurveyReader reader,
    Creation<Rounds.Operations.SurveyScene> compose)
{
    [Function("SurveyPages_List")]
    [Requires(Permission.ReadSurveys)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "enkater")] HttpRequest request,
        CancellationToken cancellation) =>
        Pages.Show<SurveyListPage>(new
        {
            Rounds = await rounds.ListAsync(request.User(), cancellation),
            MayRun = Access.Allows(request.User(), Permission.RunSurveys),
            Operations = (IReadOnlyList<IOperation>)[compose],
        });

    [Function("SurveyPages_Round")]
    [Requires(Permission.ReadSurveys)]
    public Task<IResult> Round(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "enkater/{id:length(27)}")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        WithAsync(request, id, async open => Pages.Show<SurveyRoundPage>(new
        {
            Open = open,
            Questions = SurveyQuestions.Find(open.InForce.Settings, open.Round.Set),
            Surveys = await reader.InOrderAsync(open.Head.Id, cancellation),
            Names = await rounds.NamesAsync(open, cancellation),
            History = await subject.HistoryAsync(open, cancellation),
            Operations = (IReadOnlyList<IOperation>)[.. subject.Operations, compose],
            Links = subject.Links(open),
            DocumentHref = open.State.Status == SurveyRoundStatus.Closed
                && Access.Allows(open.User, Permission.ReadDocuments, open.Board)
                ? $"/dokument/{SurveySummaryPaper.IdOf(open.Head.Id)}"
                : null,
        }), cancellation);

    [Function("SurveyPages_Preview")]
    [Requires(Permission.ReadSurveys)]
    public Task<IResult> Preview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "enkater/{id:length(27)}/forhandsvisning")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        WithAsync(request, id, async open =>
        {
            var units = await rounds.UnitsAsync(open, cancellation);
            var unit = units.FirstOrDefault(known => known.UnitId.Value == request.Query["enhet"]);
            var set = SurveyQuestions.Find(open.InForce.Settings, open.Round.Set);
            var asked = unit is null
                ? new AskedQuestions(set, [.. set.Questions.Select(question => question.Code)])
                    .Without(open.Round.LeftOutQuestions)
                : SurveyQuestions.For(open.InForce.Settings, open.Round, unit);
            return Pages.Show<SurveyPreviewPage>(new
            {
                Open = open,
                Asked = asked,
                Unit = unit,
                Units = (IReadOnlyList<Choice>)[.. units.Select(
                    known => new Choice(known.UnitId.Value, $"{known.Name}, {known.ProviderName}"))],
            });
        }, cancellation);

    [Function("SurveyPages_Analysis")]
    [Requires(Permission.ReadSurveys)]
    public Task<IResult> Analysis(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "enkater/{id:length(27)}/analys")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        WithAsync(request, id, async open =>
        {
            var surveys = await reader.InOrderAsync(open.Head.Id, cancellation);
            return Pages.Show<SurveyAnalysisPage>(new
            {
                Open = open,
                Analysis = SurveyReader.Analyse(open, surveys),
                Units = (IReadOnlyDictionary<Id, string>)surveys.ToDictionary(row => row.Id, row => row.Unit.Name),
                Words = await reader.WordsAsync(surveys, cancellation),
            });
        }, cancellation);

    [Function("SurveyPages_Excel")]
    [Requires(Permission.ReadSurveys)]
    public Task<IResult> Excel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "enkater/{id:length(27)}/analys/excel")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        WithAsync(request, id, async open =>
        {
            var surveys = await reader.InOrderAsync(open.Head.Id, cancellation);
            return TypedResults.File(
                SurveyWorkbook.Of(open, surveys, await reader.WordsAsync(surveys, cancellation)), Workbook.ContentType,
                string.Create(CultureInfo.InvariantCulture, $"avtalsenkat-{open.Round.Year}-{open.Board}.xlsx"));
        }, cancellation);

    private async Task<IResult> WithAsync(
        HttpRequest request, string id, Func<OpenSurveyRound, Task<IResult>> show, CancellationToken cancellation) =>
        await rounds.OpenAsync(request.User(), id, cancellation) switch
        {
            Opening<OpenSurveyRound>.Opened { Subject: var open } => await show(open),
            Opening<OpenSurveyRound>.Missing => Pages.NotFound(),
            _ => Pages.Forbidden(),
        };
}

/// <summary>The page of a unit's survey.</summary>
public sealed class UnitSurveyPages(
    SurveyDesk desk, SurveySubject subject, SurveyReader reader, UnitProviders providers)
{
    [Function("SurveyPages_Unit")]
    [Requires(Permission.ReadSurveys)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head",
            Route = "enkater/{round:length(27)}/enhet/{id:length(27)}")]
        HttpRequest request, string round, string id, CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request.User(), id, cancellation);
        if (opening is not Opening<OpenSurvey>.Opened { Subject: var open })
            return opening is Opening<OpenSurvey>.Missing ? Pages.NotFound() : Pages.Forbidden();
        if (open.Survey.RoundId.Value != round)
            return Pages.NotFound();
        return Pages.Show<SurveyPage>(new
        {
            Open = open,
            Contradictions = await reader.ContradictionsAsync(open, cancellation),
            LastYear = await reader.LastYearAsync(open, cancellation),
            HasGoneOver = !await providers.RunsAsync(
                open.Survey.Unit.ProviderId, open.Survey.Unit.UnitId, cancellation),
            Words = await reader.WordsAsync(open.Survey, cancellation),
            History = await subject.HistoryAsync(open, cancellation),
            Operations = (IReadOnlyList<IOperation>)[.. subject.Operations],
            Links = subject.Links(open),
        });
    }
}
