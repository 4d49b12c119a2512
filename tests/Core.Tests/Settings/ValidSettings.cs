using Oversight.Core.Tests.RiskAnalyses;
using Oversight.Settings;

namespace Oversight.Core.Tests.SettingsChecks;

/// <summary>
/// Settings that hold together, small enough to read, and short forms for changing one thing in them.
/// </summary>
internal static class ValidSettings
{
    public static readonly DateOnly From = new(2015, 1, 1);
    public static readonly BoardId Social = new("socialnamnden");
    public static readonly BoardId Elder = new("aldrenamnden");

    public static MunicipalitySettings Valid { get; } = new(
        "Nacka kommun", [new Board(Social, "Socialnämnden"), new Board(Elder, "Äldrenämnden")],
        [
            new CodeList(CodeLists.Services, [Code("ledsagning", "lss"), Code("hemtjanst", "sol")]),
            List(CodeLists.AgreementAreas, "hemtjanst"),
            List(CodeLists.TargetGroups, "aldre"),
            List(CodeLists.ConcernKinds, "brist"),
            List(CodeLists.ConcernCategories, "dokumentation"),
            List(CodeLists.ConcernConsequences, "ingen", "skada"),
            List(CodeLists.QualityAreas, "tillganglighet", "trygghet"),
            List(CodeLists.ReviewMethods, "besok"),
            List(CodeLists.EvidenceSources, "handlingar"),
            List(CodeLists.ReviewSourceKinds, "register"),
            new CodeList(CodeLists.IvoGrounds, [Code("riktlinje", "finding"), Code("brister", "law", "finding")]),
            List(CodeLists.ReferralRecipients, "polisen"),
            List(CodeLists.ReferralGrounds, "osl"),
            List(CodeLists.ReferralData, "rapport"),
            List(CodeLists.CustomerMoveCauses, "konkurs"),
        ])
    {
        Meetings = [new Meeting(Social, Day(3, 16), Day(2, 22), Day(3, 1), Day(3, 8))],
        RiskModels =
        [
            TestRisk.Model with
            {
                ValidFrom = From,
                Severity = TestRisk.Model.Severity with { Consequences = [new(new("ingen"), 1), new(new("skada"), 4)] },
                ManagerChange = new ManagerChangeRule(new CodeId("trygghet"), 1, 0.75m),
                Classes = [new(new("lag"), "Låg", 1), new(new("forhojd"), "Förhöjd", 4), new(new("hog"), "Hög", 8),
                    new(new("mycket-hog"), "Mycket hög", 16)],
            },
        ],
        PlanningRules =
        [
            new PlanningRules(From, new(2, 1), new(3, 1), 3, new(4, 1), [new CodeId("mycket-hog")], 2015)
            {
                Choice = Plans.TestPlans.Rules.Choice,
                Standing = [new(FollowUpMethod.Economy, Role.Procurement, new(6, 1), new(6, 1))],
            },
        ],
        SanctionRules =
        [
            new SanctionRules(From, HearingDays: 14, ApprovalDays: 14, AppealDays: 21,
            [
                .. new[] { "kundval", "lou", "overenskommelse", "direktupphandling" }.Select(form => new SanctionLadder(
                    form, "enligt avtalet", CanBeAppealed: true, "Kan prövas.",
                    [new SanctionStep(new("varning"), "Varning", "Varning av", "varnar {part}", SanctionEffect.None)])
                {
                    Within = "inom avtalet",
                    TermsAttachment = "Avtal",
                }),
            ]),
        ],
        TriggeredReviewRules = [new TriggeredReviewRules(From, Role.ProcessOwner, 14, 7, 3)],
        IvoRules =
        [
            new IvoRules
            {
                ValidFrom = From,
                SeriousSeverity = 4,
                WorkingDays = 5,
                RemindWorkingDaysBefore = 0,
                SubstituteWorkingDays = 2,
                Decider = Role.UnitManager,
                Substitute = Role.ProcessOwner,
                DelegationPoint = "punkt 1",
                ReferralPoint = "punkt 2",
                DutyFrom = new(2026, 1, 1),
                DutyLaw = "27 kap. 7 §",
                LicensableServices = [],
                Authority = "IVO",
                Address = ["Box 1"],
            },
        ],
        ReviewRules =
        [
            new ReviewRules(
                From, 14, 10, 21,
                [
                    new(new("verkstallighet"), "Insatser verkställs.", new("trygghet"), "LSS", "28 f §",
                        new("dokumentation"), ["kundval"], ["lss", "sol", "hsl"]),
                    new(new("kontakt"), "Anordnaren nås.", new("trygghet"), "Villkor", null, null, [], []),
                ]),
        ],
        SurveyRoundRules =
        [
            new SurveyRoundRules
            {
                ValidFrom = From,
                Set = new("enkat"),
                StartMonth = 9,
                StartDay = 1,
                AnswerDays = 35,
                LeastDays = 14,
                PromptDaysBefore = 7,
                CorrectionDays = 14,
                JudgeWorkingDays = 10,
                MinutesPerQuestion = 1.5m,
            },
        ],
        Surveys =
        [
            new QuestionSet(new("enkat"), "Avtalsenkät", From,
            [
                new QuestionSection(new("ledning"), "Ledning",
                [
                    new Question(new("chef"), ReplyKind.YesNo, "Finns det en chef?")
                    {
                        Breaks = new BreakRule(new ReplyTest { Is = [ReplyTest.No] }, "Det finns ingen chef."),
                    },
                    new Question(new("antal"), ReplyKind.Number, "Hur många?")
                    {
                        When = new QuestionCondition(new("chef"), new ReplyTest { Is = [ReplyTest.Yes] }),
                    },
                    new Question(new("hur"), ReplyKind.Choice, "Hur?")
                    {
                        Choices = [new(new("bra"), "Bra"), new(new("illa"), "Illa")],
                    },
                    new Question(new("lista"), ReplyKind.Table, "Vilka?")
                    {
                        Columns = [new(new("namn"), "Namn", ReplyKind.Text)],
                    },
                ]),
            ]),
        ],
        DocumentHeads = [Head(Social), Head(Elder)],
        Limits = new Limits(1, 1, 1, 1, 1, 1, 1, 1, 1),
        Register = new RegisterSettings(0, 0),
        AgreementForms =
        [
            .. new[] { "kundval", "lou", "overenskommelse", "direktupphandling" }
                .Select(form => new AgreementFormWording(new CodeId(form), form, "utförare", "utförare", "sanktion")),
        ],
    };

    public static DateOnly Day(int month, int day) => new(2027, month, day);

    public static DocumentHead Head(BoardId board) =>
        new(board, "^[A-Z]+ \\d{4}/\\d+$", "SOCN 2026/12", "nämnden", "nämnden", "gruppchef");

    public static Code Code(string id, params string[] marks) =>
        new(new CodeId(id), $"Text för {id}", From, null, null, marks);

    public static CodeList List(string name, params string[] codes) => new(name, [.. codes.Select(code => Code(code))]);

    /// <summary>The same list with another first element.</summary>
    public static IReadOnlyList<T> WithFirst<T>(this IReadOnlyList<T> list, Func<T, T> change) =>
        [change(list[0]), .. list.Skip(1)];

    public static IReadOnlyList<T> Again<T>(this IReadOnlyList<T> list) => [.. list, list[^1]];

    public static MunicipalitySettings WithCodes(string list, params IReadOnlyList<Code> codes) => Valid with
    {
        CodeLists = [.. Valid.CodeLists.Where(other => other.Name != list), new CodeList(list, codes)],
    };

    public static IEnumerable<string> Problems(MunicipalitySettings settings) =>
        SettingsRules.Check(settings).Select(problem => problem.ToString());
}
