using Oversight.Local.Host.Machine;

namespace Oversight.Local.Host.Worker;

/// <summary>
/// The functions of the worker in order of name (ignoring case), which is the order the platform matches them in.
/// </summary>
internal sealed class FunctionCatalogue
{
    private FunctionCatalogue(IReadOnlyList<HostedFunction> functions) => All = functions;

    public IReadOnlyList<HostedFunction> All { get; }

    public IEnumerable<(HostedFunction Function, Binding Trigger)> With(string trigger) =>
        from function in All
        let binding = function.Find(trigger)
        where binding is not null
        select (function, binding);

    /// <exception cref="StartRefusedException">Two functions of one name.</exception>
    public static FunctionCatalogue Of(IEnumerable<HostedFunction> functions)
    {
        var ordered = functions.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase).ToList();
        StartRefusedException.ThrowIfAny([.. ordered
            .GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group =>
                $"Funktionsnamnet {group.Key} används av "
                    + $"{string.Join(" och ", group.Select(f => f.Metadata.EntryPoint))}.")]);
        return new(ordered);
    }
}
