using Oversight.Attachments;
using Oversight.Concerns;
using static Oversight.Core.Tests.Concerns.ConcernScenario;

namespace Oversight.Core.Tests.Concerns;

/// <summary>A refusal names the field it is about, so that the form can put it there, and says the limit.</summary>
public class RefusedFieldTests
{
    private static readonly WrittenText TooLong = Text(new string('a', 10_001));

    private static readonly ConcernState UnknownPlace =
        Given(Report with { Place = new ConcernPlace.Unknown(Text("Firman"), Social) });

    [Fact]
    public void Of_a_report()
    {
        ConcernState.Initial.ShouldRefuse(
            Report with
            {
                Place = new ConcernPlace.NotChosen(),
                Service = null,
                Text = Text(""),
                Occurred = null,
                Consequence = null,
                CaseReference = TooLong,
                RegisteredFor = TooLong,
            },
            "unitId", "service", "text", "occurred", "consequence", "caseReference 10001 50",
            "registeredFor 10001 500");
        ConcernState.Initial.ShouldRefuse(Report with { Occurred = Occurrence.On(Today.AddDays(1)) }, "occurred");
        ConcernState.Initial.ShouldRefuse(Report with { Occurred = Occurrence.On(new DateOnly(1926, 1, 1)) },
            "occurred");
        ConcernState.Initial.ShouldRefuse(Report with { Place = new ConcernPlace.NoSuchUnit() }, "unitId");
        ConcernState.Initial.ShouldRefuse(
            Report with { Place = new ConcernPlace.Unknown(Text(""), new BoardId("")) }, "unknownProvider", "board");
        ConcernState.Initial.ShouldRefuse(
            Report with { Place = new ConcernPlace.Unknown(Text("x"), new BoardId("kommunstyrelsen")) }, "board");
        ConcernState.Initial.Refusals(Report with { Place = new ConcernPlace.Unknown(Text("x"), new BoardId("")) })
            .ShouldBe([ConcernRefusals.BoardRequired]);
    }

    [Fact]
    public void Of_attachments_with_the_limit_in_whole_megabytes()
    {
        var file = new Attachment("aa", 10, AttachmentType.Pdf);
        ConcernState.Initial.ShouldRefuse(Report with { Attachments = [.. Enumerable.Repeat(file, 6)] },
            "attachments 5");
        ConcernState.Initial.ShouldRefuse(
            Report with { Attachments = [file with { Length = (25 * 1024 * 1024) + 1 }] }, "attachments 25");
        ConcernState.Initial.ShouldRefuse(Report with { Attachments = [file with { Length = 0 }] }, "attachments");
        Given(Report with { Attachments = [.. Enumerable.Repeat(file with { Length = 25 * 1024 * 1024 }, 5)] })
            .Status.ShouldBe(ConcernStatus.Received);
    }

    [Fact]
    public void Of_an_assessment()
    {
        Given(Report).ShouldRefuse(
            new ConcernCommand.Assess(null, null, null, null, null, null, Text(""), Rules),
            "outcome", "kind", "category", "area", "severity", "reason");
        Given(Report).ShouldRefuse(Assess with { Severity = 5 }, "severity");
        Given(Report).ShouldRefuse(Assess with { Area = new CodeId("leva-som-andra") }, "area");
        Given(Report).ShouldRefuse(Assess with { Unit = new ConcernPlace.NoSuchUnit() }, "unitId");
        UnknownPlace.ShouldRefuse(Propose, "unitId");
    }

    [Fact]
    public void Of_what_those_who_handle_it_do()
    {
        UnknownPlace.ShouldRefuse(new ConcernCommand.LinkToUnit(new ConcernPlace.NotChosen()), "unitId");
        UnknownPlace.ShouldRefuse(new ConcernCommand.LinkToUnit(new ConcernPlace.NoSuchUnit()), "unitId");
        UnknownPlace.ShouldRefuse(new ConcernCommand.LinkToUnit(new ConcernPlace.AtUnit(OtherUnit)), "unitId");
        Given(Report).ShouldRefuse(new ConcernCommand.LinkToUnit(new ConcernPlace.AtUnit(Unit)), "unitId");
        Given(Report).ShouldRefuse(Move(new ConcernPlace.AtUnit(Unit)), "unitId");
        Given(Report).ShouldRefuse(new ConcernCommand.Mask(" ", Report.Text, Text("Namn."), Rules), "words");
        Given(Report).ShouldRefuse(new ConcernCommand.Mask("Bertil", Report.Text, Text(""), Rules), "words", "reason");
        Given(Report).ShouldRefuse(new ConcernCommand.LinkToConcern(IdOf(8), IdOf(8), ConcernLinkKind.SameEvent),
            "concern");
        Given(Report).ShouldRefuse(new ConcernCommand.UnlinkConcern(IdOf(8)), "concern");
    }

    [Fact]
    public void Of_a_correction_and_a_decision()
    {
        Given(Report).ShouldRefuse(
            new ConcernCommand.Correct(Text("", "2"), Occurrence.On(Today.AddDays(1)), new CodeId("finns-ej"), null,
                Text(""), Rules),
            "text", "occurred", "consequence", "reason");
        Given(Report, Propose).ShouldRefuse(
            Approve with { Approved = null, ScopeHint = TooLong, Reason = Text("") }, "approved",
            "scopeHint 10001 2000", "reason");
    }

    internal static ConcernCommand.Move Move(ConcernPlace place) => new(place, Text("Fel plats.", "move"), Rules);
}

internal static class RefusedFields
{
    /// <param name="fields">Each with the arguments of its refusal.</param>
    public static void ShouldRefuse(this ConcernState state, ConcernCommand command, params string[] fields) =>
        ConcernDecider.Decide(state, command, Context).ShouldBeOfType<Decision<ConcernEvent>.Refused>().Reasons
            .Select(reason => string.Join(' ', [reason.Field ?? "", .. reason.Arguments])).ShouldBe(fields);
}
