using Mono.Cecil;

namespace Oversight.Functions.Tests;

/// <summary>
/// Rooms know each other in one direction. A room is the first part of a namespace below its house; what stands in the
/// house itself is a room too.
/// </summary>
public class RoomTests
{
    private const string Start = "(start)";

    private static readonly List<(TypeReference Type, TypeReference Used)> All =
    [
        .. new[] { "Core", "Functions", "Local.Host", "Local.ServiceBus", "Local.Demonstration" }
            .SelectMany(name => CompiledUses.Of($"Oversight.{name}.dll")),
    ];

    [Theory]
    [InlineData("Oversight", "Concerns", Start)]
    [InlineData("Oversight.Functions", "Home", "Web")]
    [InlineData("Oversight.Local.Host", "Timers", "Worker")]
    [InlineData("Oversight.Local.ServiceBus", "Queues", "Storage")]
    public void No_room_is_known_to_a_room_that_it_knows(string house, string above, string below)
    {
        var arrows = Arrows(house).ToList();
        arrows.ShouldContain(arrow => arrow.From == above && arrow.To == below,
            "Where nothing is read, nothing is held.");

        var known = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To);
        arrows.Where(arrow => Reached(known, arrow.To).Contains(arrow.From))
            .Select(arrow => $"{arrow.From} -> {arrow.To}: {arrow.Type} uses {arrow.Used}")
            .ShouldBeEmpty();
    }

    private static IEnumerable<Arrow> Arrows(string house) =>
        from use in All
        let room = Room(house, use.Type)
        let other = Room(house, use.Used)
        where room is not null && other is not null && other != room
        select new Arrow(room, other, use.Type.Name, use.Used.Name);

    private static string? Room(string house, TypeReference type) =>
        type.Namespace == house ? Start
        : type.Namespace.StartsWith($"{house}.", StringComparison.Ordinal)
            ? type.Namespace[(house.Length + 1)..].Split('.')[0]
        : null;

    /// <summary>The rooms that are known from here, over any number of others.</summary>
    private static HashSet<string> Reached(ILookup<string, string> known, string from)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>([from]);
        while (next.TryPop(out var room))
        {
            foreach (var other in known[room].Where(seen.Add))
                next.Push(other);
        }

        return seen;
    }

    private sealed record Arrow(string From, string To, string Type, string Used);
}
