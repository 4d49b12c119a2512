using Oversight.Reviews;
using Oversight.Sanctions;
using Oversight.Settings;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Sanctions;

/// <summary>A warning of the board because of a review with one grave finding, and what its tests do with it.</summary>
internal static class SanctionScenario
{
    public static readonly DateOnly Day = Decided;
    public static readonly DateOnly Final = new(2027, 6, 30);
    public static readonly Meeting February = MeetingOn(new DateOnly(2027, 2, 16));
    public static readonly Meeting March = MeetingOn(new DateOnly(2027, 3, 16));
    public static readonly Meeting April = MeetingOn(new DateOnly(2027, 4, 20));

    public static readonly SanctionStep Warning =
        new(new("varning"), "Varning", "Varning av anordnare", "varnar {part}", SanctionEffect.None)
        {
            SeverityFrom = 3,
        };

    public static readonly SanctionStep Fine =
        new(new("vite"), "Vite", "Vite för utförare", "påför {part} vite om {belopp} kronor", SanctionEffect.Amount)
        {
            DecidedBy = Role.UnitManager,
            DelegationPoint = "4.12",
            ClaimDays = 30,
        };

    public static readonly SanctionStep Exit =
        new(new("uppsagning"), "Uppsägning", "Uppsägning av", "säger upp {part}", SanctionEffect.Termination)
        {
            SeverityFrom = 4,
            Consult = true,
        };

    public static readonly SanctionLadder Ladder =
        new("lou", "enligt avtalet", CanBeAppealed: true, "Kan prövas.", [Warning, Fine, Exit])
        {
            Within = "inom avtalet",
            TermsAttachment = "Avtal",
        };

    public static readonly SanctionRules Rules = new(new DateOnly(2015, 1, 1), 14, 14, 21, [Ladder]);

    public static readonly SanctionChoice Choice = new(Rules, Ladder, [new("ledsagarservice"), new("avlosning")]);

    /// <summary>As it is when the report has been established.</summary>
    public static readonly Review Reviewed = After(UntilReported).Review! with { CaseNumber = "SOCN 2027-00012" };

    public static readonly SanctionSetup Scene = new(Reviewed, [February, March, April], 8000, 2000, 500);

    public static readonly PaperWords Words = new()
    {
        Summary = Text("summary"),
        Matter = Text("matter"),
        Economy = Text("economy"),
        Group = Text(""),
        ChildrenWhy = Text("no child is a customer"),
        AmountBasis = Text(""),
        Attachments = Text(""),
        Manager = Text("manager"),
        Consulted = Text(""),
    };

    public static readonly SanctionCommand.Write Write = new(Words, false, Final, true, null, Scene);

    public static readonly SanctionCommand.Hear WithoutHearing =
        new(Waived: true, null, Text("urgent"), CaseFirst: true, Scene);

    public static readonly SanctionCommand.Submit Submit = new(February.Day, CaseFirst: true, Scene);

    public static readonly SanctionCommand.RecordBoardDecision Grant = new(
        DecisionOutcome.Granted, "§ 12", null, ApprovedAtOnce: false, null, Text(""), Text(""), Scene);

    public static readonly CommandContext Secretary =
        new(new Actor("sekreterare", Role.BoardSecretary), default, February.Day);

    public static SanctionCommand.Propose Propose(SanctionStep step) => new(new SanctionProposal(
        IdOf(1), Reviewed.Unit, SanctionTerms.Of(Rules, Ladder, step), [new("ledsagarservice")], [1],
        Text("grounds").Kept, Lead));

    public static CommandContext Chief(DateOnly? on = null) =>
        new(new Actor("chef", Role.UnitManager), default, on ?? Day);

    /// <summary>The state after commands that must all be taken, each by whoever does it.</summary>
    public static SanctionState Run(params IReadOnlyList<(SanctionCommand Command, CommandContext By)> steps) =>
        steps.Aggregate(SanctionState.Initial, (state, step) => Do(state, step.Command, step.By));

    /// <summary>With the board, and decided.</summary>
    public static SanctionState Warned(SanctionCommand.RecordBoardDecision? decision = null) => Run(
        (Propose(Warning), By()), (Write, By()), (WithoutHearing, By()), (Submit, By()),
        (decision ?? Grant, Secretary));

    public static SanctionState Do(SanctionState state, SanctionCommand command, CommandContext context) =>
        SanctionDecider.Decide(state, command, context).ShouldBeOfType<Decision<SanctionEvent>.Accepted>()
            .Events.Aggregate(state, SanctionDecider.Evolve);

    /// <summary>The refusals, with fields and arguments.</summary>
    public static string RefusalOf(SanctionState state, SanctionCommand command, CommandContext? context = null) =>
        string.Join(' ', SanctionDecider.Decide(state, command, context ?? By())
            .ShouldBeOfType<Decision<SanctionEvent>.Refused>().Reasons.Select(RefusalText.Of));

    private static Meeting MeetingOn(DateOnly day) =>
        new(new BoardId("socialnamnden"), day, day.AddDays(-21), day.AddDays(-14), day.AddDays(-7));
}
