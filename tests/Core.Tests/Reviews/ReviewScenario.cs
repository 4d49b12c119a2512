using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Core.Tests.Reviews;

/// <summary>A review with two requirements, and what its tests do with it.</summary>
internal static class ReviewScenario
{
    public const string Lead = "anna";
    public const string Other = "bo";

    public static readonly DateOnly Decided = new(2027, 1, 15);
    public static readonly CodeId Execution = new("execution");
    public static readonly CodeId Contact = new("contact");

    public static readonly ReviewSetup Setup = new(
        new ReviewRules(
            new DateOnly(2015, 1, 1), CommentDays: 14, SupplementDays: 10, ActionPlanDays: 21,
            [
                new Requirement(Execution, "Insatser verkställs.", new CodeId("effektivitet"), "LSS", "28 f §",
                    new CodeId("late"), [], []),
                new Requirement(Contact, "Anordnaren nås.", new CodeId("tillganglighet"), "Villkor", null,
                    new CodeId("contact"), [], []),
            ])
        {
            SuccessorMonths = 6,
            FollowUps = [new(4, 30, 14), new(3, 21, 14), new(2, 14, 30)],
        },
        Codes("visit", "samples"), Codes("papers"), Codes("late", "contact"), LongText: 8000, Reason: 2000, Line: 500);

    public static readonly ReviewCommand.Open Open = new(
        new ReviewedUnit(IdOf(1), IdOf(2), IdOf(3), new BoardId("socialnamnden"), "Björken", "Omsorg AB"),
        new ReviewOrigin(ReviewKind.Triggered, Decided, false, null,
            [new ReviewConcern(IdOf(4), Decided.AddDays(-9), "r1")]));

    public static readonly ReviewCommand.SetScope Scope =
        new([Contact, Execution], [new CodeId("visit")], Decided.AddDays(10), Announced: true, Text("why"), Setup);

    public static readonly ReviewCommand.Judge NotMet = new(
        Execution, Fulfilment.NotMet, 3, 10, new CodeId("papers"), Text("six of ten came late"), Setup);

    public static readonly ReviewCommand.Judge Met = new(Contact, Fulfilment.Met, null, null, new CodeId("papers"),
        Text(""), Setup);

    public static readonly ReviewCommand.AddFinding Late =
        new(Execution, new CodeId("late"), 3, 7, null, Text("late"), Text("they waited"), Setup, Ask(20));

    /// <summary>So grave that it brings the question whether IVO is to be told.</summary>
    public static readonly ReviewCommand.AddFinding Grave = Late with { Severity = 4, Ivo = Ask(21) };

    public static readonly ReferralRules MayGo = new(
        Marked(("police", "crime"), ("tax", "payments"), ("other", "")),
        Marked(("10:23", "crime six-months"), ("10:24", "crime no-clients"), ("307", "payments no-clients")),
        Marked(("unit", ""), ("people", "clients")), Longest: 8000);

    public static readonly ReviewCommand.ProposeReferral Propose = new(
        IdOf(30),
        new ReferralProposal
        {
            Recipient = new("police"),
            Ground = new("10:24"),
            Data = [new("unit")],
            Fields = Text("the report"),
            Masked = Text(""),
            Weighing = Text("they need it"),
            SixMonths = false,
        },
        MayGo);

    public static IvoRules Delegated => new()
    {
        ValidFrom = new DateOnly(2015, 1, 1),
        SeriousSeverity = 4,
        WorkingDays = 5,
        RemindWorkingDaysBefore = 0,
        SubstituteWorkingDays = 2,
        Decider = Role.UnitManager,
        Substitute = Role.ProcessOwner,
        DelegationPoint = "4.1",
        ReferralPoint = "4.2",
        DutyFrom = new DateOnly(2026, 1, 1),
        DutyLaw = "SoL 27:7",
        LicensableServices = [new("home")],
        Authority = "IVO",
        Address = ["Box 1"],
    };

    public static readonly ReviewCommand.RaiseIvoQuestion Raise = new(
        IdOf(22), new CodeId("suitability"), Text("who runs it"), Codes("suitability"), Setup);

    public static readonly ReviewCommand.Communicate Communicate = new(Waived: false, Until: null, Text(""), Setup);

    public static readonly ReviewCommand.Communicate Waive = new(Waived: true, Until: null, Text("urgent"), Setup);

    public static readonly ReviewCommand.Establish Establish = new(Text("summary"), Setup);

    public static readonly ReviewCommand.AskPlan AskPlan = new(Until: null, Setup);

    public static readonly ReviewCommand.AddMeasure Promise =
        new(1, Text("order at once"), Text("chief"), Decided.AddDays(60), Setup);

    public static readonly ReviewCommand.ApprovePlan Approve = new(Text("enough"), Setup);

    public static readonly ReporterWords Reporters = new(Text("we looked"), Text("it is better"));

    public static readonly DateOnly Last = Decided.AddDays(60);

    /// <summary>By the rules of the gravest finding: 30 days before, 14 after.</summary>
    public static readonly ReviewCommand.SetFinalDate SetLast = new(Last, null, null, Text(""), Setup);

    public static readonly ReviewCommand[] UntilJudged =
        [Open, new ReviewCommand.Start(Text("Anna")), Scope, NotMet, Met, Late];

    public static readonly ReviewCommand[] UntilReported = [.. UntilJudged, Waive, Establish];

    public static ReviewCommand.Close Ended(WrittenText reason) => new(reason, Setup) { Reporters = Reporters };

    public static ReviewCommand.Cancel BrokenOff(WrittenText reason) => new(reason, Setup) { Reporters = Reporters };

    public static Id IdOf(byte seed) =>
        Id.Derive("test", seed.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static WrittenText Text(string text) => new("entry#field", text, $"hash:{text}");

    public static CommandContext By(string user = Lead, DateOnly? on = null) =>
        new(new Actor(user, Role.QualityDeveloper), default, on ?? Decided);

    /// <summary>The state after commands that must all be taken.</summary>
    public static ReviewState After(params IEnumerable<ReviewCommand> commands) =>
        commands.Aggregate(ReviewState.Initial, (state, command) => Take(state, command, By()));

    public static ReviewState Take(ReviewState state, ReviewCommand command, CommandContext context) =>
        ReviewDecider.Decide(state, command, context).ShouldBeOfType<Decision<ReviewEvent>.Accepted>()
            .Events.Aggregate(state, ReviewDecider.Evolve);

    /// <summary>The codes of a refusal, with their fields.</summary>
    public static IReadOnlyList<string> Refuse(
        ReviewState state, ReviewCommand command, CommandContext? context = null) =>
    [
        .. ReviewDecider.Decide(state, command, context ?? By()).ShouldBeOfType<Decision<ReviewEvent>.Refused>().Reasons
            .Select(reason => reason.Field is { } field ? $"{field}:{reason.Code}" : reason.Code),
    ];

    /// <summary>What is answered: the refusals, with fields and arguments, or the events.</summary>
    public static string Answer(ReviewState state, ReviewCommand command, CommandContext? context = null) =>
        ReviewDecider.Decide(state, command, context ?? By()) switch
        {
            Decision<ReviewEvent>.Refused refused => string.Join(' ', refused.Reasons.Select(RefusalText.Of)),
            Decision<ReviewEvent>.Accepted accepted =>
                string.Join(' ', accepted.Events.Select(happened => happened.GetType().Name)),
            _ => throw new InvalidOperationException(),
        };

    public static IvoAsk Ask(byte position) => new(IdOf(position), Delegated);

    private static CodeList Marked(params (string Id, string Marks)[] codes) => new(
        "any",
        [.. codes.Select(code => new Code(
            new CodeId(code.Id), code.Id, new DateOnly(2015, 1, 1), null, null, code.Marks.Split(' ')))]);

    private static CodeList Codes(params string[] codes) =>
        new("any", [.. codes.Select(code => new Code(new CodeId(code), code, new DateOnly(2015, 1, 1)))]);
}
