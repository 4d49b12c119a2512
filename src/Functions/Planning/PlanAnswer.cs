using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

/// <summary>
/// An årsplan as the API gives it. Reasons are codes with arguments; the words stand in the document.
/// </summary>
public sealed record PlanAnswer(
    BoardId Board, int Year, PlanStanding Standing, int Version, DateOnly AsOf, DateOnly PeriodFirst,
    DateOnly PeriodLast, DateOnly? MeetingDay, int? PresentedVersion, DateOnly? AdoptedOn, string InputHash,
    string RiskModel, IReadOnlyList<int> Capacity, IReadOnlyList<PlannedReviewAnswer> Reviews,
    IReadOnlyList<UnitNotChosenAnswer> NotChosen, IReadOnlyList<PlanNote> Notes, Id DocumentId)
{
    /// <param name="exact">Whether points, exact numbers and the time of unannounced visits may be told.</param>
    public static PlanAnswer From(StreamHead head, PlanState state, bool exact)
    {
        var plan = state.PlanOrNone ?? throw new InvalidOperationException($"The plan {head.Id} is not made.");
        var content = plan.Content;
        return new PlanAnswer(
            plan.Board, plan.Year, PlanStandings.Of(state), plan.Latest.Number, content.AsOf, content.PeriodFirst,
            content.PeriodLast, content.MeetingDay, plan.Presented?.Version, (state as PlanState.Adopted)?.On,
            content.InputHash, content.ModelVersion, content.Capacity,
            [.. PlanContents.ReviewsInOrder(content, exact).Select(review => new PlannedReviewAnswer(
                PlanUnitAnswer.From(review.Unit, exact), exact ? review.Rank : null,
                review.Unannounced && !exact ? null : review.Quarter, review.Unannounced))],
            [.. content.NotChosen.Select(
                unit => new UnitNotChosenAnswer(PlanUnitAnswer.From(unit.Unit, exact), unit.Reason, unit.Arguments))],
            PlanContents.Notes(content, exact), PlanDocuments.PlanId(plan));
    }
}

/// <param name="Quarter">
/// 1-4 of the period; left out where the visit is unannounced and the caller may not know.
/// </param>
public sealed record PlannedReviewAnswer(PlanUnitAnswer Unit, int? Rank, int? Quarter, bool Unannounced);

public sealed record UnitNotChosenAnswer(PlanUnitAnswer Unit, string Reason, IReadOnlyList<string> Arguments);

public sealed record PlanUnitAnswer(
    Id UnitId, string Name, Id ProviderId, string Provider, Id AgreementId, CodeId AgreementArea, CodeId Class,
    string ClassName, int? Severity, int? Likelihood, decimal? Points, IReadOnlyList<PlanReason>? Reasons)
{
    public static PlanUnitAnswer From(PlanUnit unit, bool exact) => new(
        unit.UnitId, unit.Name, unit.ProviderId, unit.ProviderName, unit.AgreementId, unit.AgreementArea, unit.ClassId,
        unit.ClassName, exact ? unit.Severity : null, exact ? unit.Likelihood : null, exact ? unit.Points : null,
        exact ? unit.Reasons : null);
}

internal sealed class PlanApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("PlanApi_Read", "Årsplanen för en nämnd och ett år, senaste versionen.", Response: typeof(PlanAnswer)),
        new("PlanApi_Versions", "Årsplanens versioner, äldst först.", Response: typeof(ListPage<PlanVersion>)),
    ];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["year"] = "Året.",
        ["standing"] = "Hur långt planen har kommit.",
        ["periodFirst"] = "Periodens första dag.",
        ["periodLast"] = "Periodens sista dag.",
        ["meetingDay"] = "Nämndens möte.",
        ["presentedVersion"] = "Versionen som är beredd för nämnden.",
        ["adoptedOn"] = "Dagen då planen fastställdes.",
        ["inputHash"] = "Hash av underlaget: samma underlag ger samma plan.",
        ["riskModel"] = "Riskmodellen som användes.",
        ["capacity"] = "Antalet granskningar per kvartal.",
        ["PlanAnswer.reviews"] = "Granskningarna i planen.",
        ["PlanVersion.reviews"] = "Antalet granskningar i planen.",
        ["PlanAnswer.notChosen"] = "Enheterna som inte kom med, och varför.",
        ["PlanVersion.notChosen"] = "Antalet enheter som inte kom med.",
        ["documentId"] = "Dokumentet som planen är.",
        ["quarter"] = "Kvartalet.",
        ["unannounced"] = "Sant när granskningen är oanmäld.",
        ["agreementArea"] = "Avtalsområdet, en kod ur kodlistan.",
        ["stamp"] = "Stämpel av underlaget.",
        ["PlanFacts.units"] = "Antalet enheter.",
    };
}
