using Oversight.Providers;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Core.Tests.Surveys;

/// <summary>A board's round of 2027 and the survey of one of its units.</summary>
internal static class SurveyScene
{
    public static readonly DateOnly Start = new(2027, 9, 1);
    public static readonly DateOnly Until = new(2027, 10, 6);
    public static readonly BoardId Board = new("socialnamnden");
    public static readonly Id Round = SurveyRoundDecider.IdOf(Board, 2027);
    public static readonly QuestionSetVersion Version = new(new("enkat"), QuestionScene.From);

    public static readonly SurveyRoundRules Rules = new()
    {
        ValidFrom = new(2015, 1, 1),
        Set = new("enkat"),
        StartMonth = 9,
        StartDay = 1,
        AnswerDays = 35,
        LeastDays = 14,
        PromptDaysBefore = 7,
        CorrectionDays = 14,
        JudgeWorkingDays = 10,
        MinutesPerQuestion = 1.5m,
    };

    public static readonly SurveyRoundCommand.Compose Compose = new()
    {
        Board = Board,
        Year = 2027,
        Set = Version,
        Sets = [Version],
        Until = Until,
        Rules = Rules,
    };

    public static SurveyedUnit Unit(string name, string area = "boende") => new()
    {
        UnitId = Id.Derive("unit", name),
        ProviderId = Id.Derive("provider", name),
        AgreementId = Id.Derive("agreement", name),
        Board = Board,
        Name = name,
        ProviderName = $"{name} AB",
        Form = AgreementForm.Kundval,
        Ownership = Ownership.Private,
        Area = new(area),
        Services = [new("bostad")],
        IsLicensed = true,
    };

    public static WrittenText Text(string text) => new("entry#field", text, $"hash:{text}");

    public static CommandContext On(DateOnly day, Role role = Role.QualityDeveloper) => new(
        role == Role.System ? Actor.System : new Actor("bo", role),
        new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.Zero), day);

    public static SurveyRoundState Take(SurveyRoundState state, SurveyRoundCommand command, CommandContext context) =>
        SurveyRoundDecider.Decide(state, command, context) switch
        {
            Decision<SurveyRoundEvent>.Accepted yes => yes.Events.Aggregate(state, SurveyRoundDecider.Evolve),
            Decision<SurveyRoundEvent>.Refused no =>
                throw new InvalidOperationException(string.Join(", ", no.Reasons.Select(reason => reason.Code))),
            _ => throw new InvalidOperationException(),
        };

    public static string Refused(SurveyRoundState state, SurveyRoundCommand command, CommandContext context) =>
        SurveyRoundDecider.Decide(state, command, context) is Decision<SurveyRoundEvent>.Refused no
            ? string.Join("; ", no.Reasons.Select(reason => $"{reason.Field}: {reason.Code}"))
            : "accepted";

    public static SurveyState Take(SurveyState state, SurveyCommand command, CommandContext context) =>
        SurveyDecider.Decide(state, command, context) switch
        {
            Decision<SurveyEvent>.Accepted yes => yes.Events.Aggregate(state, SurveyDecider.Evolve),
            Decision<SurveyEvent>.Refused no =>
                throw new InvalidOperationException(string.Join(", ", no.Reasons.Select(reason => reason.Code))),
            _ => throw new InvalidOperationException(),
        };

    public static string Refused(SurveyState state, SurveyCommand command, CommandContext context) =>
        SurveyDecider.Decide(state, command, context) switch
        {
            Decision<SurveyEvent>.Refused no =>
                string.Join("; ", no.Reasons.Select(reason => $"{reason.Field}: {reason.Code}")),
            Decision<SurveyEvent>.Accepted { Events.Count: 0 } => "nothing",
            _ => "accepted",
        };

    public static SurveyRoundState Composed =>
        Take(SurveyRoundState.Initial, Compose, On(Start));

    /// <summary>One unit that has been asked on the first day.</summary>
    public static SurveyState Asked => Take(
        SurveyState.Initial,
        new SurveyCommand.Ask(
            Round, Composed.Round!, Unit("Ekbacken"), QuestionScene.Asked.Codes,
            new SurveyRoundEvent.WaveSent(Start, 1, [Unit("Ekbacken")], Until: null), Rules),
        On(Start, Role.System));

    public static SurveyCommand.TakeAnswer Answer(
        DateOnly on, int number = 1, Replies? replies = null, params IReadOnlyList<CodeId> deviations) =>
        new(Id.Derive("answer", $"{number}"), number, on, replies ?? Replies.None, deviations);
}
