using Oversight.Functions.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers;
using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Providers;
using Oversight.Reviews;
using Oversight.Risk;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>The words of what providers have handed in, which are kept with their answers.</summary>
public interface ISurveyWords
{
    Task<KeptTexts> ReadAsync(Id answer, CancellationToken cancellation);
}

/// <summary>Reads what surveys say, and what else is known of the same units.</summary>
public sealed class SurveyReader(
    Streams streams, Views views, SurveyRoundDesk rounds, SurveyDesk desk, ISurveyWords kept, ReviewLists reviews,
    Conflicts conflicts)
{
    private const int AtOnce = 8;

    /// <summary>Those of a round, by the names of the units.</summary>
    public async Task<IReadOnlyList<SurveyRow>> InOrderAsync(Id round, CancellationToken cancellation) =>
    [
        .. (await rounds.SurveysAsync(round, cancellation)).OrderBy(row => row.Unit.Name, SwedishOrder.Comparer)
            .ThenBy(row => row.Id.Value, StringComparer.Ordinal),
    ];

    public static SurveyAnalysis Analyse(OpenSurveyRound open, IReadOnlyList<SurveyRow> surveys) =>
        Analyse(open.InForce.Settings, open.Round, surveys);

    public static SurveyAnalysis Analyse(
        MunicipalitySettings settings, SurveyRound round, IReadOnlyList<SurveyRow> surveys) => SurveyAnalysis.Of(
            SurveyQuestions.Find(settings, round.Set),
            [
                .. surveys.Select(row => new SurveyFact
                {
                    SurveyId = row.Id,
                    Unit = row.Unit,
                    Status = row.Status,
                    Questions = row.Questions,
                    Replies = row.Replies,
                    IsLate = row.Answer?.IsLate == true,
                    Deviations = row.Deviations,
                    Contradicted =
                    [
                        .. row.Judged.Where(judged => judged.Standing == ReplyStanding.Contradicted)
                            .Select(judged => judged.Question),
                    ],
                }),
            ]);

    /// <summary>The words of the newest answers, by survey.</summary>
    public async Task<IReadOnlyDictionary<Id, KeptTexts>> WordsAsync(
        IReadOnlyList<SurveyRow> surveys, CancellationToken cancellation)
    {
        var words = new Dictionary<Id, KeptTexts>();
        foreach (var some in surveys.Where(row => row.Answer is not null).Chunk(AtOnce))
        {
            var read = await Task.WhenAll(some.Select(row => kept.ReadAsync(row.Answer!.AnswerId, cancellation)));
            foreach (var (row, texts) in some.Zip(read))
                words[row.Id] = texts;
        }

        return words;
    }

    /// <summary>Null where nothing has been handed in.</summary>
    public async Task<KeptTexts?> WordsAsync(Survey survey, CancellationToken cancellation) =>
        survey.Answers.Count == 0 ? null : await kept.ReadAsync(survey.Answers[^1].AnswerId, cancellation);

    /// <summary>What the unit replied in the last round before, in words, by the code of the question.</summary>
    public async Task<IReadOnlyDictionary<CodeId, string>> LastYearAsync(
        OpenSurvey open, CancellationToken cancellation)
    {
        if (await desk.EarlierAsync(open.Survey, cancellation) is not { } earlier)
            return new Dictionary<CodeId, string>();
        var texts = await kept.ReadAsync(earlier.Answer!.AnswerId, cancellation);
        return SurveyQuestions.Asked(open.InForce.Settings, earlier.Set, earlier.Questions).Visible(earlier.Replies)
            .Select(question => (
                question.Code, Text: ReplyWords.Text(question, earlier.Replies.Of(question.Code), texts)))
            .Where(reply => reply.Text is not null).ToDictionary(reply => reply.Code, reply => reply.Text!);
    }

    /// <summary>What tells against the newest answer, among what the person may read.</summary>
    public async Task<IReadOnlyList<Contradiction>> ContradictionsAsync(
        OpenSurvey open, CancellationToken cancellation)
    {
        if (open.Survey.Answers.Count == 0)
            return [];
        var known = await KnownAsync(open, cancellation);
        return Contradictions.Find(open.Asked, open.Survey.Replies, known, open.Survey.Answers[^1].HandedInOn);
    }

    private async Task<SurveyKnowledge> KnownAsync(OpenSurvey open, CancellationToken cancellation)
    {
        var unit = (await streams.LoadAsync(UnitStream.Kind, open.Survey.Unit.UnitId, cancellation))?.State
            as UnitState.Registered;
        var manager = unit is { Managers.Count: > 1 } ? unit.Manager : null;
        return new SurveyKnowledge
        {
            Customers = unit?.Count?.Customers,
            LacksLicence = unit?.Licence.IsMissing == true,
            ManagerChangedOn = manager?.From,
            ManagerChangeNotNotified = manager?.IsNoticeLate == true,
            Concerns = await ConcernsAsync(open, cancellation),
            OpenFindings = await FindingsAsync(open, cancellation),
        };
    }

    private async Task<IReadOnlyList<(CodeId, DateOnly)>> ConcernsAsync(
        OpenSurvey open, CancellationToken cancellation)
    {
        if (!ContentAccess.Reads(open.User, ContentClass.Concern, open.Board))
            return [];
        var closed = await conflicts.OfAsync(open.User, cancellation);
        var facts = await views.ReadAllAsync<ConcernFact>(
            ConcernPartitions.Facts(open.Board), cancellation,
            ConcernPartitions.FactsOfUnit(open.Survey.Unit.UnitId));
        return
        [
            .. facts.Where(fact => fact is { Weighting: ConcernWeighting.Assessed, Category: not null }
                    && !closed.Contains(fact.ConcernId))
                .Select(fact => (fact.Category!.Value, fact.Received)),
        ];
    }

    private async Task<IReadOnlyList<(CodeId, DateOnly)>> FindingsAsync(
        OpenSurvey open, CancellationToken cancellation)
    {
        var found = new List<(CodeId, DateOnly)>();
        foreach (var row in (await reviews.ForAsync(open.User, cancellation)).Where(row =>
            row.Unit.UnitId == open.Survey.Unit.UnitId && row is { OpenFindings: > 0, Reported: not null }))
        {
            if (await streams.LoadAsync(ReviewStream.Kind, row.Id, cancellation) is { State.Review: { } review })
                found.AddRange(review.Findings.Where(finding => finding.IsOpen)
                    .Select(finding => (finding.Category, row.StartedOn ?? row.OpenedOn)));
        }

        return found;
    }
}
