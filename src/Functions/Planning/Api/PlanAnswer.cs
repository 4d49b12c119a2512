using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

/// <summary>
/// An årsplan as the API gives it. Reasons are codes with arguments; the words stand in the document.
/// </summary>
public sealed record PlanAnswer
{
    public required BoardId Board { get; init; }

    public required int Year { get; init; }

    public required PlanStanding Standing { get; init; }

    public required int Version { get; init; }

    public required DateOnly AsOf { get; init; }

    public required DateOnly PeriodFirst { get; init; }

    public required DateOnly PeriodLast { get; init; }

    public required DateOnly? MeetingDay { get; init; }

    public required int? PresentedVersion { get; init; }

    public required DateOnly? AdoptedOn { get; init; }

    public required string InputHash { get; init; }

    public required string RiskModel { get; init; }

    public required IReadOnlyList<int> Capacity { get; init; }

    public required IReadOnlyList<int>? DaysPerQuarter { get; init; }

    public required IReadOnlyList<PlannedMethod> Common { get; init; }

    public required IReadOnlyList<ProviderFollowUp> Providers { get; init; }

    public required PlanOutcomeSummary? LastYear { get; init; }

    public required BoardOutcome? Outcome { get; init; }

    public required string? Paragraph { get; init; }

    public required IReadOnlyList<PlannedReviewAnswer> Reviews { get; init; }

    public required IReadOnlyList<UnitNotChosenAnswer> NotChosen { get; init; }

    public required IReadOnlyList<PlanNote> Notes { get; init; }

    public required Id DocumentId { get; init; }

    /// <param name="exact">Whether points, exact numbers and the time of unannounced visits may be told.</param>
    public static PlanAnswer From(StreamHead head, PlanState state, bool exact)
    {
        var plan = state.PlanOrNone ?? throw new InvalidOperationException($"The plan {head.Id} is not made.");
        var content = plan.Content;
        return new PlanAnswer
        {
            Board = plan.Board,
            Year = plan.Year,
            Standing = PlanStandings.Of(state),
            Version = plan.Latest.Number,
            AsOf = content.AsOf,
            PeriodFirst = content.PeriodFirst,
            PeriodLast = content.PeriodLast,
            MeetingDay = content.MeetingDay,
            PresentedVersion = plan.Presented?.Version,
            AdoptedOn = (state as PlanState.Adopted)?.On,
            InputHash = content.InputHash,
            RiskModel = content.ModelVersion,
            Capacity = content.Capacity,
            DaysPerQuarter = exact ? content.Budget?.DaysPerQuarter : null,
            Common = content.Common,
            Providers = content.Providers,
            LastYear = content.LastYear,
            Outcome = (state as PlanState.Adopted)?.Outcome,
            Paragraph = (state as PlanState.Adopted)?.Paragraph,
            Reviews = [.. PlanContents.ReviewsInOrder(content, exact).Select(review => new PlannedReviewAnswer(
                PlanUnitAnswer.From(review.Unit, exact), exact ? review.Rank : null,
                review.Unannounced && !exact ? null : review.Quarter, review.Unannounced,
                PlanContents.Why(review.Why, exact),
                exact ? review.Days : null))],
            NotChosen = [.. content.NotChosen.Select(
                unit => new UnitNotChosenAnswer(PlanUnitAnswer.From(unit.Unit, exact), unit.Reason, unit.Arguments))],
            Notes = PlanContents.Notes(content, exact),
            DocumentId = PlanDocuments.PlanId(plan),
        };
    }
}

/// <param name="Quarter">
/// 1-4 of the period; left out where the visit is unannounced and the caller may not know.
/// </param>
/// <param name="Why">Null in a plan from before choices had their reasons.</param>
public sealed record PlannedReviewAnswer(
    PlanUnitAnswer Unit, int? Rank, int? Quarter, bool Unannounced, PlanReason? Why, int? Days);

public sealed record UnitNotChosenAnswer(PlanUnitAnswer Unit, string Reason, IReadOnlyList<string> Arguments);

public sealed record PlanUnitAnswer
{
    public required Id UnitId { get; init; }

    public required string Name { get; init; }

    public required Id ProviderId { get; init; }

    public required string Provider { get; init; }

    public required Id AgreementId { get; init; }

    public required CodeId AgreementArea { get; init; }

    /// <summary>Beside a named company it is arbetsmaterial, and told to those who read the annex.</summary>
    public required CodeId? Class { get; init; }

    public required string? ClassName { get; init; }

    public required int? Severity { get; init; }

    public required int? Likelihood { get; init; }

    public required decimal? Points { get; init; }

    public required IReadOnlyList<PlanReason>? Reasons { get; init; }

    public static PlanUnitAnswer From(PlanUnit unit, bool exact) => new()
    {
        UnitId = unit.UnitId,
        Name = unit.Name,
        ProviderId = unit.ProviderId,
        Provider = unit.ProviderName,
        AgreementId = unit.AgreementId,
        AgreementArea = unit.AgreementArea,
        Class = exact ? unit.ClassId : null,
        ClassName = exact ? unit.ClassName : null,
        Severity = exact ? unit.Severity : null,
        Likelihood = exact ? unit.Likelihood : null,
        Points = exact ? unit.Points : null,
        Reasons = exact ? unit.Reasons : null,
    };
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
        ["daysPerQuarter"] = "Granskningsdagar per kvartal; bara för den som läser bilagan.",
        ["common"] = "Det som alla anordnare möter under perioden.",
        ["PlanAnswer.providers"] = "Varje anordnare med det som är dess eget.",
        ["methods"] = "Hur anordnaren följs upp.",
        ["method"] = "Sättet att följa upp.",
        ["PlannedMethod.owner"] = "Rollen som ansvarar.",
        ["PlannedMethod.until"] = "Sista dagen.",
        ["ProviderFollowUp.units"] = "Antalet enheter.",
        ["lastYear"] = "Utfallet av föregående års plan.",
        ["planned"] = "Antalet planerade granskningar.",
        ["reported"] = "Antalet med rapport.",
        ["underway"] = "Antalet som pågår.",
        ["ahead"] = "Antalet som är kvar att starta.",
        ["missed"] = "Antalet som uteblev.",
        ["explained"] = "Antalet av dem som har en förklaring.",
        ["PlanAnswer.outcome"] = "Nämndens beslut; tomt utan beslut av nämnden.",
        ["paragraph"] = "Paragrafen i nämndens protokoll.",
        ["why"] = "Varför enheten är vald.",
        ["days"] = "Dagar som granskningen tar; bara för den som läser bilagan.",
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
