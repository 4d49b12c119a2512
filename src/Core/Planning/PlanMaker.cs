using System.Globalization;
using Oversight.Risk;
using Oversight.Settings;

namespace Oversight.Planning;

/// <summary>Everything a plan is made from.</summary>
/// <param name="Units">The board's units.</param>
/// <param name="Concerns">The board's concerns that are linked to a unit.</param>
/// <param name="Meetings">The calendar; other boards' meetings are ignored.</param>
public sealed record PlanInput(
    BoardId Board, int Year, DateOnly AsOf, IReadOnlyList<UnitFact> Units, IReadOnlyList<ConcernFact> Concerns,
    RiskModel Model, PlanningRules Rules, IReadOnlyList<Meeting> Meetings)
{
    /// <summary>What the board's avtalsenkäter tell.</summary>
    public IReadOnlyList<SurveySignal> Surveys { get; init; } = [];
}

/// <summary>
/// Makes the plan from the risk analysis: the highest risk first, quarter by quarter, until the capacity is used
/// (R51-R55). Pure: the same input gives the same plan.
/// </summary>
public static class PlanMaker
{
    public static PlanContent Make(PlanInput input)
    {
        var (first, last) = input.Rules.Period(input.Year);
        var meeting = input.Rules.Meeting(input.Meetings, input.Board, input.Year);
        var ranked = RiskAnalysis.Of(input.Units, input.Concerns, input.AsOf, input.Model, input.Surveys);
        var quarters = new Queue<int>(
            input.Rules.ReviewsPerQuarter.SelectMany((count, index) => Enumerable.Repeat(index + 1, count)));
        var capacity = quarters.Count;

        var reviews = new List<PlannedReview>();
        var notChosen = new List<UnitNotChosen>();
        foreach (var (risk, index) in ranked.Select((risk, index) => (risk, index)))
        {
            var unit = Describe(risk);
            var rank = index + 1;
            if (risk.Unit.ValidTo is { } end && end < first)
                notChosen.Add(new UnitNotChosen(unit, rank, NotChosenReasons.EndsBeforePeriod,
                    [end.ToString("O", CultureInfo.InvariantCulture)]));
            else if (quarters.TryDequeue(out var quarter))
                reviews.Add(
                    new PlannedReview(unit, rank, quarter, input.Rules.UnannouncedClasses.Contains(risk.Class.Id)));
            else
                notChosen.Add(new UnitNotChosen(unit, rank, NotChosenReasons.NoCapacity, [Text(capacity)]));
        }

        var content = new PlanContent
        {
            AsOf = input.AsOf,
            PeriodFirst = first,
            PeriodLast = last,
            MeetingDay = meeting?.Day,
            ModelVersion = input.Model.Version,
            InputHash = "",
            Capacity = input.Rules.ReviewsPerQuarter,
            Reviews = reviews,
            NotChosen = notChosen,
            Notes = [.. Notes(input, ranked, notChosen, capacity, meeting)],
        };
        return content with { InputHash = PlanFingerprint.Of(input, content), Facts = PlanFingerprint.FactsOf(input) };
    }

    private static PlanUnit Describe(UnitRisk risk) => new()
    {
        UnitId = risk.Unit.UnitId,
        ProviderId = risk.Unit.ProviderId,
        AgreementId = risk.Unit.AgreementId,
        Name = risk.Unit.Name,
        ProviderName = risk.Unit.ProviderName,
        AgreementArea = risk.Unit.AgreementArea,
        ClassId = risk.Class.Id,
        ClassName = risk.Class.Name,
        Severity = risk.Highest?.Severity.Level ?? 1,
        Likelihood = risk.Highest?.Likelihood.Level ?? 1,
        Area = risk.Highest?.Area,
        Points = risk.Points,
        Reasons = [.. Reasons(risk)],
        Uncertainties = risk.Uncertainties,
    };

    private static IEnumerable<PlanReason> Reasons(UnitRisk risk)
    {
        var surveys = SurveyReasons(risk).ToList();
        if (risk.Concerns == 0 && !risk.Unit.ManagerChangeNotNotified && surveys.Count == 0)
        {
            yield return new PlanReason(PlanReasons.NothingKnown);
            yield break;
        }

        if (risk.Highest is { Severity.Level: > 1 } highest)
            yield return new PlanReason(PlanReasons.Severity, Text(highest.Severity.Level), highest.Area.Value);
        if (risk.Concerns > 0)
            yield return new PlanReason(PlanReasons.Concerns, Text(risk.Concerns), Text(risk.Reporters));
        var months = risk.Highest?.Likelihood.Contributions
            .Where(contribution => contribution.Rule == RiskRules.MoreOften && contribution.Date is not null)
            .Select(contribution => Months.Of(contribution.Date!.Value)).Distinct().Count() ?? 0;
        if (months > 1)
            yield return new PlanReason(PlanReasons.SeveralMonths, Text(months));
        if (risk.Unassessed > 0)
            yield return new PlanReason(PlanReasons.Unassessed, Text(risk.Unassessed));
        if (risk.Unit.ManagerChangeNotNotified)
            yield return new PlanReason(PlanReasons.ManagerChange);
        foreach (var reason in surveys)
            yield return reason;
    }

    /// <summary>Only of what counts.</summary>
    private static IEnumerable<PlanReason> SurveyReasons(UnitRisk risk)
    {
        var counted = risk.Areas.SelectMany(area => area.Severity.Contributions.Concat(area.Likelihood.Contributions))
            .Where(contribution => contribution.Points > 0).ToList();
        if (counted.Any(contribution => contribution.Rule == RiskRules.SurveySilence))
            yield return new PlanReason(PlanReasons.SurveySilence);
        var replies = counted.Where(contribution =>
                contribution.Rule is RiskRules.SurveyDeviation or RiskRules.SurveyContradiction)
            .Select(contribution => contribution.Arguments[1]).Distinct(StringComparer.Ordinal).Count();
        if (replies > 0)
            yield return new PlanReason(PlanReasons.SurveyReplies, Text(replies));
    }

    private static IEnumerable<PlanNote> Notes(
        PlanInput input, IReadOnlyList<UnitRisk> ranked, IReadOnlyList<UnitNotChosen> notChosen, int capacity,
        Meeting? meeting)
    {
        var highestClass = input.Model.Classes[^1].Id;
        var leftOut = notChosen.Count(unit => unit.Unit.ClassId == highestClass
            && unit.Reason == NotChosenReasons.NoCapacity);
        var unknown = ranked.Count(risk => risk.Uncertainties.Contains(Uncertainty.CustomersUnknown));
        var unassessed = ranked.Sum(risk => risk.Unassessed);
        if (ranked.Count == 0)
            yield return new PlanNote(PlanNotes.NoUnits);
        if (capacity == 0)
            yield return new PlanNote(PlanNotes.NoCapacity);
        if (leftOut > 0)
            yield return new PlanNote(PlanNotes.HighestClassLeftOut, Text(leftOut));
        if (unknown > 0)
            yield return new PlanNote(PlanNotes.CustomersUnknown, Text(unknown));
        if (unassessed > 0)
            yield return new PlanNote(PlanNotes.ConcernsUnassessed, Text(unassessed));
        if (meeting is null)
            yield return new PlanNote(PlanNotes.NoMeeting, Text(input.Rules.PresentedInMonth));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
