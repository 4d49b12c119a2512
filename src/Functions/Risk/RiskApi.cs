using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Web;
using Oversight.Risk;

namespace Oversight.Functions.Risk;

public sealed class RiskApi(RiskReader reader, Conflicts conflicts, SettingsProvider settings, StockholmTime time)
{
    private const int PageSize = 100;

    [Function("RiskApi_List")]
    [Requires(Permission.ReadRisk)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/risk")] HttpRequest request,
        CancellationToken cancellation)
    {
        var boards = Access.Boards(request.User(), Permission.ReadRisk);
        if (request.Query["board"].ToString() is { Length: > 0 } board)
        {
            if (settings.Current.Settings.Board(new BoardId(board)) is null)
                return Problems.BadRequest(RiskRefusals.BoardUnknown, "board");
            if (!boards.Contains(new BoardId(board)))
                return Problems.Forbidden();
            boards = [new BoardId(board)];
        }

        if (ReadAsOf(request.Query["asOf"], out var asOf) is { } wrong)
            return Problems.From(StatusCodes.Status400BadRequest, wrong);
        if (!TryReadOffset(request.Query["page"], out var offset))
            return Problems.BadRequest(RiskRefusals.PageMalformed, "page");

        var ranked = await reader.AnalyseAsync(boards, asOf, cancellation);
        var closed = await conflicts.OfAsync(request.User(), cancellation);
        var next = offset + PageSize;
        return ApiResult.List(
            [.. ranked.Skip(offset).Take(PageSize).Select(
                (risk, index) => UnitRiskAnswer.From(risk.For(closed), offset + index + 1, asOf))],
            next < ranked.Count ? next.ToString(CultureInfo.InvariantCulture) : null);
    }

    private Refusal? ReadAsOf(string? text, out DateOnly asOf)
    {
        asOf = time.Today();
        if (string.IsNullOrEmpty(text))
            return null;
        if (!TypedDay.TryRead(text, out asOf))
            return new Refusal(RiskRefusals.AsOfMalformed, "asOf");
        if (asOf > time.Today())
            return new Refusal(RiskRefusals.AsOfInFuture, "asOf");
        var first = settings.Current.Settings.RiskModels.Min(model => model.ValidFrom);
        return asOf < first
            ? new Refusal(RiskRefusals.AsOfTooEarly, "asOf", first.ToString("O", CultureInfo.InvariantCulture))
            : null;
    }

    private static bool TryReadOffset(string? text, out int offset)
    {
        offset = 0;
        return string.IsNullOrEmpty(text) || int.TryParse(
            text, NumberStyles.None, CultureInfo.InvariantCulture, out offset);
    }
}

/// <summary>
/// A unit's risk as the API gives it: the class, and every point of every area with its rule and source.
/// </summary>
public sealed record UnitRiskAnswer
{
    public required int Rank { get; init; }

    public required DateOnly AsOf { get; init; }

    public required Id UnitId { get; init; }

    public required string Unit { get; init; }

    public required Id ProviderId { get; init; }

    public required string Provider { get; init; }

    public required Id AgreementId { get; init; }

    public required BoardId Board { get; init; }

    public required CodeId Class { get; init; }

    public required string ClassName { get; init; }

    public required CodeId? JudgedClass { get; init; }

    public required int Product { get; init; }

    public required int Concerns { get; init; }

    public required int Unassessed { get; init; }

    public required int Reporters { get; init; }

    public required EvidenceStrength Evidence { get; init; }

    public required IReadOnlyList<Uncertainty> Uncertainties { get; init; }

    public required IReadOnlyList<AreaRiskAnswer> Areas { get; init; }

    public static UnitRiskAnswer From(UnitRisk risk, int rank, DateOnly asOf) => new()
    {
        Rank = rank,
        AsOf = asOf,
        UnitId = risk.Unit.UnitId,
        Unit = risk.Unit.Name,
        ProviderId = risk.Unit.ProviderId,
        Provider = risk.Unit.ProviderName,
        AgreementId = risk.Unit.AgreementId,
        Board = risk.Unit.Board,
        Class = risk.Class.Id,
        ClassName = risk.Class.Name,
        JudgedClass = risk.Judged?.Id,
        Product = risk.Product,
        Concerns = risk.Concerns,
        Unassessed = risk.Unassessed,
        Reporters = risk.Reporters,
        Evidence = risk.Evidence,
        Uncertainties = risk.Uncertainties,
        Areas = [.. risk.Areas.Select(area =>
            new AreaRiskAnswer(area.Area, area.Class.Id, area.Product, area.Severity, area.Likelihood))],
    };
}

public sealed record AreaRiskAnswer(CodeId Area, CodeId Class, int Product, AxisRisk Severity, AxisRisk Likelihood);

internal sealed class RiskApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("RiskApi_List", "Risken för nämndernas enheter, högst först, med varje poäng förklarad.", Response: typeof(
            ListPage<UnitRiskAnswer>))
        {
            Query =
            [
                new("asOf", "Dagen som risken räknas för. Utelämnad: i dag.", typeof(DateOnly)),
                new("board", "Bara den nämndens enheter.", typeof(string)),
                new("page", "nextPage från förra svaret.", typeof(string)),
            ],
        },
    ];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["unassessed"] = "Antalet synpunkter som inte är bedömda än.",
        ["reporters"] = "Antalet rapportörer.",
        ["evidence"] = "Hur starkt underlaget är; det ändrar inga poäng.",
        ["uncertainties"] = "Det som gör bedömningen osäker.",
        ["areas"] = "Områdena för sig.",
        ["contributions"] = "Varje poäng med sin regel och källa.",
        ["rule"] = "Regeln som gav poängen.",
        ["source"] = "Källans id.",
        ["concernId"] = "Synpunktens id.",
        ["UnitRiskAnswer.judgedClass"] = "Klassen som en person har bedömt, när en sådan gällde den dagen.",
        ["UnitRiskAnswer.unit"] = "Enhetens namn.",
    };
}
