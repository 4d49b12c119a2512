using Oversight.Functions.MorningLetters;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Tests.MorningLetters;

/// <summary>What of <em>Att göra</em> the morgonbrev counts.</summary>
public class WaitingCountsTests
{
    private static readonly DateOnly Today = new(2027, 1, 18);

    [Fact]
    public void What_waits_for_others_and_what_is_news_is_not_counted()
    {
        var counts = WaitingCounts.Of(
            [
                new ToDoItem("Bedöm synpunkter", "/synpunkter/inkorg", Count: 3),
                new ToDoItem("Ta ställning", "/granskningar/a", Today.AddDays(-1)),
                new ToDoItem("Ta ställning", "/granskningar/b", Today.AddDays(7)),
                new ToDoItem("Gå igenom", "/veckolista", Today.AddDays(-2), 9) { Kind = ToDoKind.OfOthers },
                new ToDoItem("Din synpunkt", "/synpunkter/arende/a") { Kind = ToDoKind.News },
            ],
            Today);

        (counts.Things, counts.LateRows, counts.SoonRows).ShouldBe((5, 1, 1));
        counts.Parts.ShouldBe([("Granskningar", 2), ("Synpunkter", 3)]);
    }
}
