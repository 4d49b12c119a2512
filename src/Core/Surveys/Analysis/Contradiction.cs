using Oversight.Settings;

namespace Oversight.Surveys;

/// <summary>What tells something else than a reply.</summary>
public enum ContradictedBy
{
    /// <summary>The register has another number of customers. Argument: that number.</summary>
    [StoredName("customers")]
    Customers,

    /// <summary>The register knows no licence, and one is needed. No arguments.</summary>
    [StoredName("noLicence")]
    NoLicence,

    /// <summary>The register has another manager since a day of the last year. Argument: the day.</summary>
    [StoredName("managerChanged")]
    ManagerChanged,

    /// <summary>The change of manager was not notified in time. Argument: the day of the change.</summary>
    [StoredName("managerNotNotified")]
    ManagerNotNotified,

    /// <summary>Founded concerns of the category within a year. Argument: how many.</summary>
    [StoredName("concerns")]
    Concerns,

    /// <summary>Open findings of the category. Argument: how many.</summary>
    [StoredName("findings")]
    Findings,
}

/// <summary>A reply that something else tells against: a question to ask, never a conclusion.</summary>
/// <param name="Question">Its code.</param>
/// <param name="Arguments">Written invariantly, as <see cref="ContradictedBy"/> says.</param>
/// <param name="On">The day of the newest that tells against it; null where it has none.</param>
public sealed record Contradiction(
    CodeId Question, ContradictedBy By, IReadOnlyList<string> Arguments, DateOnly? On);

/// <summary>What the system knows of a unit beside its answers.</summary>
public sealed record SurveyKnowledge
{
    /// <summary>Null: the register does not know.</summary>
    public required int? Customers { get; init; }

    /// <summary>A licence is needed and the register has none.</summary>
    public required bool LacksLicence { get; init; }

    /// <summary>The first day of the manager who succeeded another; null: the first, or none.</summary>
    public required DateOnly? ManagerChangedOn { get; init; }

    public required bool ManagerChangeNotNotified { get; init; }

    /// <summary>Founded concerns, by category and day of receipt.</summary>
    public required IReadOnlyList<(CodeId Category, DateOnly On)> Concerns { get; init; }

    /// <summary>Findings of reviews that are not remedied.</summary>
    public required IReadOnlyList<(CodeId Category, DateOnly On)> OpenFindings { get; init; }
}

/// <summary>The stated rules by which a reply and what the system knows are held against each other.</summary>
public static class Contradictions
{
    /// <summary>How far back a concern or a change tells something about an answer.</summary>
    private const int Days = 365;

    /// <summary>Customers come and go: so large a share of the register's number is no contradiction.</summary>
    private const decimal CustomerMargin = 0.2m;

    /// <summary>Of the questions that were seen, in their order. Of a reply that breaks the terms, none.</summary>
    /// <param name="on">The day on which it was handed in.</param>
    public static IReadOnlyList<Contradiction> Find(
        AskedQuestions asked, Replies replies, SurveyKnowledge known, DateOnly on) =>
    [
        .. asked.Visible(replies).SelectMany(question => replies.Of(question.Code) is { } reply
            ? Of(question, reply, known, on)
            : []),
    ];

    private static IEnumerable<Contradiction> Of(
        Question question, ReplyValue reply, SurveyKnowledge known, DateOnly on)
    {
        var isYes = reply is ReplyValue.YesNo { IsYes: true };
        var isNo = reply is ReplyValue.YesNo { IsYes: false };
        switch (question.Compares)
        {
            case Comparison.Customers when reply is ReplyValue.Number { Value: var number }
                && known.Customers is { } customers
                && Math.Abs(number - customers) > Math.Max(1, customers * CustomerMargin):
                yield return new Contradiction(
                    question.Code, ContradictedBy.Customers, [FormattableString.Invariant($"{customers}")], null);
                break;
            case Comparison.Licence when isYes && known.LacksLicence:
                yield return new Contradiction(question.Code, ContradictedBy.NoLicence, [], null);
                break;
            case Comparison.ManagerChanged when isNo && known.ManagerChangedOn is { } day && IsNear(day, on):
                yield return new Contradiction(
                    question.Code, ContradictedBy.ManagerChanged, [$"{day:yyyy-MM-dd}"], day);
                break;
            case Comparison.ManagerNotified when isYes && known.ManagerChangeNotNotified
                && known.ManagerChangedOn is { } day && IsNear(day, on):
                yield return new Contradiction(
                    question.Code, ContradictedBy.ManagerNotNotified, [$"{day:yyyy-MM-dd}"], day);
                break;
        }

        if (question.Breaks is not { Category: { } category } breaks || breaks.Reply.Holds(reply))
            yield break;
        var concerns = known.Concerns.Where(concern => concern.Category == category && IsNear(concern.On, on)).ToList();
        if (concerns.Count > 0)
            yield return new Contradiction(
                question.Code, ContradictedBy.Concerns, [$"{concerns.Count}"], concerns.Max(concern => concern.On));
        var findings = known.OpenFindings.Where(finding => finding.Category == category).ToList();
        if (findings.Count > 0)
            yield return new Contradiction(
                question.Code, ContradictedBy.Findings, [$"{findings.Count}"], findings.Max(finding => finding.On));
    }

    private static bool IsNear(DateOnly day, DateOnly on) => day >= on.AddDays(-Days);
}
