using System.Text.Json;
using FsCheck.Xunit;
using Oversight.Attachments;
using Oversight.Reviews;
using Oversight.Sanctions;
using Oversight.Settings;
using Oversight.Waiting;
using static Oversight.Core.Tests.Reviews.ReviewScenario;
using static Oversight.Core.Tests.Sanctions.SanctionScenario;

namespace Oversight.Core.Tests.Sanctions;

public class SanctionPropertyTests
{
    private const string Secret = "hemlig-uppgift-om-kund";

    private static readonly SanctionSetup Done = Scene with
    {
        Review = Reviewed with
        {
            Findings = [.. Reviewed.Findings.Select(finding => finding with { Status = FindingStatus.Remedied })],
        },
    };

    private static readonly PaperWords Full = new()
    {
        Summary = Text(Secret),
        Matter = Text(Secret),
        Economy = Text(Secret),
        Group = Text(Secret),
        ChildrenWhy = Text(Secret),
        AmountBasis = Text(Secret),
        Attachments = Text(Secret),
        Manager = Text(Secret),
        Consulted = Text(Secret),
    };

    private static readonly DateOnly End = new(2028, 1, 1);

    private static readonly SanctionCommand[] Commands =
    [
        Write with { Words = Full, Children = true }, Write with { Words = Full, Amount = 5, FinalDate = null },
        Write with { Words = Full, FinalDate = End }, WithoutHearing with { Why = Text(Secret) },
        WithoutHearing with { Waived = false },
        new SanctionCommand.TakeAnswer(Day, Text(Secret), Scene), Submit, Submit with { Meeting = March.Day },
        Grant, Grant with { ApprovedAtOnce = true }, Grant with { Conflict = Text(Secret) },
        Grant with { Outcome = DecisionOutcome.Rejected, Words = Text(Secret) },
        Grant with { Outcome = DecisionOutcome.ReferredBack, Words = Text(Secret) },
        Grant with { Outcome = DecisionOutcome.Tabled, NextMeeting = April.Day },
        Grant with { Outcome = DecisionOutcome.Altered, FinalDate = End.AddDays(9), Words = Text(Secret) },
        new SanctionCommand.RecordChairDecision(Day, "O 1", Text(Secret), Scene),
        new SanctionCommand.DecideAsDelegate(true, Text(Secret), Scene),
        new SanctionCommand.DecideAsDelegate(false, Text(Secret), Scene),
        new SanctionCommand.ApproveMinutes(April.Day, April.Day, Scene), new SanctionCommand.Notify(Scene),
        new SanctionCommand.RecordReceipt(April.Day, Text(Secret), Scene),
        new SanctionCommand.Reconsider(QuestionKind.Prolong, Text(Secret), Scene),
        new SanctionCommand.Reconsider(QuestionKind.Lift, Text(Secret), Done),
        new SanctionCommand.Withdraw(Text(Secret), Scene), new SanctionCommand.SendCharge(April.Day, Scene),
        new SanctionCommand.SettleCharge(April.Day, Scene), new SanctionCommand.RecordMove(0, null, null, Scene),
        new SanctionCommand.RecordMove(3, null, null, Scene),
        new SanctionCommand.NoteCourt(CourtStep.Stayed, April.Day, null, Text(Secret), Scene),
        new SanctionCommand.NoteCourt(CourtStep.Annulled, April.Day, null, Text(Secret), Scene),
        new SanctionCommand.NoteCourt(CourtStep.OpinionAsked, April.Day, End, Text(Secret), Scene),
        new SanctionCommand.Conclude(SanctionEnding.CarriedOut, Text(Secret), Scene),
        new SanctionCommand.Remind(SanctionAwaiting.Final), new SanctionCommand.Remind(SanctionAwaiting.Hearing(1)),
        Propose(Warning), new SanctionCommand.TakeAtOnce(Propose(Warning).Proposal, Text(Secret).Kept, Day),
        new SanctionCommand.TakeLinkAnswer(IdOf(9), Day, 1, Text(Secret).Kept),
        new SanctionCommand.ConfirmReceipt(IdOf(8), April.Day, 1, Text(Secret).Kept),
        new SanctionCommand.Prompt(SanctionAwaiting.Receipt(1)),
        new SanctionCommand.AttachMinutes(
            [new SanctionFile(new Attachment(new string('a', 64), 5, AttachmentType.Pdf), Text(Secret).Kept)], 5, 500,
            Scene),
        new SanctionCommand.RenewLink(SanctionAwaiting.Hearing(1), Text(Secret), Scene),
    ];

    [Property]
    public bool No_event_holds_the_words_of_a_text(byte[] choices) => Walk(choices).Events.All(happened =>
        !JsonSerializer.Serialize(happened, happened.GetType()).Replace($"hash:{Secret}", "", StringComparison.Ordinal)
            .Contains(Secret, StringComparison.Ordinal));

    /// <summary>
    /// KL 6:38: it brings about what was proposed, or what the delegate has decided in the review, reminds, hands over
    /// what the provider has said, and nothing else.
    /// </summary>
    [Property]
    [Trait("Requirement", "R67")]
    public bool The_system_never_decides(byte[] choices, byte last)
    {
        var command = Commands[last % Commands.Length];
        return command is SanctionCommand.Propose or SanctionCommand.TakeAtOnce or SanctionCommand.Remind
                or SanctionCommand.Prompt or SanctionCommand.TakeLinkAnswer or SanctionCommand.ConfirmReceipt
            || SanctionDecider.Decide(
                Walk(choices).State, command, new CommandContext(Actor.System, default, April.Day))
                is Decision<SanctionEvent>.Refused;
    }

    [Property]
    public bool What_applies_has_been_decided_by_somebody_after_the_provider_was_heard_or_a_reason_was_given(
        byte[] choices) => Walk(choices).State.Sanction is not { InForceSince: not null } sanction
            || sanction.Questions.First() is
            {
                Decision.Outcome: DecisionOutcome.Granted or DecisionOutcome.Altered,
                Hearing: { } hearing
            } && (hearing.Until is not null || hearing.Why is not null);

    [Property]
    public bool Nobody_is_told_of_a_decision_of_the_board_before_it_was_approved(byte[] choices) =>
        Walk(choices).State.Sanction!.Questions.All(question =>
            question.Decision is not { NotifiedOn: { } told, Route: DecisionRoute.Board } decision
            || told >= decision.ApprovedOn);

    [Property]
    public bool Every_state_has_a_way_to_its_end(byte[] choices) =>
        Finish(Walk(choices).State).Sanction!.Ending is not null;

    [Property]
    public bool What_waits_can_always_be_worked_out(byte[] choices) =>
        SanctionAwaiting.Of(Walk(choices).State) is not Awaited.Stuck;

    [Fact]
    public void Every_command_stands_in_the_table_and_every_state_can_be_reached()
    {
        typeof(SanctionCommand).GetNestedTypes().Where(type => !type.IsAbstract)
            .ShouldBe(SanctionTransitions.Commands, ignoreOrder: true);
        var written = Run((Propose(Warning), By()), (Write, By()));
        new[]
        {
            SanctionState.Initial, written, Do(written, WithoutHearing with { Waived = false }, By()),
            Run((Propose(Warning), By()), (Write, By()), (WithoutHearing, By()), (Submit, By())), Warned(),
            Do(written, new SanctionCommand.Withdraw(Text("no"), Scene), By()),
        }.Select(state => state.Status).ShouldBe(Enum.GetValues<SanctionStatus>(), ignoreOrder: true);
    }

    /// <summary>The shortest way that people have from any state.</summary>
    private static SanctionState Finish(SanctionState state)
    {
        for (var round = 0; round < 9 && state.Status != SanctionStatus.Ended; round++)
        {
            foreach (var command in new SanctionCommand[]
            {
                new SanctionCommand.Withdraw(Text("no"), Scene),
                new SanctionCommand.ApproveMinutes(April.Day, April.Day, Scene), new SanctionCommand.Notify(Scene),
                new SanctionCommand.SendCharge(April.Day, Scene), new SanctionCommand.SettleCharge(April.Day, Scene),
                new SanctionCommand.RecordMove(0, null, null, Scene),
                new SanctionCommand.Conclude(SanctionEnding.CarriedOut, Text("done"), Scene),
                new SanctionCommand.Reconsider(QuestionKind.Lift, Text("done"), Done),
            })
            {
                if (command is SanctionCommand.Withdraw && state.Sanction!.InForceSince is not null)
                    continue;
                state = Try(state, command);
            }

            foreach (var command in new SanctionCommand[]
            {
                Write with { Words = Full, FinalDate = End.AddDays(40) },
                Submit with { Meeting = new DateOnly(2027, 5, 18), Setup = Scene with { Meetings = [Later] } },
                new SanctionCommand.DecideAsDelegate(true, Text("yes"), Scene), Grant,
            })
                state = Try(state, command, new DateOnly(2027, 5, 18));
        }

        return state;
    }

    private static Meeting Later { get; } = new(
        new BoardId("socialnamnden"), new DateOnly(2027, 5, 18), new DateOnly(2027, 5, 18), new DateOnly(2027, 5, 18),
        new DateOnly(2027, 5, 18));

    private static SanctionState Try(SanctionState state, SanctionCommand command, DateOnly? on = null)
    {
        foreach (var role in new[] { Role.QualityDeveloper, Role.BoardSecretary, Role.UnitManager })
        {
            var who = new Actor(role == Role.QualityDeveloper ? Lead : $"{role}", role);
            if (SanctionDecider.Decide(state, command, new CommandContext(who, default, on ?? April.Day))
                is Decision<SanctionEvent>.Accepted accepted)
                return accepted.Events.Aggregate(state, SanctionDecider.Evolve);
        }

        return state;
    }

    private static (SanctionState State, IReadOnlyList<SanctionEvent> Events) Walk(byte[] choices)
    {
        SanctionStep[] steps = [Warning, Fine, Exit];
        var state = Run((Propose(steps[(choices.Length == 0 ? 0 : choices[0]) % steps.Length]), By()));
        var events = new List<SanctionEvent>();
        var day = Day;
        foreach (var choice in choices)
        {
            day = choice % 5 == 0 ? day.AddDays(20) : day;
            Role[] roles = [Role.UnitManager, Role.QualityDeveloper, Role.BoardSecretary];
            var role = roles[choice % roles.Length];
            var who = new Actor(role == Role.QualityDeveloper ? Lead : $"{role}", role);
            if (SanctionDecider.Decide(
                state, Commands[choice % Commands.Length], new CommandContext(who, default, day))
                is not Decision<SanctionEvent>.Accepted accepted)
                continue;
            events.AddRange(accepted.Events);
            state = accepted.Events.Aggregate(state, SanctionDecider.Evolve);
        }

        return (state, events);
    }
}
