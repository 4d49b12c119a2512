using Oversight.Attachments;
using Oversight.Concerns;
using static Oversight.Core.Tests.Concerns.ConcernScenario;

namespace Oversight.Core.Tests.Concerns;

/// <summary>Every event as it is recorded, and what it leaves.</summary>
public class ConcernEventTests
{
    private static readonly Id Other = IdOf(9);
    private static readonly ConcernCommand.Report AtUnknown =
        Report with { Place = new ConcernPlace.Unknown(Text("Firman", "unknown"), Social) };
    private static readonly ConcernCommand.Withdraw Withdraw = new(Reporter, Text("Misstag.", "withdraw"), Rules);
    private static readonly ConcernCommand.Correct Correct =
        new(Text("Ingen kom i onsdags.", "report-2"), Occurrence.Unclear, new CodeId("ingen"), null,
            Text("Fel dag.", "correct"), Rules);

    // The table of docs/architecture.md.
    [Fact]
    public void What_may_be_done_when()
    {
        const string alive = "Received Assessed AwaitingDecision Decided";
        ConcernTransitions.Commands.ToDictionary(
            command => command.Name,
            command =>
                string.Join(' ', Enum.GetValues<ConcernStatus>()
                    .Where(status => ConcernTransitions.Allows(status, command))))
            .ShouldBe(new Dictionary<string, string>
            {
                ["Report"] = "NotReported",
                ["Assess"] = alive,
                ["LinkToUnit"] = alive,
                ["Move"] = alive,
                ["Correct"] = alive,
                ["Mask"] = $"{alive} Withdrawn",
                ["Withdraw"] = "Received Assessed",
                ["DecideTriggeredReview"] = "AwaitingDecision",
                ["DeclareConflictOfInterest"] = "AwaitingDecision",
                ["RemindOfDecision"] = "AwaitingDecision",
                ["EscalateDecision"] = "AwaitingDecision",
                ["AnswerByReview"] = $"{alive} Withdrawn",
                ["AnswerByDialogue"] = $"{alive} Withdrawn",
                ["LinkToConcern"] = alive,
                ["UnlinkConcern"] = alive,
                ["Seal"] = $"{alive} Withdrawn",
                ["Unseal"] = $"{alive} Withdrawn",
                ["Admit"] = $"{alive} Withdrawn",
                ["Take"] = alive,
                ["HandOver"] = alive,
                ["PutBack"] = alive,
            });
        ConcernTransitions.Allows<ConcernCommand.Withdraw>(ConcernStatus.Assessed).ShouldBeTrue();
        ConcernTransitions.Allows<ConcernCommand.Withdraw>(ConcernStatus.Decided).ShouldBeFalse();
    }

    [Fact]
    public void What_may_not_be_done_now_is_told_with_the_state()
    {
        Faults(ConcernState.Initial, Assess).ShouldBe("concern.not-reported");
        Faults(Given(Report), Report).ShouldBe("concern.not-in-this-state(Received)");
        Faults(Given(Report, Withdraw), Correct).ShouldBe("concern.not-in-this-state(Withdrawn)");
    }

    [Fact]
    public void A_report()
    {
        Attachment[] files = [new("aa", 10, AttachmentType.Pdf)];
        var full = AtUnknown with
        {
            CaseReference = Text("12345", "case"),
            RegisteredFor = Text("Kollega", "for"),
            Attachments = files,
            ReporterKey = "colleague",
            Channel = ConcernChannel.Api,
            PossibleDuplicateOf = Other,
        };
        ConcernState.Initial.Happening(full).ShouldBe(
        [
            new ConcernEvent.Reported(Today)
            {
                Board = Social,
                Unit = null,
                UnknownProvider = Text("Firman", "unknown").Kept,
                Service = new CodeId("hemtjanst"),
                Text = Report.Text.Kept,
                Occurred = Report.Occurred!,
                Consequence = new CodeId("ej-verkstalld"),
                CaseReference = Text("12345", "case").Kept,
                RegisteredFor = Text("Kollega", "for").Kept,
                Attachments = files,
                ReporterKey = "colleague",
                RegisteredByKey = Reporter,
                Channel = ConcernChannel.Api,
                PossibleDuplicateOf = Other,
            },
        ]);
        var file = Given(full).FileOrNone!;
        (file.Board, file.Unit, file.UnknownProvider, file.Service)
            .ShouldBe((Social, null, Text("Firman", "unknown").Kept, new CodeId("hemtjanst")));
        (file.Occurred, file.Consequence, file.ReceivedOn, file.Channel)
            .ShouldBe((Report.Occurred!, new CodeId("ej-verkstalld"), Today, ConcernChannel.Api));
        (file.CaseReference, file.RegisteredFor, file.ReporterKey, file.RegisteredByKey)
            .ShouldBe((Text("12345", "case").Kept, Text("Kollega", "for").Kept, "colleague", Reporter));
        (file.Version, file.WeighedAt, file.Text.Reference).ShouldBe((1, 1, Report.Text.Kept));
        file.Attachments.ShouldBe(files);
        var plain = ConcernState.Initial.Happening(Report with { CaseReference = Text(" "), RegisteredFor = Text("") })
            .Single()
            .ShouldBeOfType<ConcernEvent.Reported>();
        (plain.CaseReference, plain.RegisteredFor, plain.Unit, plain.UnknownProvider, plain.Board)
            .ShouldBe((null, null, Unit, null, Social));
        Given(Report).FileOrNone!.Links.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "occurred:concern.date-in-future")]
    [InlineData(-10957, null)]
    [InlineData(-10958, "occurred:concern.date-too-old")]
    public void An_event_lies_at_most_thirty_years_back(int days, string? refusal)
    {
        // 20 November 1996 is 10,957 days before 20 November 2026.
        var command = Report with { Occurred = Occurrence.On(Today.AddDays(days)) };
        (ConcernDecider.Decide(ConcernState.Initial, command, Context) is Decision<ConcernEvent>.Refused refused
            ? RefusalText.Of(refused.Reasons.Single()) : null).ShouldBe(refusal);
    }

    [Fact]
    public void A_day_that_was_left_out_is_missing_unless_it_is_unclear()
    {
        Faults(ConcernState.Initial, Report with { Occurred = new Occurrence(OccurrencePrecision.Day, null) })
            .ShouldBe("occurred:concern.occurred-required");
        Faults(ConcernState.Initial, Report with { Occurred = new Occurrence(OccurrencePrecision.Month, null) })
            .ShouldBe("occurred:concern.occurred-required");
        Given(Report with { Occurred = Occurrence.Unclear }).Status.ShouldBe(ConcernStatus.Received);
        Faults(ConcernState.Initial, Report with { Service = new CodeId(""), Consequence = new CodeId("") })
            .ShouldBe("service:concern.service-required consequence:concern.consequence-required");
        Faults(ConcernState.Initial, Report with { Service = new CodeId("park"), Consequence = new CodeId("park") })
            .ShouldBe("service:concern.unknown-code consequence:concern.unknown-code");
    }

    [Fact]
    public void Occurred_is_the_day_of_the_month_that_calculations_use()
    {
        Occurrence.InMonth(new DateOnly(2026, 10, 5)).First.ShouldBe(new DateOnly(2026, 10, 1));
        Occurrence.On(Today.AddDays(-3)).Day(Today).ShouldBe(Today.AddDays(-3));
        Occurrence.On(Today.AddDays(3)).Day(Today).ShouldBe(Today.AddDays(3));
    }

    [Fact]
    public void An_assessment()
    {
        Given(Report).Happening(Assess).ShouldBe(
        [
            new ConcernEvent.Assessed(
                Today, 1, new CodeId("brist"), new CodeId("dokumentation"), new CodeId("trygghet"), 3,
                ConcernOutcome.NextDialogue, Assess.Reason.Kept),
        ]);
        var state = Given(Report, Assess).ShouldBeOfType<ConcernState.Assessed>();
        state.Assessment.ShouldBe(new Assessment(
            1, Today, new CodeId("brist"), new CodeId("dokumentation"), new CodeId("trygghet"), 3,
            ConcernOutcome.NextDialogue, Assess.Reason.Kept));
        Steps(state).ShouldBe("Received Assessed");
        (state.File.Version, state.File.WeighedAt).ShouldBe((2, 2));
        Steps(Given(Report, Propose)).ShouldBe("Received ReviewProposed");
    }

    [Fact]
    public void An_assessment_with_the_unit_that_was_found_out()
    {
        Given(Report).Happening(Assess with { Unit = new ConcernPlace.AtUnit(Unit) }).Count.ShouldBe(1);
        Given(AtUnknown).Happening(Assess with { Unit = new ConcernPlace.AtUnit(Unit) })[0]
            .ShouldBe(new ConcernEvent.LinkedToUnit(Today, Unit));
        Given(AtUnknown).Happening(Assess with { Unit = new ConcernPlace.AtUnit(OtherUnit) })[0]
            .ShouldBe(new ConcernEvent.Moved(Today, Social, null, Elder, OtherUnit, null, Assess.Reason.Kept));
        var sameBoard = UnitOf(3, Social);
        Given(Report).Happening(Assess with { Unit = new ConcernPlace.AtUnit(sameBoard) })[0]
            .ShouldBe(new ConcernEvent.Moved(Today, Social, Unit, Social, sameBoard, null, Assess.Reason.Kept));
        Faults(Given(Report), Assess with { Unit = new ConcernPlace.NotChosen() })
            .ShouldBe("unitId:concern.unit-required");
        Given(Report).Happening(Propose).Count.ShouldBe(1);
        Faults(Given(AtUnknown), Propose with { Unit = new ConcernPlace.NoSuchUnit() })
            .ShouldBe("unitId:concern.unknown-unit unitId:concern.unit-needed-for-review");
    }

    public static TheoryData<ConcernCommand.Assess, string> Assessments => new()
    {
        { Assess with { Severity = 0 }, "severity:concern.severity-out-of-range" },
        { Assess with { Severity = 1 }, "" },
        { Assess with { Severity = 4 }, "" },
        { Assess with { Severity = 5 }, "severity:concern.severity-out-of-range" },
        { Assess with { Severity = null }, "severity:concern.severity-required" },
        { Assess with { Kind = null }, "kind:concern.kind-required" },
        { Assess with { Kind = new CodeId("park") }, "kind:concern.unknown-code" },
        { Assess with { Category = null }, "category:concern.category-required" },
        { Assess with { Category = new CodeId("park") }, "category:concern.unknown-code" },
        { Assess with { Area = null }, "area:concern.area-required" },
        { Assess with { Area = new CodeId("park") }, "area:concern.unknown-code" },
        { Assess with { Area = new CodeId("leva-som-andra") }, "area:concern.area-only-for-lss" },
        { Assess with { Outcome = null }, "outcome:concern.outcome-required" },
        { Assess with { Reason = Text(new string('x', 2000)) }, "" },
        { Assess with { Reason = Text(new string('x', 2001)) }, "reason:concern.text-too-long(2001, 2000)" },
        { Assess with { Reason = Text("a\u0007") }, "reason:concern.text-unreadable" },
        { Assess with { Reason = Text("811218-9876") }, "reason:text.personal-number-suspected(1)" },
        { Assess with { Reason = Text("811218-9876") with { NumbersAreOthers = true } }, "" },
        {
            Assess with { Outcome = ConcernOutcome.Unfounded, Kind = null, Category = null, Area = null,
                Severity = null },
            ""
        },
        { Assess with { Outcome = ConcernOutcome.Unfounded, Kind = new CodeId("park") }, "kind:concern.unknown-code" },
        { Assess with { Outcome = ConcernOutcome.Unfounded, Severity = 5 }, "severity:concern.severity-out-of-range" },
    };

    [Theory, MemberData(nameof(Assessments))]
    public void What_an_assessment_needs(ConcernCommand.Assess command, string refusals) =>
        Faults(Given(Report), command).ShouldBe(refusals);

    [Fact]
    public void A_decision_for_and_against()
    {
        var hint = Text("Schemat", "hint");
        Given(Report, Propose).Happening(Approve with { ScopeHint = hint }).ShouldBe(
            [new ConcernEvent.TriggeredReviewDecided(Today, true, 1, Approve.Reason.Kept, hint.Kept)]);
        var decided = Given(Report, Propose, Approve with { ScopeHint = hint }).ShouldBeOfType<ConcernState.Decided>();
        decided.Decision.ShouldBe(new TriggeredReviewDecision(true, Today, 1, Approve.Reason.Kept, hint.Kept));
        (decided.Assessment.Number, Steps(decided), decided.AssessmentOrNone)
            .ShouldBe((1, "Received ReviewProposed ReviewDecided", decided.Assessment));
        var against = Given(Report, Propose, Approve with { Approved = false, ScopeHint = Text(" ") })
            .ShouldBeOfType<ConcernState.Decided>();
        (against.Decision.Approved, against.Decision.ScopeHint, Steps(against))
            .ShouldBe((false, null, "Received ReviewProposed ReviewDeclined"));
        Faults(Given(Report, Propose), Approve with { ScopeHint = Text(new string('x', 2001)) })
            .ShouldBe("scopeHint:concern.text-too-long(2001, 2000)");
    }

    [Fact]
    public void A_withdrawal()
    {
        Given(Report).Happening(Withdraw).ShouldBe([new ConcernEvent.Withdrawn(Today, Withdraw.Reason.Kept)]);
        var withdrawn = Given(Report, Assess, Withdraw).ShouldBeOfType<ConcernState.Withdrawn>();
        (withdrawn.Reason, withdrawn.Assessment!.Number, withdrawn.AssessmentOrNone!.Number)
            .ShouldBe((Withdraw.Reason.Kept, 1, 1));
        (Steps(withdrawn), withdrawn.File.Version, withdrawn.File.WeighedAt)
            .ShouldBe(("Received Assessed Withdrawn", 3, 3));
        Faults(Given(Report), Withdraw with { Reason = Text("") }).ShouldBe("reason:concern.reason-required");
    }

    [Fact]
    public void A_correction()
    {
        Given(Report).Happening(Correct).ShouldBe(
        [
            new ConcernEvent.Corrected(
                Today, Correct.Text!.Kept, Occurrence.Unclear, new CodeId("ingen"), false, Correct.Reason.Kept),
        ]);
        var file = Given(Report, Correct).FileOrNone!;
        (file.Text.Reference, file.Occurred, file.Consequence)
            .ShouldBe((Correct.Text.Kept, Occurrence.Unclear, new CodeId("ingen")));
        (file.Version, file.WeighedAt, Steps(Given(Report, Correct))).ShouldBe((2, 2, "Received Corrected"));

        var words = Correct with
        {
            Occurred = Report.Occurred,
            Consequence = Report.Consequence,
            ReporterKey = Reporter
        };
        Given(Report).Happening(words).ShouldBe(
            [new ConcernEvent.Corrected(Today, Correct.Text.Kept, null, null, true, Correct.Reason.Kept)]);
        Given(Report, words).FileOrNone!.WeighedAt.ShouldBe(1, "the words alone weigh nothing");
        Given(Report, Correct with { Text = null, Consequence = null }).FileOrNone!.WeighedAt.ShouldBe(2);
        Given(Report, Correct with { Text = null, Occurred = null }).FileOrNone!.WeighedAt.ShouldBe(2);
        Given(Report, Correct with { Text = null, Occurred = null }).FileOrNone!.Text.Reference
            .ShouldBe(Report.Text.Kept);
        Faults(Given(Report), Correct with { ReporterKey = "other" }).ShouldBe("concern.not-the-reporter");
        Faults(Given(Report), Correct with { Text = null, Occurred = null, Consequence = null })
            .ShouldBe("concern.nothing-to-correct");
        Faults(Given(Report), Correct with { Text = Text(new string('x', 10_001)) })
            .ShouldBe("text:concern.text-too-long(10001, 10000)");
    }
}
