using System.Globalization;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Reviews;

/// <summary>Swedish words for what reviews hold.</summary>
public sealed class ReviewWords(MunicipalitySettings settings, ReviewRules rules)
{
    public const int HighestSeverity = 4;
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static IReadOnlyList<Choice> Fulfilments { get; } = Choices<Fulfilment>(Text);

    public static IReadOnlyList<Choice> InterviewKinds { get; } = Choices<InterviewKind>(Text);

    /// <summary>What a reviewer may say of a finding: it is handed on by the review that follows alone.</summary>
    public static IReadOnlyList<Choice> FindingStatuses { get; } =
    [
        .. Choices<FindingStatus>(Text)
            .Where(choice => choice.Value != Storage.StoredEnum<FindingStatus>.Write(FindingStatus.HandedOn)),
    ];

    public static IReadOnlyList<Choice> Severities { get; } =
        [.. Enumerable.Range(1, HighestSeverity).Select(level => new Choice(Digits(level), Severity(level)))];

    public static string Text(ReviewStatus status) => status switch
    {
        ReviewStatus.ToStart => "Att starta",
        ReviewStatus.Scoping => "Planeras",
        ReviewStatus.Underway => "Pågår",
        ReviewStatus.Reading => "Läses",
        ReviewStatus.Communicated => "Kommuniceras",
        ReviewStatus.Reported => "Rapport fastställd",
        ReviewStatus.AwaitingPlan => "Väntar på åtgärdsplan",
        ReviewStatus.PlanApproved => "Åtgärdsplan godkänd",
        ReviewStatus.Closed => "Avslutad",
        _ => "Inte öppnad",
    };

    public static string Color(ReviewStatus status) => status switch
    {
        ReviewStatus.ToStart => "warning",
        ReviewStatus.Closed => "neutral",
        ReviewStatus.Reported or ReviewStatus.PlanApproved => "success",
        _ => "info",
    };

    public static string Text(ReviewKind kind) => kind switch
    {
        ReviewKind.Planned => "Planerad",
        ReviewKind.Joint => "Gemensam",
        _ => "Påkallad",
    };

    public static string Text(Fulfilment fulfilment) => fulfilment switch
    {
        Fulfilment.Met => "Uppfyllt",
        Fulfilment.NotFully => "Ej fullt ut uppfyllt",
        Fulfilment.NotMet => "Ej uppfyllt",
        _ => "Ej bedömt",
    };

    public static string Color(Fulfilment? fulfilment) => fulfilment switch
    {
        Fulfilment.Met => "success",
        Fulfilment.NotFully => "warning",
        Fulfilment.NotMet => "danger",
        _ => "neutral",
    };

    public static string Text(InterviewKind kind) => kind switch
    {
        InterviewKind.Customer => "Kund",
        InterviewKind.Relative => "Närstående",
        InterviewKind.Management => "Ledning",
        _ => "Personal",
    };

    /// <summary>"2 med kunder, 1 med personal": all that is told outside of interviews; null when there are
    /// none.</summary>
    public static string? Text(IReadOnlyList<Interview> interviews) => interviews.Count == 0
        ? null
        : string.Join(", ", interviews.CountBy(interview => interview.Kind).OrderBy(count => count.Key)
            .Select(count => string.Create(Swedish, $"{count.Value} med {Many(count.Key)}")));

    public static string Text(FindingStatus status) => status switch
    {
        FindingStatus.Remaining => "Kvarstår",
        FindingStatus.Begun => "Påbörjad",
        FindingStatus.Remedied => "Åtgärdad",
        FindingStatus.HandedOn => "Kvarstår, överförd till en ny granskning",
        _ => "Inaktuell",
    };

    public static string Text(FollowUpKind kind) =>
        kind == FollowUpKind.FollowUp ? "Uppföljning" : "Kontroll efter den sista dagen";

    public static string Text(Sample sample) => string.Create(Swedish, $"{sample.Met} av {sample.Taken}");

    /// <summary>
    /// For a document: in words where how many were as they should, or were not, is a small number (R117).
    /// </summary>
    public static string Text(Sample sample, Limits limits)
    {
        var (met, missed) = (sample.Met, sample.Taken - sample.Met);
        return IsSmall(met) || IsSmall(missed) || IsSmall(sample.Taken) ? Share(met, sample.Taken) : Text(sample);

        bool IsSmall(int number) => number > 0 && number < limits.SmallNumber;
    }

    private static string Share(int met, int taken) =>
        met == taken ? "Alla" : met == 0 ? "Inga" : met * 2 >= taken ? "Hälften eller fler" : "Färre än hälften";

    public static string Text(ReviewEnding ending) => ending switch
    {
        ReviewEnding.Completed => "Genomförd",
        ReviewEnding.Cancelled => "Avbruten",
        _ => "Struken ur årsplanen",
    };

    public static string Severity(int level) => level switch
    {
        1 => "1 – Mindre allvarlig",
        2 => "2 – Måttlig",
        3 => "3 – Allvarlig",
        _ => "4 – Mycket allvarlig",
    };

    /// <summary>Of findings: "Allvarliga".</summary>
    public static string SeverityOfMany(int level) => level switch
    {
        1 => "Mindre allvarliga",
        2 => "Måttliga",
        3 => "Allvarliga",
        _ => "Mycket allvarliga",
    };

    /// <summary>What is waited for, in words.</summary>
    public static string Wait(string what) => what.Split('-')[0] switch
    {
        ReviewAwaiting.Start => "Att någon börjar",
        ReviewAwaiting.Lead => "En ny ansvarig granskare",
        "reading" => "En andra läsare av utkastet",
        "supplement" => "Komplettering",
        "comments" => "Synpunkter på utkastet",
        ReviewAwaiting.FollowUp => "Uppföljning",
        ReviewAwaiting.Check => "Kontroll efter den sista dagen",
        ReviewAwaiting.Move => "Att alla kunder har flyttat",
        _ => "Åtgärdsplan",
    };

    public static string Wait(ReviewWait wait) =>
        wait.Until is { } until ? $"{Wait(wait.What)}, senast {SwedishDates.Text(until)}" : Wait(wait.What);

    public static IReadOnlyList<Choice> Findings(IReadOnlyList<Finding> findings) =>
        [.. findings.Select(finding =>
            new Choice(Digits(finding.Number), $"Brist {finding.Number}, {Text(finding.Status).ToLower(Swedish)}"))];

    /// <summary>The law or the terms that a requirement stands in.</summary>
    public static string Source(Requirement requirement) =>
        requirement.Clause is { } clause ? $"{requirement.Source}, {clause}" : requirement.Source;

    public static string Count(int number) => number.ToString(Swedish);

    public string MoveCause(CodeId cause) => settings.Codes(CodeLists.CustomerMoveCauses).Text(cause);

    public string Board(BoardId id) => settings.Board(id)?.Name ?? id.Value;

    /// <summary>Where a finding comes from that the other board of a joint review has told of.</summary>
    public string Source(BoardId board, SharedFinding shared) =>
        $"Gemensam granskning, {Board(board)}{(shared.CaseNumber is { } number ? $", dnr {number}" : "")}";

    /// <summary>The requirements that a finding can be about.</summary>
    public IReadOnlyList<Choice> Unmet(Review review) =>
    [
        .. review.Judgements.Where(judged => judged.Fulfilment is Fulfilment.NotFully or Fulfilment.NotMet)
            .Select(judged => new Choice(judged.Requirement.Value, Requirement(judged.Requirement))),
    ];

    public string Requirement(CodeId id) => rules.Find(id)?.Text ?? id.Value;

    public string RequirementSource(CodeId id) => rules.Find(id) is { } requirement ? Source(requirement) : "";

    public string Area(CodeId id) =>
        rules.Find(id) is { } requirement ? settings.Codes(CodeLists.QualityAreas).Text(requirement.Area) : "";

    public string Category(CodeId id) => settings.Codes(CodeLists.ConcernCategories).Text(id);

    public string Source(CodeId id) => settings.Codes(CodeLists.EvidenceSources).Text(id);

    public string IvoGround(CodeId id) => settings.Codes(CodeLists.IvoGrounds).Text(id);

    public string Recipient(CodeId id) => settings.Codes(CodeLists.ReferralRecipients).Text(id);

    public string SourceKind(CodeId id) => settings.Codes(CodeLists.ReviewSourceKinds).Text(id);

    public string Methods(IEnumerable<CodeId> methods) =>
        string.Join(", ", methods.Select(settings.Codes(CodeLists.ReviewMethods).Text));

    /// <summary>
    /// How many customers, so that nobody can be told by the number: below the threshold in words (R117).
    /// </summary>
    public string? Affected(int? count) => count switch
    {
        null => null,
        0 => "Ingen kund",
        1 => "Enstaka kunder",
        { } some when some < settings.Limits.SmallNumber =>
            some <= settings.Limits.SmallNumber / 2 ? "Enstaka kunder" : "Flera kunder",
        { } many => string.Create(Swedish, $"{many} kunder"),
    };

    /// <summary>How many, so that nobody can guess who it was: a small number in words.</summary>
    public static string Few(int count, Limits limits) => count >= limits.SmallNumber
        ? count.ToString(Swedish)
        : count <= limits.SmallNumber / 2 ? "enstaka" : "flera";

    /// <summary>The medically responsible who are named, with their titles.</summary>
    public static IEnumerable<(string Short, string Title, TextReference Name)> Medical(MedicalReviewers named)
    {
        if (named.Nurse is { } nurse)
            yield return ("MAS", "Medicinskt ansvarig sjuksköterska (MAS)", nurse);
        if (named.Rehabilitation is { } rehabilitation)
            yield return ("MAR", "Medicinskt ansvarig för rehabilitering (MAR)", rehabilitation);
    }

    /// <summary>For a value of a field.</summary>
    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Many(InterviewKind kind) => kind switch
    {
        InterviewKind.Customer => "kunder",
        InterviewKind.Relative => "närstående",
        InterviewKind.Management => "ledningen",
        _ => "personal",
    };

    private static List<Choice> Choices<T>(Func<T, string> text)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Choice(Storage.StoredEnum<T>.Write(value), text(value)))];
}
