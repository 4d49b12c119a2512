using FsCheck.Xunit;

namespace Oversight.Core.Tests.Kernel;

public class SearchTests
{
    private static readonly string[] Parts =
        ["Sol", "Gården", "Äldre", "boende", "Café", "Örn", "12", "AB", "Hem", "tjänst", "Ångström", "B7"];

    private static readonly string[] Between = [" ", "-", "–", " & ", ", ", "/", "  "];

    [Theory]
    [InlineData("Solgården")]
    [InlineData("SOLGÅRDEN")]
    [InlineData("solgarden")]
    [InlineData("Sol-gården")]
    [InlineData("Sol gården")]
    [InlineData("sol–gärdén")]
    [InlineData("solga\u030Ard")]
    [InlineData("gården sol")]
    [InlineData("åldreboende solg")]
    [InlineData("äldre-boende")]
    [InlineData("ald so")]
    [InlineData("boende")]
    public void A_name_is_found_however_it_is_written(string typed) =>
        SearchQuery.Of(typed).Finds(["Sol-gårdens Äldre-boende"]).ShouldBeTrue();

    [Theory]
    [InlineData("Solgården 2")]
    [InlineData("olgården")]
    [InlineData("solgårdens vård")]
    [InlineData("endeäldre")]
    [InlineData("")]
    [InlineData("-&")]
    public void What_begins_no_word_of_it_does_not_find_it(string typed) =>
        SearchQuery.Of(typed).Finds(["Sol-gårdens Äldre-boende"]).ShouldBeFalse();

    [Theory]
    [InlineData("556016-0680", "5560160680", true)]
    [InlineData("5560160680", "556016-0680", true)]
    [InlineData("556016", "556016-0680", false)]
    [InlineData("OMS 2027/12", "oms2027-12", true)]
    [InlineData("solen", "SOLEN", false)]
    public void A_whole_number_is_told_from_its_beginning_and_from_a_name(string typed, string number, bool same) =>
        SearchQuery.Of(typed).IsNumber(number).ShouldBe(same);

    [Theory]
    [InlineData("S-4K7QP-2M9XD", "S-4K7QP-2M9XD")]
    [InlineData("s4k7qp2m9xd", "S-4K7QP-2M9XD")]
    [InlineData("4k7qp 2m9xd", "S-4K7QP-2M9XD")]
    [InlineData("S-4K7", "S-4K7")]
    [InlineData("s o1l7", "S-0117 S-S0117")]
    [InlineData("S-4K7QP-2", "S-4K7QP-2 S-S4K7Q-P2")]
    [InlineData("4k7qp", "S-4K7QP")]
    [InlineData("S-4K", "")]
    [InlineData("4k7q", "")]
    [InlineData("solgar", "")]
    [InlineData("s4k7u", "")]
    [InlineData("s4k7qp2m9xdx", "")]
    [InlineData("s4k7qp", "S-4K7QP S-S4K7Q-P")]
    [InlineData("", "")]
    public void The_beginning_of_a_reference_is_read_as_people_write_it(string typed, string references) =>
        string.Join(' ', SearchQuery.Of(typed).References('S')).ShouldBe(references);

    [Theory]
    [InlineData("Ærø Straße Łódź þing œuvre đak ıð", "aro strasse lodz thing ouvre dak id")]
    [InlineData("  a--b  ", "a b")]
    [InlineData("\ud800x", "x")]
    [InlineData(null, "")]
    public void Words_are_letters_and_digits_without_marks(string? text, string words) =>
        string.Join(' ', SearchText.Words(text)).ShouldBe(words);

    [Fact]
    public void A_key_is_cut_and_what_is_longer_is_found_by_it_all_the_same()
    {
        var name = new string('a', 60);
        SearchText.Keys([name]).ShouldBe([name[..SearchText.LongestKey]]);
        SearchQuery.Of(name).Beginnings.ShouldBe([name[..SearchText.LongestKey]]);
        SearchQuery.Of(name + "b").Finds([name]).ShouldBeFalse();
    }

    [Fact]
    public void Too_little_is_known_as_too_little()
    {
        SearchQuery.Of(" å - ").IsTooShort.ShouldBeTrue();
        SearchQuery.Of("å b").IsTooShort.ShouldBeFalse();
    }

    [Property(MaxTest = 300)]
    public void Folding_twice_is_folding_once(string? text)
    {
        var words = SearchText.Words(text);
        SearchText.Words(string.Join(' ', words)).ShouldBe(words);
    }

    [Property(MaxTest = 300)]
    public void Beginnings_of_the_words_find_a_text_in_any_order(int seed)
    {
        var dice = new Dice(seed);
        var texts = Texts(dice);
        var words = texts.SelectMany(SearchText.Words).ToList();
        var typed = dice.Shuffled(words).Take(1 + dice.Next(words.Count))
            .Select(word => word[..(1 + dice.Next(word.Length))]);
        SearchQuery.Of(string.Join(dice.Of(Between), typed)).Finds(texts).ShouldBeTrue();
    }

    [Property(MaxTest = 500)]
    public void Whatever_is_found_has_a_key_for_each_beginning_or_for_all_together(int seed)
    {
        var dice = new Dice(seed);
        var texts = Texts(dice);
        var all = string.Concat(texts.SelectMany(SearchText.Words));
        var from = dice.Next(all.Length);
        // A piece of it, cut anywhere and written apart anywhere: found or not.
        var query = SearchQuery.Of(all[from..].Insert(dice.Next(all.Length - from + 1), dice.Of(Between)));
        var keys = SearchText.Keys(texts);
        if (query.Finds(texts))
            (query.Beginnings.All(Begins) || (query.Together is { } whole && Begins(whole))).ShouldBeTrue();

        bool Begins(string word) => keys.Any(key => key.StartsWith(word, StringComparison.Ordinal));
    }

    [Fact]
    public void The_longest_words_are_read_first_and_no_more_than_four()
    {
        var query = SearchQuery.Of("a bbb cc dddd eeeee bbb");
        query.Beginnings.ShouldBe(["eeeee", "dddd", "bbb", "cc"]);
        query.Together.ShouldBe("abbbccddddeeeeebbb");
        SearchQuery.Of("a").Together.ShouldBeNull();
        SearchQuery.Of("").Beginnings.ShouldBeEmpty();
    }

    private static string[] Texts(Dice dice) =>
        [.. Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => string.Join(
            dice.Of(Between), Enumerable.Range(0, 1 + dice.Next(4)).Select(_ => dice.Of(Parts))))];

    /// <summary>Choices that follow from a number.</summary>
    private sealed class Dice(int seed)
    {
        private uint _state = unchecked((uint)seed) | 1;

        public int Next(int below)
        {
            _state = unchecked((_state * 1664525) + 1013904223);
            return (int)((_state >> 8) % (uint)below);
        }

        public string Of(string[] some) => some[Next(some.Length)];

        public IEnumerable<T> Shuffled<T>(IEnumerable<T> some) =>
            some.Select(one => (One: one, At: Next(1000))).OrderBy(pair => pair.At).Select(pair => pair.One);
    }
}
