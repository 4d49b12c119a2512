using Oversight.Local.Host.Machine;
using Oversight.Local.Host.Worker;

namespace Oversight.Local.Host.Http;

/// <summary>
/// The HTTP functions in the order the platform tries them: by function name, ignoring case; the first that matches is
/// run.
/// </summary>
internal sealed class RouteTable
{
    private RouteTable(IReadOnlyList<HttpFunction> functions) => Functions = functions;

    public IReadOnlyList<HttpFunction> Functions { get; }

    public static RouteTable Of(
        FunctionCatalogue catalogue, HostSettings settings, IInlineConstraintResolver resolver) =>
        new([.. catalogue.With("httpTrigger")
            .Select(found => HttpFunction.Of(found.Function, found.Trigger, settings.RoutePrefix, resolver))]);

    /// <exception cref="StartRefusedException">Routes that the platform refuses, or that would lead elsewhere
    /// there.</exception>
    public RouteTable Checked()
    {
        StartRefusedException.ThrowIfAny([.. RouteRules.Problems(this)]);
        return this;
    }

    public HttpFunction? Match(HttpContext http, out RouteValueDictionary values)
    {
        foreach (var function in Functions)
        {
            values = [];
            if (function.Matches(http, values))
                return function;
        }

        values = [];
        return null;
    }
}
