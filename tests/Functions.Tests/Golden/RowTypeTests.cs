using System.Reflection;
using Oversight.Providers;

namespace Oversight.Functions.Tests.Golden;

/// <summary>
/// A stored row has types of its own: a folded state may change whenever Core does, and is never what is stored.
/// </summary>
public class RowTypeTests
{
    private static readonly IReadOnlyList<Type> States =
        [.. GoldenSampleTests.Kinds().Select(kind => kind.GetType().GetGenericArguments()[0])
            .Where(state => !state.IsPrimitive)];

    public static TheoryData<Type> Rows => [.. GoldenSampleTests.Kinds().SelectMany(kind => kind.Rows).Distinct()];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_reaches_no_folded_state(Type row) =>
        Reached(row).Where(IsOfState).ShouldBeEmpty($"{row.Name} stores what is folded: give it a record of its own.");

    [Fact]
    public void A_state_is_found_however_deep_it_lies()
    {
        States.Count.ShouldBeGreaterThanOrEqualTo(6);
        Reached(typeof(Outer)).Where(IsOfState).ShouldBe([typeof(ProviderState.Registered)]);
    }

    private static bool IsOfState(Type type) =>
        States.Any(state => state.IsAssignableFrom(type)) || (type.DeclaringType is { } outer && IsOfState(outer));

    private static HashSet<Type> Reached(Type row)
    {
        var reached = new HashSet<Type>();
        var waiting = new Queue<Type>([row]);
        while (waiting.TryDequeue(out var type))
        {
            if (!reached.Add(type))
                continue;
            foreach (var part in type.GetGenericArguments()
                .Concat(type.GetElementType() is { } element ? [element] : []))
                waiting.Enqueue(part);
            if (type.Namespace?.StartsWith("Oversight", StringComparison.Ordinal) != true)
                continue;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                waiting.Enqueue(property.PropertyType);
        }

        return reached;
    }

    private sealed record Outer(IReadOnlyList<Middle[]> Parts);

    private sealed record Middle(Dictionary<string, ProviderState.Registered?> Folded);
}
