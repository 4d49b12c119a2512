namespace Oversight.Settings;

/// <summary>
/// One municipality's rules and texts as dated data (<c>settings/&lt;municipality&gt;</c>). A set is immutable; its
/// content hash stands on every event and plan made with it.
/// </summary>
public sealed record MunicipalitySettings(
    string Municipality, IReadOnlyList<Board> Boards, IReadOnlyList<CodeList> CodeLists)
{
    /// <summary>The boards' meetings, any order.</summary>
    public required IReadOnlyList<Meeting> Meetings { get; init; }

    /// <summary>Versions of the risk model, each in force from its day until the next one's.</summary>
    public required IReadOnlyList<RiskModel> RiskModels { get; init; }

    /// <summary>Versions of the rules for the årsplan, each in force from its day until the next one's.</summary>
    public required IReadOnlyList<PlanningRules> PlanningRules { get; init; }

    /// <summary>
    /// Versions of the rules for deciding on a påkallad granskning, each in force from its day until the next one's.
    /// </summary>
    public required IReadOnlyList<TriggeredReviewRules> TriggeredReviewRules { get; init; }

    /// <summary>
    /// What assessments start from, each version in force from its day until the next one's. None: nothing is proposed.
    /// </summary>
    public IReadOnlyList<AssessmentRules> AssessmentRules { get; init; } = [];

    /// <summary>
    /// Versions of the rules and requirements of reviews, each in force from its day until the next one's.
    /// </summary>
    public required IReadOnlyList<ReviewRules> ReviewRules { get; init; }

    /// <summary>Versions of the sanction ladders, each in force from its day until the next one's.</summary>
    public required IReadOnlyList<SanctionRules> SanctionRules { get; init; }

    /// <summary>
    /// Versions of the rules for positions on a report to IVO, each in force from its day until the next one's.
    /// </summary>
    public required IReadOnlyList<IvoRules> IvoRules { get; init; }

    /// <summary>Versions of the sets of questions of the avtalsenkät; see <see cref="QuestionSets"/>.</summary>
    public required IReadOnlyList<QuestionSet> Surveys { get; init; }
    /// <summary>
    /// Versions of the rules for the yearly avtalsenkät, each in force from its day until the next one's.
    /// </summary>
    public required IReadOnlyList<SurveyRoundRules> SurveyRoundRules { get; init; }

    /// <summary>
    /// How long it is known who has signed in, each version in force from its day until the next one's. None: nobody
    /// is known.
    /// </summary>
    public IReadOnlyList<StaffRules> StaffRules { get; init; } = [];

    /// <summary>One document head per board.</summary>
    public required IReadOnlyList<DocumentHead> DocumentHeads { get; init; }

    /// <summary>Pictures that document heads name.</summary>
    public IReadOnlyList<SettingsImage> Images { get; init; } = [];

    public required Limits Limits { get; init; }

    public required RegisterSettings Register { get; init; }

    /// <summary>Wording of the four forms of agreement.</summary>
    public required IReadOnlyList<AgreementFormWording> AgreementForms { get; init; }

    /// <summary>The list of that name; throws when the settings lack it, which start-up checks.</summary>
    public CodeList Codes(string list) =>
        CodeLists.FirstOrDefault(candidate => candidate.Name == list)
        ?? throw new InvalidOperationException($"The settings have no code list '{list}'.");

    public Board? Board(BoardId id) => Boards.FirstOrDefault(board => board.Id == id);

    /// <summary>
    /// The risk model in force on <paramref name="day"/>; start-up checks that the first one is old enough for any
    /// plan.
    /// </summary>
    public RiskModel RiskModelOn(DateOnly day) =>
        InForce(RiskModels, model => model.ValidFrom, day)
            ?? throw new InvalidOperationException($"No risk model is in force on {day:O}.");

    /// <summary>What assessments start from on <paramref name="day"/>; null: nothing is proposed.</summary>
    public AssessmentRules? AssessmentRulesOn(DateOnly day) => InForce(AssessmentRules, rules => rules.ValidFrom, day);

    /// <summary>The planning rules in force on <paramref name="day"/>.</summary>
    public PlanningRules PlanningRulesOn(DateOnly day) =>
        InForce(PlanningRules, rules => rules.ValidFrom, day)
            ?? throw new InvalidOperationException($"No planning rules are in force on {day:O}.");

    /// <summary>
    /// The rules of reviews in force on <paramref name="day"/>; start-up checks that the first ones are old enough.
    /// </summary>
    public ReviewRules ReviewRulesOn(DateOnly day) =>
        InForce(ReviewRules, rules => rules.ValidFrom, day)
            ?? throw new InvalidOperationException($"No rules of reviews are in force on {day:O}.");

    /// <summary>
    /// The sanction ladders in force on <paramref name="day"/>; start-up checks that the first ones are old enough.
    /// </summary>
    public SanctionRules SanctionRulesOn(DateOnly day) =>
        InForce(SanctionRules, rules => rules.ValidFrom, day)
            ?? throw new InvalidOperationException($"No rules of sanctions are in force on {day:O}.");

    /// <summary>The rules for positions on a report to IVO in force on <paramref name="day"/>.</summary>
    public IvoRules IvoRulesOn(DateOnly day) =>
        InForce(IvoRules, rules => rules.ValidFrom, day)
            ?? throw new InvalidOperationException($"No rules of reports to IVO are in force on {day:O}.");

    /// <summary>The rules of the avtalsenkät in force on <paramref name="day"/>.</summary>
    public SurveyRoundRules SurveyRoundRulesOn(DateOnly day) =>
        InForce(SurveyRoundRules, rules => rules.ValidFrom, day)
            ?? throw new InvalidOperationException($"No rules of the avtalsenkät are in force on {day:O}.");

    /// <summary>How long it is known who has signed in, on <paramref name="day"/>; null: nobody is known.</summary>
    public StaffRules? StaffRulesOn(DateOnly day) => InForce(StaffRules, rules => rules.ValidFrom, day);

    /// <summary>The document head of a board; start-up checks that every board has one.</summary>
    public DocumentHead DocumentHead(BoardId board) =>
        DocumentHeads.FirstOrDefault(head => head.Board == board)
        ?? throw new InvalidOperationException($"The settings have no document head for '{board}'.");

    private static T? InForce<T>(IReadOnlyList<T> versions, Func<T, DateOnly> from, DateOnly day)
        where T : class => versions.Where(version => from(version) <= day).MaxBy(from);
}

/// <summary>A dated list of codes, one of <see cref="CodeLists"/>.</summary>
public sealed record CodeList(string Name, IReadOnlyList<Code> Codes)
{
    /// <summary>The codes that may be chosen on <paramref name="day"/>, in the order of the settings.</summary>
    public IEnumerable<Code> On(DateOnly day) => Codes.Where(code => code.IsValidOn(day));

    public bool Has(CodeId id, DateOnly day) => Codes.Any(code => code.Id == id && code.IsValidOn(day));

    /// <summary>
    /// The text of a code, valid or not: old documents keep their words. The code itself when the list never had it.
    /// </summary>
    public string Text(CodeId id) => Codes.FirstOrDefault(code => code.Id == id)?.Text ?? id.Value;
}

/// <summary>
/// One code: its Swedish text, the days it may be chosen (both ends included) and marks that rules look for.
/// </summary>
public sealed record Code(CodeId Id, string Text, DateOnly ValidFrom, DateOnly? ValidTo = null, string? Help = null,
    IReadOnlyList<string>? Marks = null)
{
    public bool IsValidOn(DateOnly day) => day >= ValidFrom && (ValidTo is not { } last || day <= last);

    public bool IsMarked(string mark) => Marks?.Contains(mark) == true;
}

/// <summary>The names of the code lists that every municipality must have.</summary>
public static class CodeLists
{
    /// <summary>Insatser; marks <c>lss</c>, <c>sol</c>, <c>hsl</c> name the act.</summary>
    public const string Services = "services";
    public const string AgreementAreas = "agreement-areas";
    public const string TargetGroups = "target-groups";
    public const string ConcernKinds = "concern-kinds";
    public const string ConcernCategories = "concern-categories";

    /// <summary>The five consequences a reporter chooses among.</summary>
    public const string ConcernConsequences = "concern-consequences";

    /// <summary>The six quality areas, and two more marked <c>lss</c> (R15, R16).</summary>
    public const string QualityAreas = "quality-areas";

    /// <summary>How a review is made: visit, digital, interviews (R37-R40).</summary>
    public const string ReviewMethods = "review-methods";

    /// <summary>Where the evidence of a judgement comes from.</summary>
    public const string EvidenceSources = "evidence-sources";

    /// <summary>What a review builds on besides what it has seen itself (R35, R36).</summary>
    public const string ReviewSourceKinds = "review-source-kinds";

    /// <summary>Why a report to IVO is thought of; see <see cref="IvoMarks"/>.</summary>
    public const string IvoGrounds = "ivo-grounds";

    /// <summary>Authorities that data are handed over to; see <see cref="ReferralMarks"/>.</summary>
    public const string ReferralRecipients = "referral-recipients";

    /// <summary>The law by which data are handed over; see <see cref="ReferralMarks"/>.</summary>
    public const string ReferralGrounds = "referral-grounds";

    /// <summary>Which kinds of data are handed over; see <see cref="ReferralMarks"/>.</summary>
    public const string ReferralData = "referral-data";

    /// <summary>Why every customer of a unit is to move, when no sanction says so.</summary>
    public const string CustomerMoveCauses = "customer-move-causes";

    public static IReadOnlyList<string> All { get; } =
    [
        Services, AgreementAreas, TargetGroups, ConcernKinds, ConcernCategories, ConcernConsequences, QualityAreas,
        ReviewMethods, EvidenceSources, ReviewSourceKinds, IvoGrounds, ReferralRecipients, ReferralGrounds,
        ReferralData, CustomerMoveCauses,
    ];
}

/// <summary>The marks of <see cref="CodeLists.IvoGrounds"/>.</summary>
public static class IvoMarks
{
    /// <summary>A ground of the law, and so of the duty.</summary>
    public const string Law = "law";

    /// <summary>What a serious finding gives: of the law where the duty applies, else of the guideline.</summary>
    public const string Finding = "finding";
}

/// <summary>The marks of what is handed over, to whom and by which law.</summary>
public static class ReferralMarks
{
    /// <summary>On a recipient: a law-enforcement authority. On a ground: only to one.</summary>
    public const string Crime = "crime";

    /// <summary>On a recipient: pays out, or checks what is paid out. On a ground: only to one.</summary>
    public const string Payments = "payments";

    /// <summary>On a ground: never data about clients (OSL 26:1-6).</summary>
    public const string NoClients = "no-clients";

    /// <summary>On a ground: somebody says that the minimum penalty is six months or more.</summary>
    public const string SixMonths = "six-months";

    /// <summary>On a kind of data: about clients.</summary>
    public const string Clients = "clients";
}
