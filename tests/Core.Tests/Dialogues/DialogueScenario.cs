using Oversight.Dialogues;
using Oversight.Settings;

namespace Oversight.Core.Tests.Dialogues;

/// <summary>A series with two participants, and commands on it.</summary>
internal static class DialogueScenario
{
    public const string Lead = "anna";

    public static DateOnly Day { get; } = new(2027, 3, 1);

    public static DialogueLimits Limits { get; } = new(30, 60);

    public static DialogueParticipant Birch { get; } = Participant("Björken");

    public static DialogueParticipant Linden { get; } = Participant("Linden");

    private static CodeList Areas { get; } = new(
        CodeLists.AgreementAreas, [new Code(new CodeId("hemtjanst"), "Hemtjänst", Day.AddYears(-1), null)]);

    public static DialogueCommand.OpenSeries Open { get; } = new()
    {
        Board = new BoardId("aldrenamnden"),
        Area = new CodeId("hemtjanst"),
        Name = Text("Hemtjänst"),
        LeadName = Text("Anna"),
        Areas = Areas,
        Limits = Limits,
    };

    public static DialogueCommand.SetParticipants Both { get; } = new([Birch, Linden], HasUnknown: false);

    public static DialogueCommand.PlanOccasion Plan(DateOnly on, DialogueParticipant? with = null) =>
        new(Time(on), with?.UnitId, HasUnknown: false, Limits);

    public static WantedTime Time(DateOnly on) => new(on, new TimeOnly(9, 0), new TimeOnly(11, 0), Text("Stadshuset"));

    public static DialogueCommand.AgreeArea Agree(int at, DateOnly until) => new()
    {
        Occasion = at,
        What = Text("Kontinuitet"),
        Owner = Text("Verksamhetscheferna"),
        Until = until,
        Limits = Limits,
    };

    public static DialogueCommand.FollowArea Follow(int area, int? at, AreaOutcome outcome, DateOnly? until = null) =>
        new()
        {
            Area = area,
            Occasion = at,
            Outcome = outcome,
            Words = Text("Klart."),
            Until = until,
            Limits = Limits,
        };

    public static DialogueCommand.Hold Hold(int at, params DialogueParticipant[] attended) => new()
    {
        Occasion = at,
        Attended = [.. attended.Select(one => one.UnitId)],
        Others = Text(""),
        Limits = Limits,
    };

    public static DialogueCommand.EstablishMinutes Minutes(int at) =>
        new() { Occasion = at, Summary = Text(""), Limits = Limits };

    public static DialogueCommand.TakeUp TakeUp(int at, string concern, DialogueParticipant about) => new()
    {
        Occasion = at,
        Concern = Id.Derive("test", concern),
        Unit = about.UnitId,
        Became = Text("Rutinen är ändrad."),
        Limits = Limits,
    };

    public static DialogueState After(params (DateOnly On, DialogueCommand Command)[] steps) =>
        steps.Aggregate(DialogueState.Initial, (state, step) =>
            DialogueDecider.Decide(state, step.Command, By(step.On))
                .ShouldBeOfType<Decision<DialogueEvent>.Accepted>(step.Command.ToString())
                .Events.Aggregate(state, DialogueDecider.Evolve));

    public static DialogueState And(this DialogueState state, DateOnly on, params DialogueCommand[] commands) =>
        commands.Aggregate(state, (now, command) =>
            DialogueDecider.Decide(now, command, By(on))
                .ShouldBeOfType<Decision<DialogueEvent>.Accepted>(command.ToString())
                .Events.Aggregate(now, DialogueDecider.Evolve));

    /// <summary>The names of what happens, or why not.</summary>
    public static string Answer(this DialogueState state, DialogueCommand command, DateOnly on, string user = Lead) =>
        DialogueDecider.Decide(state, command, By(on, user)) switch
        {
            Decision<DialogueEvent>.Refused refused => string.Join(' ', refused.Reasons.Select(RefusalText.Of)),
            Decision<DialogueEvent>.Accepted accepted =>
                string.Join(' ', accepted.Events.Select(happened => happened.GetType().Name)),
            _ => throw new InvalidOperationException(),
        };

    public static WrittenText Text(string text) => new($"entry#{text}", text, $"hash:{text}");

    private static CommandContext By(DateOnly on, string user = Lead) =>
        new(new Actor(user, Role.QualityDeveloper), default, on);

    private static DialogueParticipant Participant(string name) =>
        new(Id.Derive("unit", name), name, Id.Derive("provider", name), $"{name} AB");
}
