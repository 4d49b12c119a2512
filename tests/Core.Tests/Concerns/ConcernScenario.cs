using Oversight.Concerns;
using Oversight.Settings;

namespace Oversight.Core.Tests.Concerns;

/// <summary>Given events, when a command comes, then events or refusals.</summary>
internal static class ConcernScenario
{
    public const string Reporter = "reporter-1";

    public static DateOnly Today { get; } = new(2026, 11, 20);

    public static BoardId Social { get; } = new("socialnamnden");

    public static BoardId Elder { get; } = new("aldrenamnden");

    public static ConcernUnit Unit { get; } = UnitOf(1, Social);

    public static ConcernUnit OtherUnit { get; } = UnitOf(2, Elder);

    public static ConcernRules Rules { get; } = new(
        [Social, Elder],
        List("services", Code("ledsagning", "lss"), Code("hemtjanst")),
        List("consequences", Code("ej-verkstalld"), Code("ingen")),
        List("kinds", Code("brist")),
        List("categories", Code("dokumentation")),
        List("areas", Code("trygghet"), Code("leva-som-andra", "lss")),
        new ConcernLimits(10_000, 2_000, 500, 5, 25 * 1024 * 1024))
    {
        TriggeredReviews = [new TriggeredReviewRules(new DateOnly(2015, 1, 1), Role.ProcessOwner, 14, 7, 3)],
    };

    public static ConcernCommand.Report Report { get; } = new()
    {
        Place = new ConcernPlace.AtUnit(Unit),
        Service = new CodeId("hemtjanst"),
        Text = Text("Ingen kom i tisdags."),
        Occurred = Occurrence.On(Today.AddDays(-3)),
        Consequence = new CodeId("ej-verkstalld"),
        CaseReference = null,
        RegisteredFor = null,
        Attachments = [],
        ReporterKey = Reporter,
        RegisteredByKey = Reporter,
        Channel = ConcernChannel.Form,
        PossibleDuplicateOf = null,
        Rules = Rules,
    };

    public static ConcernCommand.Assess Assess { get; } = new(
        new CodeId("brist"), new CodeId("dokumentation"), new CodeId("trygghet"), 3, null, ConcernOutcome.NextDialogue,
        Text("Tas upp på nästa dialog.", "reason"), Rules);

    public static ConcernCommand.Assess Propose { get; } = Assess with
    { Outcome = ConcernOutcome.ProposeTriggeredReview };

    public static ConcernCommand.DecideTriggeredReview Approve { get; } =
        new(true, Text("Flera synpunkter.", "decision"), null, Rules);

    public static CommandContext Context { get; } = new(
        new Actor("u1", Role.UnitManager), new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(1)), Today);

    public static WrittenText Text(string text, string name = "report") => new(name, text, $"hash:{text}");

    public static ConcernUnit UnitOf(byte number, BoardId board) =>
        new(IdOf(number), IdOf(100), IdOf(101), board, $"Enhet {number}", "Anordnaren");

    public static Id IdOf(byte number) => Id.From(new Guid(number, 0, 0, new byte[8]));

    public static ConcernState Given(params ConcernCommand[] commands) =>
        commands.Aggregate(ConcernState.Initial, (state, command) => state.After(Happening(state, command)));

    public static ConcernState After(this ConcernState state, IEnumerable<ConcernEvent> events) =>
        events.Aggregate(state, ConcernDecider.Evolve);

    public static IReadOnlyList<ConcernEvent> Happening(this ConcernState state, ConcernCommand command) =>
        ConcernDecider.Decide(state, command, Context).ShouldBeOfType<Decision<ConcernEvent>.Accepted>().Events;

    public static IReadOnlyList<string> Refusals(this ConcernState state, ConcernCommand command) =>
        [.. ConcernDecider.Decide(state, command, Context).ShouldBeOfType<Decision<ConcernEvent>.Refused>().Reasons
            .Select(reason => reason.Code)];

    /// <summary>The steps of the list that the reporter sees.</summary>
    public static string Steps(ConcernState state) =>
        string.Join(' ', state.FileOrNone!.Steps.Select(step => step.Kind));

    /// <summary>Why a command is refused, with fields and arguments; empty when it is not.</summary>
    public static string Faults(ConcernState state, ConcernCommand command) =>
        ConcernDecider.Decide(state, command, Context) is Decision<ConcernEvent>.Refused refused
            ? string.Join(' ', refused.Reasons.Select(RefusalText.Of)) : "";

    private static CodeList List(string name, params Code[] codes) => new(name, codes);

    private static Code Code(string id, params string[] marks) =>
        new(new CodeId(id), id, new DateOnly(2020, 1, 1), null, null, marks);
}
