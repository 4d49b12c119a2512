using Oversight.Settings;
using static Oversight.Core.Tests.SettingsChecks.ValidSettings;

namespace Oversight.Core.Tests.SettingsChecks;

public class MunicipalitySettingsTests
{
    private static readonly DateOnly Later = new(2020, 7, 1);

    [Fact]
    public void Of_dated_rules_the_latest_that_have_begun_are_in_force()
    {
        var settings = Valid with
        {
            RiskModels = [Valid.RiskModels[0] with { ValidFrom = Later, Version = "2" }, Valid.RiskModels[0]],
            PlanningRules = [Valid.PlanningRules[0] with { ValidFrom = Later }, Valid.PlanningRules[0]],
            ReviewRules = [Valid.ReviewRules[0] with { ValidFrom = Later }, Valid.ReviewRules[0]],
        };
        settings.RiskModelOn(Later.AddDays(-1)).Version.ShouldBe("1");
        settings.RiskModelOn(Later).Version.ShouldBe("2");
        settings.PlanningRulesOn(Later.AddDays(-1)).ValidFrom.ShouldBe(From);
        settings.PlanningRulesOn(Later).ValidFrom.ShouldBe(Later);
        settings.ReviewRulesOn(From).ValidFrom.ShouldBe(From);
        settings.ReviewRulesOn(Later.AddYears(9)).ValidFrom.ShouldBe(Later);
    }

    [Fact]
    public void What_the_settings_lack_is_named()
    {
        var before = From.AddDays(-1);
        Message(() => Valid.RiskModelOn(before)).ShouldBe("No risk model is in force on 2014-12-31.");
        Message(() => Valid.PlanningRulesOn(before)).ShouldBe("No planning rules are in force on 2014-12-31.");
        Message(() => Valid.ReviewRulesOn(before)).ShouldBe("No rules of reviews are in force on 2014-12-31.");
        Message(() => Valid.Codes("annan")).ShouldBe("The settings have no code list 'annan'.");
        Message(() => Valid.DocumentHead(new BoardId("annan")))
            .ShouldBe("The settings have no document head for 'annan'.");
        Valid.Board(new BoardId("annan")).ShouldBeNull();
    }

    [Fact]
    public void Boards_heads_and_lists_are_found_by_their_names()
    {
        Valid.Board(Elder)!.Name.ShouldBe("Äldrenämnden");
        Valid.DocumentHead(Elder).Board.ShouldBe(Elder);
        Valid.Codes(CodeLists.QualityAreas).Name.ShouldBe("quality-areas");
    }

    [Theory]
    [InlineData("2019-12-31", false)]
    [InlineData("2020-01-01", true)]
    [InlineData("2020-12-31", true)]
    [InlineData("2021-01-01", false)]
    public void A_code_may_be_chosen_on_its_days_and_keeps_its_text_after_them(string day, bool isValid)
    {
        var on = DateOnly.ParseExact(day, "O");
        var code = Code("kort") with { ValidFrom = new DateOnly(2020, 1, 1), ValidTo = new DateOnly(2020, 12, 31) };
        var list = new CodeList("lista", [Code("alltid"), code]);
        list.Has(code.Id, on).ShouldBe(isValid);
        list.On(on).Select(item => item.Id.Value).ShouldBe(isValid ? ["alltid", "kort"] : ["alltid"]);
        list.Text(code.Id).ShouldBe("Text för kort");
        list.Has(new CodeId("annan"), on).ShouldBeFalse();
        list.Text(new CodeId("annan")).ShouldBe("annan");
    }

    [Fact]
    public void A_code_is_marked_with_what_stands_on_it()
    {
        Code("a", "lss").IsMarked("lss").ShouldBeTrue();
        Code("a", "lss").IsMarked("sol").ShouldBeFalse();
        (Code("a") with { Marks = null }).IsMarked("lss").ShouldBeFalse();
    }

    [Fact]
    public void A_model_says_how_old_a_concern_may_be_and_which_class_a_product_gives()
    {
        var model = Valid.RiskModels[0];
        model.FirstDayFor(new DateOnly(2027, 2, 1)).ShouldBe(new DateOnly(2027, 2, 1).AddDays(-1095));
        model.FirstDayFor(DateOnly.MinValue.AddDays(10)).ShouldBe(DateOnly.MinValue);
        Enumerable.Range(1, 16).Select(product => model.ClassOf(product).Id.Value)
            .ShouldBe([.. Enumerable.Repeat("lag", 3), .. Enumerable.Repeat("forhojd", 4),
                .. Enumerable.Repeat("hog", 8), "mycket-hog"]);
    }

    private static string Message(Func<object> ask) => Should.Throw<InvalidOperationException>(ask).Message;
}
