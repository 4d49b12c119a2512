using Oversight.Settings;
using Oversight.Surveys;
using static Oversight.Core.Tests.Surveys.QuestionScene;

namespace Oversight.Core.Tests.Surveys;

public class AskedQuestionsTests
{
    [Fact]
    [Trait("Requirement", "R47")]
    public void A_unit_is_asked_what_is_for_it_and_what_waits_for_that()
    {
        Asked.Codes.ShouldBe([Manager, Changed, Told, When, How, Share, Report, Firms]);
        Set.QuestionsFor(Unit with { Form = "lou", Acts = ["hsl"] }).Codes
            .ShouldBe([Manager, Changed, Told, When, Report], "The table waits for a question that is not asked.");
    }

    [Theory]
    [InlineData(true, "kundval", "private", "socialnamnden", "boende", "lss", "bostad", true)]
    [InlineData(false, "lou", "private", "socialnamnden", "boende", "lss", "bostad", true)]
    [InlineData(false, "kundval", "municipal", "socialnamnden", "boende", "lss", "bostad", true)]
    [InlineData(false, "kundval", "private", "aldrenamnden", "boende", "lss", "bostad", true)]
    [InlineData(false, "kundval", "private", "socialnamnden", "annat", "lss", "bostad", true)]
    [InlineData(false, "kundval", "private", "socialnamnden", "boende", "hsl", "bostad", true)]
    [InlineData(false, "kundval", "private", "socialnamnden", "boende", "lss", "annan", true)]
    [InlineData(false, "kundval", "private", "socialnamnden", "boende", "lss", "bostad", false)]
    public void All_that_is_told_of_whom_it_is_for_must_hold(
        bool fits, string form, string owner, string board, string area, string act, string service, bool licensed) =>
        Unit.Fits(new Applicability
        {
            Forms = [form],
            Owners = [owner],
            Boards = [new(board)],
            Areas = [new(area)],
            Acts = [act, "sol"],
            Services = [new(service)],
            Licensed = licensed,
        }).ShouldBe(fits);

    [Fact]
    public void A_question_that_is_answered_elsewhere_is_not_asked_and_nothing_waits_for_it()
    {
        Asked.Without([Changed]).Codes.ShouldBe([Manager, How, Share, Report, Firms]);
        Asked.Without([]).Codes.ShouldBe(Asked.Codes);
    }

    [Fact]
    public void Conditions_follow_each_other_and_what_is_hidden_counts_for_nothing()
    {
        var replies = Replies.None.With(Changed, Yes).With(Told, No);
        Codes(Asked.Visible(replies)).ShouldBe([Manager, Changed, Told, How, Share, Report]);
        Codes(Asked.Deviations(replies)).ShouldBe([Told]);

        var changed = replies.With(Changed, No);
        changed.Of(Told).ShouldBe(No, "What was replied is kept.");
        Codes(Asked.Left(changed)).ShouldBe([Told]);
        Asked.Deviations(changed).ShouldBeEmpty();
        Fields(Asked.Missing(changed)).ShouldBe(["chef", "hur", "andel"]);
    }

    [Fact]
    public void What_is_missing_is_told_with_its_question_and_so_is_a_file()
    {
        Fields(Asked.Missing(Replies.None)).ShouldBe(["chef", "bytt", "hur", "andel"]);
        var replies = Replies.None.With(Manager, Text("Eva")).With(Changed, Yes).With(Told, No)
            .With(How, Choice("illa")).With(Share, Number(80));
        Asked.Missing(replies).ShouldBe([new Refusal(ReplyRefusals.EvidenceMissing, "bytt", "Bytt?")]);
        Asked.Missing(replies with { Evidence = [Changed] }).ShouldBeEmpty();
        Asked.Missing(replies.With(Changed, No)).ShouldBeEmpty("A no needs nothing to show it.");
        Codes(Asked.Deviations(replies)).ShouldBe([Told, How]);
        Codes(Asked.Deviations(replies.With(Share, Number(79.9m)))).ShouldBe([Told, How, Share]);
    }

    [Fact]
    public void Progress_counts_what_is_asked_now()
    {
        var progress = Asked.Progress(Replies.None.With(Changed, Yes).With(Told, No).With(Share, Number(90)));
        progress.Select(section => (section.Section.Code.Value, section.Asked, section.Answered, section.Missing))
            .ShouldBe([("ledning", 3, 2, 2), ("arbete", 3, 1, 1)]);
    }

    [Fact]
    public void A_version_is_found_by_its_day_and_the_one_in_force_by_the_day_it_is()
    {
        QuestionSet[] sets = [Set, Set with { From = From.AddYears(1) }, Set with { Code = new("annan") }];
        sets.Version(Set.Code, From).ShouldBe(sets[0]);
        sets.Version(Set.Code, From.AddDays(1)).ShouldBeNull();
        sets.On(Set.Code, From.AddYears(1).AddDays(-1)).ShouldBe(sets[0]);
        sets.On(Set.Code, From.AddYears(1)).ShouldBe(sets[1]);
        sets.On(Set.Code, From.AddDays(-1)).ShouldBeNull();
    }

    private static IEnumerable<CodeId> Codes(IEnumerable<Question> questions) =>
        questions.Select(question => question.Code);

    private static IEnumerable<string?> Fields(IEnumerable<Refusal> refusals) =>
        refusals.Select(refusal => refusal.Field);
}
