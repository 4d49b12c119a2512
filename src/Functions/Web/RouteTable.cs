using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Web;

/// <summary>Every HTTP function with its route, read from the same attributes as the host reads.</summary>
public static class RouteTable
{
    /// <summary>In the order in which the host tries them: by function name, ignoring case.</summary>
    public static IReadOnlyList<FunctionRoute> All { get; } = Read(typeof(RouteTable).Assembly);

    /// <summary>Every function, also those without a route.</summary>
    public static IEnumerable<MethodInfo> Functions(Assembly assembly) =>
        assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(
            method => method.IsDefined(typeof(FunctionAttribute)));

    private static IReadOnlyList<FunctionRoute> Read(Assembly assembly) =>
    [
        .. Functions(assembly)
            .Select(method => (Method: method, Trigger: method.GetParameters()
                .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
                .FirstOrDefault(trigger => trigger is not null)))
            .Where(function => function.Trigger is not null)
            .Select(function => new FunctionRoute(
                function.Method.GetCustomAttribute<FunctionAttribute>()!.Name,
                function.Trigger!.Route ?? "",
                [.. (function.Trigger.Methods ?? []).Select(method => method.ToUpperInvariant())],
                function.Method))
            .OrderBy(route => route.Function, StringComparer.OrdinalIgnoreCase),
    ];
}

public sealed record FunctionRoute(string Function, string Template, IReadOnlyList<string> Methods, MethodInfo Method)
{
    public RoutePattern Pattern { get; } = RoutePatternFactory.Parse(Template);

    public FunctionAccess Access => FunctionAccess.Of(Method);

    public bool IsApi => new PathString("/" + Template).StartsWithSegments("/api");

    /// <summary>The address with its parameters as <c>{name}</c> only.</summary>
    public string Path =>
        "/" + string.Join('/', Pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Text))));

    private static string Text(RoutePatternPart part) => part switch
    {
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    };
}
