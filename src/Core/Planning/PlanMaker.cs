using System.Globalization;
using Oversight.Risk;

namespace Oversight.Planning;

/// <summary>
/// Makes the plan from the risk analysis: whom to review, in which quarter, and why or why not; and how every other
/// provider is followed up (R51-R55). Pure: the same input gives the same plan.
/// </summary>
public static class PlanMaker
{
    public static PlanContent Make(PlanInput input)
    {
        var (first, last) = input.Rules.Period(input.Year);
        var meeting = input.Rules.Meeting(input.Meetings, input.Board, input.Year);
        var ranked = RiskAnalysis.Of(
            input.Units, input.Concerns, input.AsOf, input.Model,
            new ToldOfUnits(input.Surveys, input.Reviews) { Judged = input.Judged });
        var choice = input.Choice;
        var all = ranked.Select((risk, index) =>
            new Candidate(risk, index + 1, choice.DaysFor(risk.Unit.Customers))).ToList();
        var underway = input.Reviews.Where(review => review.Stage == ReviewStage.Underway && !input.HasBegun(review))
            .Select(review => review.UnitId).ToHashSet();
        var kept = all.Select(candidate => (Candidate: candidate, Out: KeptOut(candidate, input, first, underway)))
            .ToList();
        var chooser = new PlanChooser(
            input, [.. kept.Where(item => item.Out is null).Select(item => item.Candidate)]).Choose(first, last);
        var placed = Quarters.Place(chooser.Chosen, choice.DaysPerQuarter);
        var chosen = placed.Select(item => item.Chosen.Of.UnitId).ToHashSet();

        IReadOnlyList<PlannedReview> reviews =
        [
            .. placed.Select(item => new PlannedReview(
                Describe(item.Chosen.Of.Risk), item.Chosen.Of.Rank, item.Quarter,
                input.Rules.UnannouncedClasses.Contains(item.Chosen.Of.Risk.Counted.Id))
            {
                Days = item.Chosen.Of.Days,
                Why = item.Chosen.Why,
            }),
        ];
        IReadOnlyList<UnitNotChosen> notChosen =
        [
            .. kept.Where(item => !chosen.Contains(item.Candidate.UnitId)).Select(item =>
            {
                var (code, arguments) = item.Out ?? NoRoom(item.Candidate, chooser);
                return new UnitNotChosen(Describe(item.Candidate.Risk), item.Candidate.Rank, code, arguments);
            }),
        ];
        var content = new PlanContent
        {
            AsOf = input.AsOf,
            PeriodFirst = first,
            PeriodLast = last,
            MeetingDay = meeting?.Day,
            ModelVersion = input.Model.Version,
            InputHash = "",
            Capacity = [.. Enumerable.Range(1, 4).Select(quarter => reviews.Count(one => one.Quarter == quarter))],
            Reviews = reviews,
            NotChosen = notChosen,
            Notes = [.. PlanRemarks.Of(input, ranked, notChosen, chooser, meeting)],
            Budget = new PlanBudget(
                choice.DaysPerQuarter,
                [
                    .. Enumerable.Range(1, 4).Select(quarter =>
                        reviews.Where(review => review.Quarter == quarter).Sum(review => review.Days ?? 0)),
                ],
                choice.LongestYears, choice.NewWithinMonths, choice.MinimumShare, choice.RandomShare,
                PlanChooser.Seed(input)),
            Common = FollowUps.Common(input, first, last),
            Providers = FollowUps.ByProvider(input, reviews, first, last),
            LastYear = input.LastYear,
        };
        return content with { InputHash = PlanFingerprint.Of(input, content), Facts = PlanFingerprint.FactsOf(input) };
    }

    /// <summary>Why a unit cannot be reviewed in the period, whatever room there is; null: it can.</summary>
    private static (string Code, IReadOnlyList<string> Arguments)? KeptOut(
        Candidate candidate, PlanInput input, DateOnly first, HashSet<Id> underway)
    {
        if (candidate.Risk.Unit.ValidTo is { } end && end < first)
            return (NotChosenReasons.EndsBeforePeriod, [Text(end)]);
        if (input.Steering.Of(candidate.UnitId) is { } steering)
            return steering.IsIn ? null : (NotChosenReasons.SteeredOut, []);
        return underway.Contains(candidate.UnitId) ? (NotChosenReasons.UnderReview, []) : null;
    }

    private static (string Code, IReadOnlyList<string> Arguments) NoRoom(Candidate candidate, PlanChooser chooser) =>
        chooser.IsOutweighed(candidate)
            ? (NotChosenReasons.Outweighed, [Text(candidate.Days)])
            : (NotChosenReasons.NoCapacity, [Text(chooser.Chosen.Count)]);

    private static PlanUnit Describe(UnitRisk risk) => new()
    {
        UnitId = risk.Unit.UnitId,
        ProviderId = risk.Unit.ProviderId,
        AgreementId = risk.Unit.AgreementId,
        Name = risk.Unit.Name,
        ProviderName = risk.Unit.ProviderName,
        AgreementArea = risk.Unit.AgreementArea,
        ClassId = risk.Counted.Id,
        ClassName = risk.Counted.Name,
        Severity = risk.Highest?.Severity.Level ?? 1,
        Likelihood = risk.Highest?.Likelihood.Level ?? 1,
        Area = risk.Highest?.Area,
        Points = risk.Points,
        Reasons = [.. MainReasons.Of(risk)],
        Uncertainties = risk.Uncertainties,
    };

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
