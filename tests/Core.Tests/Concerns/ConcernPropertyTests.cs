using System.Text.Json;
using FsCheck.Xunit;
using Oversight.Concerns;
using Oversight.Risk;
using Oversight.Texts;
using static Oversight.Core.Tests.Concerns.ConcernScenario;

namespace Oversight.Core.Tests.Concerns;

public class ConcernPropertyTests
{
    private const string Secret = "hemlig-uppgift-om-kund";

    private static readonly ConcernCommand[] Commands =
    [
        Report with { Text = Text(Secret), CaseReference = Text(Secret), RegisteredFor = Text(Secret) },
        Report with { Place = new ConcernPlace.Unknown(Text(Secret), Elder), Text = Text(Secret) },
        Assess with { Reason = Text(Secret) },
        Propose with { Reason = Text(Secret) },
        Propose with { Reason = Text(Secret), Unit = new ConcernPlace.AtUnit(OtherUnit) },
        Assess with { Reason = Text(Secret), Outcome = ConcernOutcome.Unfounded },
        new ConcernCommand.LinkToUnit(new ConcernPlace.AtUnit(Unit)),
        new ConcernCommand.Move(new ConcernPlace.AtUnit(OtherUnit), Text(Secret), Rules),
        new ConcernCommand.Move(new ConcernPlace.Unknown(Text(Secret), Social), Text(Secret), Rules),
        new ConcernCommand.Withdraw(Reporter, Text(Secret), Rules),
        new ConcernCommand.Correct(Text(Secret + "2", "report-2"), Occurrence.InMonth(Today), null, null, Text(Secret),
            Rules),
        new ConcernCommand.Mask(Secret, Text(Secret), Text(Secret), Rules),
        Approve with { Reason = Text(Secret), ScopeHint = Text(Secret) },
        Approve with { Approved = false, Reason = Text(Secret) },
        new ConcernCommand.DeclareConflictOfInterest(Text(Secret), Rules),
        new ConcernCommand.RemindOfDecision(),
        new ConcernCommand.EscalateDecision(Rules),
        new ConcernCommand.LinkToConcern(IdOf(8), IdOf(9), ConcernLinkKind.Duplicate),
        new ConcernCommand.UnlinkConcern(IdOf(9)),
        new ConcernCommand.Seal(Text(Secret), Rules), new ConcernCommand.Unseal(Text(Secret), Rules),
        new ConcernCommand.Admit(["granskare"]),
        new ConcernCommand.Take(Text(Secret)), new ConcernCommand.HandOver("kollega", Text(Secret)),
        new ConcernCommand.PutBack(),
        new ConcernCommand.AnswerByReview(IdOf(3), 1, Text(Secret).Kept, Text(Secret).Kept),
        new ConcernCommand.AnswerByDialogue(IdOf(4), 1, Text(Secret).Kept),
    ];

    [Property]
    public bool No_event_holds_the_words_of_a_text(byte[] choices) =>
        Walk(choices).Events.All(happened =>
            !JsonSerializer.Serialize(happened, happened.GetType())
                .Replace($"hash:{Secret}", "", StringComparison.Ordinal)
                .Contains(Secret, StringComparison.Ordinal));

    [Property]
    public bool Any_sequence_of_commands_keeps_what_must_always_hold(byte[] choices)
    {
        var (state, events) = Walk(choices);
        return state.FileOrNone is not { } file
            ? events.Count == 0
            : file.Version == events.Count
                && file.WeighedAt <= file.Version
                && (file.Unit is null || file.Unit.Board == file.Board)
                && file.Steps.Select(step => step.Kind).First() == ConcernStepKind.Received
                && (state is not ConcernState.AwaitingDecision
                    || file.Steps.Any(step => step.Kind == ConcernStepKind.ReviewProposed))
                && (state is not ConcernState.Withdrawn || ConcernFacts.WeightingOf(state) == ConcernWeighting.Nothing)
                && (file.Holder is not { } holder || file.MayBeHeldBy(holder.UserId))
                && (ConcernFacts.Of(IdOf(9), state) is null) == (file.Unit is null);
    }

    [Property]
    public bool What_the_table_forbids_is_refused_whatever_the_command_holds(byte[] choices, byte last)
    {
        var state = Walk(choices).State;
        var command = Commands[last % Commands.Length];
        return ConcernTransitions.Allows(state.Status, command.GetType())
            || ConcernDecider.Decide(state, command, Context) is Decision<ConcernEvent>.Refused;
    }

    [Fact]
    public void Every_command_has_its_line_in_the_table() =>
        ConcernTransitions.Commands.ToHashSet().SetEquals(typeof(ConcernCommand).GetNestedTypes()).ShouldBeTrue();

    [Fact]
    [Trait("Requirement", "R86")]
    public void Concerns_and_distinct_reporters_are_counted_per_unit_and_period()
    {
        ConcernFact[] facts =
        [
            Fact(1, "a", Today), Fact(2, "a", Today), Fact(3, "b", Today.AddDays(-30)),
            Fact(4, "c", Today.AddYears(-2)), Fact(5, "d", Today) with { Weighting = ConcernWeighting.Nothing },
            Fact(6, "e", Today) with { UnitId = OtherUnit.UnitId },
        ];
        ConcernCounts.PerUnit(facts, Today.AddYears(-1), Today)
            .ShouldBe([new ConcernCount(Unit.UnitId, 3, 2), new ConcernCount(OtherUnit.UnitId, 1, 1)],
                ignoreOrder: true);
    }

    [Property]
    public bool There_are_never_more_reporters_than_concerns(byte[] reporters) =>
        ConcernCounts
            .PerUnit(reporters.Select((reporter, index) => Fact((byte)index, $"r{reporter % 4}", Today)), Today, Today)
            .All(count => count.Reporters <= count.Concerns && count.Concerns == reporters.Length);

    [Fact]
    public void About_a_month_counts_as_its_last_day_but_never_after_the_concern_came()
    {
        Occurrence.InMonth(new DateOnly(2026, 10, 5)).Day(Today).ShouldBe(new DateOnly(2026, 10, 31));
        Occurrence.InMonth(Today).Day(Today).ShouldBe(Today);
        Occurrence.Unclear.Day(Today).ShouldBe(Today);
    }

    [Property]
    public bool Masks_in_any_order_and_overlapping_show_nothing_they_cover(byte[] places)
    {
        const string text = "abcdefghijklmnopqrstuvwxyz";
        var masks = places.Select(place => new MaskedRange(place % 26, Math.Min((place / 26) + 1, 26 - (place % 26))))
            .ToList();
        var hidden = masks.SelectMany(mask => text.Substring(mask.Start, mask.Length)).ToHashSet();
        var shown = Masking.Show(text, masks);
        return text.All(letter => shown.Contains(letter, StringComparison.Ordinal) != hidden.Contains(letter));
    }

    private static ConcernFact Fact(byte number, string reporter, DateOnly received) => new()
    {
        ConcernId = IdOf(number),
        Reference = "S",
        UnitId = Unit.UnitId,
        Board = Social,
        Occurred = received,
        Received = received,
        ReporterKey = reporter,
        Weighting = ConcernWeighting.Assessed,
        Severity = 2,
        Area = null,
        Category = null,
        Consequence = new CodeId("ingen"),
        Source = "s",
    };

    private static (ConcernState State, IReadOnlyList<ConcernEvent> Events) Walk(byte[] choices)
    {
        var state = ConcernState.Initial;
        var events = new List<ConcernEvent>();
        foreach (var choice in choices)
        {
            if (ConcernDecider.Decide(state, Commands[choice % Commands.Length],
                Context) is not Decision<ConcernEvent>.Accepted accepted)
                continue;
            events.AddRange(accepted.Events);
            state = state.After(accepted.Events);
        }

        return (state, events);
    }
}
