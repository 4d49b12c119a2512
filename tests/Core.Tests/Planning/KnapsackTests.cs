using FsCheck.Xunit;
using Oversight.Planning;

namespace Oversight.Core.Tests.Plans;

[Trait("Requirement", "R54")]
public class KnapsackTests
{
    [Property(MaxTest = 300)]
    public bool No_other_choice_within_the_days_is_worth_more(byte[] days, byte[] values, byte room)
    {
        var items = days.Zip(values).Take(10).Select(pair => (Days: 1 + (pair.First % 6), Value: (long)pair.Second % 9))
            .ToList();
        var chosen = Knapsack.Choose(items, room % 20);

        var best = Enumerable.Range(0, 1 << items.Count)
            .Select(mask => items.Where((_, index) => (mask >> index & 1) == 1).ToList())
            .Where(some => some.Sum(item => item.Days) <= room % 20).Max(some => some.Sum(item => item.Value));
        return chosen.Sum(index => items[index].Days) <= room % 20
            && chosen.Sum(index => items[index].Value) == best
            && chosen.SequenceEqual(chosen.Distinct().Order());
    }

    [Fact]
    public void Of_what_is_worth_the_same_the_earliest_are_chosen() =>
        Knapsack.Choose([.. Enumerable.Repeat((2, 5L), 6)], 5).ShouldBe([0, 1]);

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Without_days_nothing_is_chosen(int days) => Knapsack.Choose([(1, 1L)], days).ShouldBeEmpty();
}
