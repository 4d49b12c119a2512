using Oversight.Attachments;
using Oversight.Concerns;
using Oversight.Texts;
using static Oversight.Core.Tests.Concerns.ConcernScenario;

namespace Oversight.Core.Tests.Concerns;

public class ReportingTests
{
    [Fact]
    [Trait("Requirement", "R35")]
    public void A_concern_with_the_four_required_fields_is_received()
    {
        var state = Given(Report).ShouldBeOfType<ConcernState.Received>();
        state.File.Unit.ShouldBe(Unit);
        state.File.Board.ShouldBe(Social);
        state.File.Steps.Single().ShouldBe(new ConcernStep(ConcernStepKind.Received, Today));
    }

    [Fact]
    public void A_concern_about_an_unknown_provider_is_accepted_for_the_reporters_board()
    {
        var state = Given(Report with { Place = new ConcernPlace.Unknown(Text("Firman i Fisksätra"), Elder) });
        state.FileOrNone!.Unit.ShouldBeNull();
        state.FileOrNone.Board.ShouldBe(Elder);
        state.FileOrNone.UnknownProvider!.Length.ShouldBe(18);
        ConcernFacts.Of(IdOf(9), state).ShouldBeNull();
    }

    [Fact]
    public void An_empty_form_gets_every_missing_field_at_once() =>
        ConcernState.Initial.Refusals(Report with
        {
            Place = new ConcernPlace.NotChosen(),
            Service = null,
            Text = Text(" "),
            Occurred = null,
            Consequence = null,
        }).ShouldBe(
        [
            ConcernRefusals.UnitRequired, ConcernRefusals.ServiceRequired, ConcernRefusals.TextRequired,
            ConcernRefusals.OccurredRequired, ConcernRefusals.ConsequenceRequired,
        ]);

    [Fact]
    public void Tomorrow_is_refused_and_today_is_not()
    {
        ConcernState.Initial.Refusals(Report with { Occurred = Occurrence.On(Today.AddDays(1)) })
            .ShouldBe([ConcernRefusals.DateInFuture]);
        Given(Report with { Occurred = Occurrence.On(Today) }).Status.ShouldBe(ConcernStatus.Received);
    }

    [Fact]
    public void This_month_is_fine_and_next_month_is_in_the_future()
    {
        Given(Report with { Occurred = Occurrence.InMonth(Today) }).Status.ShouldBe(ConcernStatus.Received);
        ConcernState.Initial.Refusals(Report with { Occurred = Occurrence.InMonth(Today.AddMonths(1)) })
            .ShouldBe([ConcernRefusals.DateInFuture]);
    }

    [Fact]
    public void A_date_from_another_century_is_taken_for_a_slip_of_the_pen() =>
        ConcernState.Initial.Refusals(Report with { Occurred = Occurrence.On(new DateOnly(1026, 11, 3)) })
            .ShouldBe([ConcernRefusals.DateTooOld]);

    [Fact]
    public void A_text_at_the_limit_is_accepted_and_one_character_more_is_not()
    {
        Given(Report with { Text = Text(new string('a', 10_000)) }).Status.ShouldBe(ConcernStatus.Received);
        var refused = ConcernDecider.Decide(ConcernState.Initial, Report with { Text = Text(new string('a', 10_001)) },
            Context)
            .ShouldBeOfType<Decision<ConcernEvent>.Refused>();
        refused.Reasons.Single().ShouldBe(new Refusal(ConcernRefusals.TextTooLong, "text", "10001", "10000"));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u001bb")]
    public void A_text_with_control_characters_is_refused(string text) =>
        ConcernState.Initial.Refusals(Report with { Text = Text(text) }).ShouldBe([ConcernRefusals.TextUnreadable]);

    [Fact]
    public void A_text_with_half_a_character_is_refused() =>
        ConcernState.Initial.Refusals(Report with { Text = Text("a" + "👵"[0]) })
            .ShouldBe([ConcernRefusals.TextUnreadable]);

    [Fact]
    public void Line_breaks_tabs_emoji_and_script_are_ordinary_text() =>
        Given(Report with { Text = Text("<script>alert(1)</script>\n\t👵🏽 å") }).Status
            .ShouldBe(ConcernStatus.Received);

    [Fact]
    public void A_code_that_is_not_valid_on_the_day_is_refused() =>
        ConcernState.Initial.Refusals(Report with { Service = new CodeId("finns-ej"), Consequence = new CodeId("<b>") })
            .ShouldBe([ConcernRefusals.UnknownCode, ConcernRefusals.UnknownCode]);

    [Fact]
    public void An_unknown_unit_and_an_unknown_board_are_refused()
    {
        ConcernState.Initial.Refusals(Report with { Place = new ConcernPlace.NoSuchUnit() })
            .ShouldBe([ConcernRefusals.UnknownUnit]);
        ConcernState.Initial.Refusals(
            Report with { Place = new ConcernPlace.Unknown(Text("x"), new BoardId("kommunstyrelsen")) })
            .ShouldBe([ConcernRefusals.UnknownBoard]);
    }

    [Fact]
    public void What_looks_like_a_personnummer_is_a_question_that_can_be_answered()
    {
        var text = Text("Gäller 19811218-9876 som bor där.");
        ConcernState.Initial.Refusals(Report with { Text = text }).ShouldBe([TextRefusals.PersonalNumberSuspected]);
        Given(Report with { Text = text with { NumbersAreOthers = true } }).Status.ShouldBe(ConcernStatus.Received);
    }

    [Fact]
    public void Too_many_too_large_and_empty_attachments_are_refused()
    {
        var file = new Attachment("aa", 10, AttachmentType.Pdf);
        ConcernState.Initial.Refusals(Report with { Attachments = [.. Enumerable.Repeat(file, 6)] })
            .ShouldBe([AttachmentRefusals.TooMany]);
        ConcernState.Initial.Refusals(Report with { Attachments = [file with { Length = (25 * 1024 * 1024) + 1 }] })
            .ShouldBe([AttachmentRefusals.TooLarge]);
        ConcernState.Initial.Refusals(Report with { Attachments = [file with { Length = 0 }] })
            .ShouldBe([AttachmentRefusals.Empty]);
    }

    [Fact]
    public void A_concern_for_somebody_else_counts_as_theirs_and_is_seen_by_whoever_registered_it()
    {
        var file = Given(Report with
        { ReporterKey = "colleague", RegisteredFor = Text("Kollega på LSS-gruppen", "for") }).FileOrNone!;
        file.ReporterKey.ShouldBe("colleague");
        file.RegisteredByKey.ShouldBe(Reporter);
    }

    [Fact]
    public void The_same_content_again_is_accepted_and_marked()
    {
        var file = Given(Report with { PossibleDuplicateOf = IdOf(7) }).FileOrNone!;
        file.Links.ShouldBe([new ConcernLink(IdOf(7), ConcernLinkKind.PossibleDuplicate)]);
    }
}
