using Oversight.Settings;
using Oversight.Surveys;
using static Oversight.Core.Tests.Surveys.QuestionScene;

namespace Oversight.Core.Tests.Surveys;

public class ReplyTests
{
    public static TheoryData<CodeId, ReplyValue, string?> Replied => new()
    {
        { Changed, Yes, null },
        { Changed, Choice("bra"), ReplyRefusals.OtherKind },
        { How, Choice("bra"), null },
        { How, Choice("annat"), ReplyRefusals.NoSuchChoice },
        { Share, Number(0), null },
        { Share, Number(99.5m), null },
        { Share, Number(-1), ReplyRefusals.TooSmall },
        { Share, Number(101), ReplyRefusals.TooLarge },
        { Share, Number(1.25m), ReplyRefusals.TooManyDecimals },
        { When, new ReplyValue.Date(new(2027, 2, 28)), null },
        { When, new ReplyValue.Date(new(207, 2, 28)), ReplyRefusals.DayUnlikely },
        { Manager, Text("Eva"), null },
        { Firms, Table([Text("AB"), null]), null },
        { Firms, Table(new ReplyValue?[] { null, null }), ReplyRefusals.CellMissing },
        { Firms, Table([Text("AB"), Text("i maj")]), ReplyRefusals.CellUnreadable },
        { Firms, Table([Text("AB")]), ReplyRefusals.OtherKind },
        { Firms, Table([Text("A"), null], [Text("B"), null], [Text("C"), null]), ReplyRefusals.TooManyRows },
    };

    [Theory]
    [MemberData(nameof(Replied))]
    public void A_reply_fits_its_question_or_is_refused_by_name(CodeId question, ReplyValue value, string? code) =>
        ReplyChecks.Of(Set.Find(question)!, value, "falt").Select(refusal => (refusal.Field, refusal.Code))
            .ShouldBe(code is null ? [] : [("falt", code)]);

    [Fact]
    public void A_bound_and_a_place_in_a_table_are_told()
    {
        ReplyChecks.Of(Set.Find(Share)!, Number(-1), "f").Single().Arguments.ShouldBe(["0"]);
        ReplyChecks.Of(Set.Find(Firms)!, Table([Text("A"), null], [null, null]), "f").Single().Arguments
            .ShouldBe(["2", "Namn"]);
    }

    [Fact]
    public void Replies_are_the_same_when_they_say_the_same()
    {
        ReplyValue[] all =
        [
            Yes, No, Choice("bra"), Number(1), Text("Eva"), new ReplyValue.Date(From),
            new ReplyValue.File(["a", "b"]), Table([Text("AB"), null]), Table([Text("AB"), Yes]), Table(),
        ];
        all.Select(ReplyConclusions.Mark).Distinct().Count().ShouldBe(all.Length);
        ReplyConclusions.Mark(null).ShouldBe("");
        ReplyConclusions.Mark(Number(1.0m)).ShouldBe(ReplyConclusions.Mark(Number(1)));
        Table([Text("AB"), null]).ShouldBe(Table([Text("AB"), null]));
        ReplyConclusions.Mark(Table([Text("AB"), null])).ShouldBe(ReplyConclusions.Mark(Table([Text("AB"), null])));
        Replies.None.With(How, Choice("bra")).With(Share, Number(1))
            .ShouldBe(Replies.None.With(Share, Number(1)).With(How, Choice("illa")).With(How, Choice("bra")));
        Replies.None.With(How, Choice("bra")).With(How, null).ShouldBe(Replies.None);
        Table([Text("AB"), null], [Text("C"), null]).Texts.Select(text => text.Hash).ShouldBe(["hash:AB", "hash:C"]);
    }
}
