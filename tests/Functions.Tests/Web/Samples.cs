using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Tests.Web;

/// <summary>An address that a route takes, and which routes take an address.</summary>
internal static class Samples
{
    private static readonly DefaultInlineConstraintResolver Constraints = new(
        Options.Create(new RouteOptions()), new ServiceCollection().AddLogging().BuildServiceProvider());

    // What a parameter may look like, most likely first.
    private static readonly string[] Values =
    [
        Id.Derive("prov", "adress").Value, "2027", "1", "abcdef0123456789", "x", new('a', 64),
        "0197f3a0-5c1e-7000-8000-000000000001", "2027-03-01",
    ];

    public static string PathOf(FunctionRoute route)
    {
        var template = TemplateParser.Parse(route.Template);
        var segments = template.Segments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            { IsLiteral: true } => part.Text,
            { IsCatchAll: true } => "finns-inte/alls",
            { IsOptional: true } => "",
            { Name: "board" } => "socialnamnden",
            { Name: ByOperationAttribute.Parameter } => "{operation}",
            _ => Values.First(value =>
                part.InlineConstraints.All(constraint => Allows(part, constraint.Constraint, value))),
        })));
        return ("/" + string.Join('/', segments)).TrimEnd('/') is { Length: > 0 } path ? path : "/";
    }

    /// <summary>The addresses of a route with what they need: several where it takes operations by name.</summary>
    public static IEnumerable<(string Path, Permission? Permission)> PathsOf(
        FunctionRoute route, OperationTable operations) => route.Access switch
        {
            FunctionAccess.NeedsByOperation { Subject: var subject } => operations.Of(subject).Select(operation => (
                PathOf(route).Replace("{operation}", route.IsApi ? operation.Name.Name : operation.Name.Segment,
                    StringComparison.Ordinal),
                (Permission?)operation.Permission)),
            FunctionAccess.Needs needs => [(PathOf(route), needs.Permission)],
            _ => [(PathOf(route), null)],
        };

    public static bool Matches(FunctionRoute route, string path)
    {
        var template = TemplateParser.Parse(route.Template);
        var values = new RouteValueDictionary();
        return new TemplateMatcher(template, []).TryMatch(path, values)
            && template.Parameters.All(part => !values.TryGetValue(part.Name!, out var value) || value is null
                || part.InlineConstraints.All(constraint => Allows(part, constraint.Constraint, value.ToString()!)));
    }

    private static bool Allows(TemplatePart part, string constraint, string value) =>
        Constraints.ResolveConstraint(constraint)!
            .Match(null, null, part.Name!, new RouteValueDictionary { [part.Name!] = value },
                RouteDirection.IncomingRequest);
}
