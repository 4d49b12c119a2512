using System.Globalization;
using Oversight.Waiting;

namespace Oversight.Sanctions;

/// <summary>What a sanction waits for. Several answers may be awaited at once.</summary>
public static class SanctionAwaiting
{
    /// <summary>The delegate's decision.</summary>
    public const string Delegate = "delegate";

    /// <summary>That its final date has passed and nobody has asked what is to come of it.</summary>
    public const string Final = "final";

    /// <summary>That the last day of an omedelbar åtgärd has passed, and it is to be prolonged or lifted.</summary>
    public const string Until = "until";

    /// <summary>The provider's answer to the proposal.</summary>
    public static string Hearing(int number) => Named("hearing", number);

    /// <summary>What the board decided at the meeting that had the papers.</summary>
    public static string Outcome(int question, DateOnly meeting) =>
        string.Create(CultureInfo.InvariantCulture, $"outcome-{question}-{meeting:yyyyMMdd}");

    /// <summary>That the minutes are approved.</summary>
    public static string Approval(int question) => Named("approval", question);

    /// <summary>Minutes are waited for from the meeting on, not only when their day has passed.</summary>
    public static bool IsApproval(string what) => what.StartsWith("approval-", StringComparison.Ordinal);

    /// <summary>That the provider is told.</summary>
    public static string Notification(int question) => Named("notification", question);

    /// <summary>That the provider says that it has had the underrättelse.</summary>
    public static string Receipt(int question) => Named("receipt", question);

    /// <summary>What a court has asked for.</summary>
    public static string Court(int number) => Named("court", number);

    public static Awaited Of(SanctionState state) =>
        Awaited.Of(() => state.Sanction is { } sanction ? Answers(state.Status, sanction) : []);

    /// <summary>Whether somebody has changed what is awaited, so that the loop must look again.</summary>
    public static bool IsChangedBy(SanctionEvent happened) => happened
        is not (SanctionEvent.Reminded or SanctionEvent.PaperWritten or SanctionEvent.ChargeSent
            or SanctionEvent.ChargeSettled or SanctionEvent.MoveRecorded or SanctionEvent.Prompted
            or SanctionEvent.MinutesAttached
            or SanctionEvent.LinkRenewed);

    private static IEnumerable<AwaitedAnswer> Answers(SanctionStatus status, Sanction sanction)
    {
        var question = sanction.Question;
        if (status == SanctionStatus.Hearing && question.Hearing is { Until: { } until, AnsweredOn: null } hearing)
            yield return Answer(sanction, Hearing(hearing.Number), Role.QualityDeveloper, until, hearing.PromptOn);
        if (status == SanctionStatus.Submitted)
            yield return question.Meeting is { } meeting
                ? Answer(sanction, Outcome(question.Number, meeting), Role.BoardSecretary, meeting)
                : Answer(sanction, Delegate, sanction.Terms.DecidedBy ?? Role.UnitManager, null);
        if (question.Decision is { } decision && status is (SanctionStatus.InForce or SanctionStatus.Ended))
        {
            foreach (var answer in AfterDecision(sanction, decision))
                yield return answer;
        }

        foreach (var link in SanctionLinks.Receipts(sanction).Where(link => link.Until is not null))
            yield return Answer(sanction, link.What, Role.QualityDeveloper, link.Until, link.Until);
        if (status == SanctionStatus.InForce && sanction.FinalDate is { } final)
            yield return Answer(sanction, Final, Role.QualityDeveloper, final);
        if (status == SanctionStatus.InForce && sanction.Until is { } lastDay)
            yield return Answer(sanction, Until, Role.QualityDeveloper, lastDay);
        if (sanction.Ending is not SanctionEnding.Annulled
            && sanction.Court is [.., { Step: CourtStep.OpinionAsked, Until: { } opinion }])
            yield return Answer(sanction, Court(sanction.Court.Count), Role.QualityDeveloper, opinion);
    }

    private static IEnumerable<AwaitedAnswer> AfterDecision(Sanction sanction, SanctionDecision decision)
    {
        if (!decision.MayBeNotified)
            yield return Answer(
                sanction, Approval(sanction.Question.Number), Role.BoardSecretary,
                decision.On.AddDays(sanction.Terms.ApprovalDays));
        else if (decision.NotifiedOn is null)
            yield return Answer(
                sanction, Notification(sanction.Question.Number), Role.QualityDeveloper,
                decision.ApprovedOn ?? decision.On);
    }

    private static AwaitedAnswer Answer(
        Sanction sanction, string what, Role from, DateOnly? until, DateOnly? promptOn = null)
    {
        var isReminded = sanction.Reminded.Contains(what);
        return new AwaitedAnswer(
            what, new AwaitedParty(from, sanction.Unit.Board), until,
            [
                .. promptOn is { } prompt && !sanction.Prompted.Contains(what)
                    ? [WaitingStep.Prompt(prompt)]
                    : Array.Empty<WaitingStep>(),
                .. until is { } day && !isReminded ? [WaitingStep.Remind(day.AddDays(1))] : Array.Empty<WaitingStep>(),
            ]);
    }

    private static string Named(string what, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}-{number}");
}
