using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Web;
using Oversight.Risk;
using Oversight.Settings;

namespace Oversight.Functions.Risk;

public sealed class RiskPages(
    RiskReader reader, Conflicts conflicts, SettingsProvider settings, StockholmTime time,
    IEnumerable<IUnitRiskSection> sections)
{
    [Function("RiskPages_List")]
    [Requires(Permission.ReadRisk)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "risk")] HttpRequest request,
        CancellationToken cancellation)
    {
        var boards = Access.Boards(request.User(), Permission.ReadRisk);
        var chosen = boards.Where(board => board.Value == request.Query["namnd"].ToString()).ToList();
        var today = time.Today();
        var judged = await reader.JudgeAsync(chosen.Count > 0 ? chosen : boards, today, cancellation);
        var page = int.TryParse(request.Query["sida"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and < 100_000 ? number : 1;
        return Pages.Show<RiskListPage>(new
        {
            judged.Units,
            judged.Warnings,
            Boards = boards,
            Chosen = chosen.Count > 0 ? chosen[0].Value : "",
            Today = today,
            Number = page,
            Severity = Level(request, "allvarlighet"),
            Likelihood = Level(request, "sannolikhet"),
        });
    }

    private static int? Level(HttpRequest request, string name) =>
        request.Query[name].ToString() is [>= '1' and <= '4' and var digit] ? digit - '0' : null;

    [Function("RiskPages_Unit")]
    [Requires(Permission.ReadRisk)]
    public async Task<IResult> Unit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "risk/{unitId:length(27)}")]
        HttpRequest request,
        string unitId, CancellationToken cancellation)
    {
        var today = time.Today();
        var closed = await conflicts.OfAsync(request.User(), cancellation);
        var asked = Id.TryParse(request.Query["synpunkt"], out var concern) && !closed.Contains(concern)
            ? concern
            : (Id?)null;
        if (!Id.TryParse(unitId, out var id)
            || await reader.FindUnitAsync(id, today, asked, cancellation) is not { } found)
            return Pages.NotFound();
        var user = request.User();
        if (!Access.Allows(user, Permission.ReadRisk, found.Unit.Board))
            return Pages.Forbidden();

        var current = settings.Current.Settings;
        var effect = asked is not null && found.Concerns.Any(fact => fact.ConcernId == concern)
            ? ConcernEffect.Of(found.Unit, found.Concerns, concern, found.Usual, found.Told)
            : null;
        var risk = RiskAnalysis.OfUnit(found.Unit, found.Concerns, found.Usual, found.Told).For(closed);
        var told = await Task.WhenAll(sections.Select(section => section.ReadAsync(user, found, cancellation)));
        return Pages.Show<UnitRiskPage>(new
        {
            Risk = risk,
            Sections = (IReadOnlyList<UnitRiskSection>)[.. told.OfType<UnitRiskSection>()],
            Outlook = Outlook.For(
                found.Unit, found.Concerns, found.Usual, current.Codes(CodeLists.QualityAreas).On(today).First().Id,
                found.Told),
            Trend = ConcernTrend.Of(found.Concerns, today),
            Effect = effect,
            EffectOf = effect is null ? null : found.Concerns.First(fact => fact.ConcernId == concern),
            Today = today,
            Warning = UnitWarning.Newest(found.Unit, found.Concerns, found.Usual),
            Model = found.Usual.Model,
            MayReadConcerns = ContentAccess.Reads(user, ContentClass.Concern, found.Unit.Board),
        });
    }
}
