using Oversight.Providers;

namespace Oversight.Core.Tests.Providers;

public class RegisterChecksTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Dictionary<string, string> Known = new() { ["a"] = "A", ["b"] = "B" };

    [Theory]
    [InlineData("Norr", true, "")]
    [InlineData("1234567890", true, "")]
    [InlineData("12345678901", true, "field:register.text-too-long(10)")]
    [InlineData("", false, "")]
    [InlineData(" ", false, "")]
    [InlineData(null, false, "")]
    [InlineData("", true, "field:register.text-missing")]
    [InlineData(" ", true, "field:register.text-missing")]
    [InlineData(null, true, "field:register.text-missing")]
    [InlineData("a\tb", true, "field:register.text-has-control-characters")]
    [InlineData(" Norr", true, "field:register.text-has-outer-blanks")]
    [InlineData("Norr ", false, "field:register.text-has-outer-blanks")]
    [InlineData("1234567890\n", false,
        "field:register.text-too-long(10) field:register.text-has-control-characters "
            + "field:register.text-has-outer-blanks")]
    public void A_text_is_there_within_its_limit_and_on_one_line(string? text, bool isRequired, string refusals) =>
        Found(list => list.Text("field", text, 10, isRequired)).ShouldBe(refusals);

    [Theory]
    [InlineData(null, "")]
    [InlineData("1949-12-31", "day:register.date-out-of-range")]
    [InlineData("1950-01-01", "")]
    [InlineData("2026-11-20", "")]
    [InlineData("2026-11-21", "day:register.date-in-future")]
    [InlineData("2100-01-01", "day:register.date-in-future")]
    [InlineData("2100-01-02", "day:register.date-out-of-range")]
    public void What_has_happened_has_happened_on_a_day_that_can_be_meant(string? day, string refusals) =>
        Found(list => list.Day("day", Day(day), Today)).ShouldBe(refusals);

    [Theory]
    [InlineData("2100-01-01", "")]
    [InlineData("2100-01-02", "day:register.date-out-of-range")]
    public void What_is_to_happen_may_lie_ahead(string day, string refusals) =>
        Found(list => list.Day("day", Day(day))).ShouldBe(refusals);

    [Theory]
    [InlineData("2026-01-01", null, "")]
    [InlineData("2026-01-01", "2026-01-01", "")]
    [InlineData("2026-01-02", "2026-01-01", "validTo:register.ends-before-it-begins")]
    [InlineData("1900-01-01", null, "validFrom:register.date-out-of-range")]
    [InlineData("2026-01-01", "2200-01-01", "validTo:register.date-out-of-range")]
    public void A_period_does_not_end_before_it_begins(string from, string? to, string refusals) =>
        Found(list => list.Period(Day(from)!.Value, Day(to))).ShouldBe(refusals);

    [Theory]
    [InlineData("a b", true, null, "")]
    [InlineData("", false, null, "")]
    [InlineData("", true, null, "codes:register.code-missing")]
    [InlineData("a a", true, null, "codes:register.code-twice")]
    [InlineData("a x y", true, null, "codes:register.code-unknown(x)")]
    [InlineData("a x y", true, "x", "codes:register.code-unknown(y)")]
    [InlineData("x", true, "x", "")]
    [InlineData("x x", false, "", "codes:register.code-twice codes:register.code-unknown(x)")]
    public void Codes_are_known_or_stood_there_before_and_stand_there_once(
        string codes, bool isRequired, string? already, string refusals) =>
        Found(list => list.Codes("codes", Codes(codes), Known, isRequired, already is null ? null : Codes(already)))
            .ShouldBe(refusals);

    [Theory]
    [InlineData(null, "2026-01-01", "")]
    [InlineData("2026-01-01", "2026-01-01", "")]
    [InlineData("2026-01-02", "2026-01-01", "from:register.change-before-last(2026-01-02)")]
    [InlineData("2026-01-02", "2026-11-21", "from:register.date-in-future")]
    public void A_change_has_happened_and_comes_after_the_last_one(string? last, string from, string refusals) =>
        Found(list =>
            list.Change([new Dated<string>(null, "a"), new Dated<string>(Day(last), "b")], Day(from)!.Value, Today))
            .ShouldBe(refusals);

    [Fact]
    public void A_history_keeps_what_held_on_every_day()
    {
        var (first, second) = (new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1));
        var history = DatedHistory.Begin("a").With(first, "b").With(second, "c").With(second, "d");
        history.ShouldBe([new(null, "a"), new(first, "b"), new(second, "d")]);
        new[] { first.AddDays(-1), first, second.AddDays(-1), second }.Select(day => history.On(day))
            .ShouldBe(["a", "b", "b", "d"]);
        history.EntryOn(first).From.ShouldBe(first);
        history.Latest().ShouldBe("d");
        history.WithLatest("e").ShouldBe([new(null, "a"), new(first, "b"), new(second, "e")]);
        new Dated<string>[] { new(second, "x") }.On(first)
            .ShouldBe("x", "before the first change, the first value known");
    }

    private static string Found(Action<List<Refusal>> check)
    {
        List<Refusal> refusals = [];
        check(refusals);
        return string.Join(' ', refusals.Select(RefusalText.Of));
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "O");

    private static IReadOnlyList<CodeId> Codes(string codes) =>
        [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => new CodeId(code))];
}
