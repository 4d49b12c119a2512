using System.Collections.Frozen;
using Microsoft.AspNetCore.Routing.Template;
using Oversight.Local.Host.Machine;
using Oversight.Local.Host.Worker;

namespace Oversight.Local.Host.Http;

/// <summary>A function with an HTTP trigger, and which requests are its.</summary>
internal sealed class HttpFunction
{
    private readonly TemplateMatcher _matcher;
    private readonly FrozenSet<string>? _methods;

    private HttpFunction(
        HostedFunction function, Binding trigger, RouteTemplate template,
        IDictionary<string, IRouteConstraint> constraints, IReadOnlyList<string>? methods)
    {
        (Function, Trigger) = (function, trigger);
        Template = template;
        Constraints = constraints;
        _matcher = new(template, Defaults(template));
        _methods = methods is null or { Count: 0 } ? null : methods.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    public HostedFunction Function { get; }

    public Binding Trigger { get; }

    public RouteTemplate Template { get; }

    public IDictionary<string, IRouteConstraint> Constraints { get; }

    public static HttpFunction Of(
        HostedFunction function, Binding trigger, string prefix, IInlineConstraintResolver resolver)
    {
        var route = (trigger.Text("route") is { Length: > 0 } named ? named : function.Name).Trim('/');
        try
        {
            var template = TemplateParser.Parse($"{prefix}/{route}".Trim('/'));
            return new(function, trigger, template, ConstraintsOf(template, resolver), trigger.Texts("methods"));
        }
        catch (Exception invalid) when (invalid is ArgumentException or InvalidOperationException)
        {
            throw new StartRefusedException($"{function}: rutten {route} går inte att läsa: {invalid.Message}",
                invalid);
        }
    }

    public bool SharesMethodWith(HttpFunction other) =>
        _methods is null || other._methods is null || _methods.Overlaps(other._methods);

    public bool Matches(HttpContext http, RouteValueDictionary values) =>
        (_methods?.Contains(http.Request.Method) ?? true)
        && _matcher.TryMatch(http.Request.Path, values)
        && Constraints.All(c => c.Value.Match(http, null, c.Key, values, RouteDirection.IncomingRequest));

    /// <summary>Whether the constraints of one parameter let a value through.</summary>
    public bool Allows(TemplatePart parameter, string value) =>
        !Constraints.TryGetValue(parameter.Name!, out var constraint)
        || constraint.Match(null, null, parameter.Name!, new() { [parameter.Name!] = value },
            RouteDirection.IncomingRequest);

    private static RouteValueDictionary Defaults(RouteTemplate template) =>
        new(template.Parameters.Where(p => p.DefaultValue is not null)
            .Select(p => KeyValuePair.Create(p.Name!, p.DefaultValue)));

    private static IDictionary<string, IRouteConstraint> ConstraintsOf(
        RouteTemplate template, IInlineConstraintResolver resolver)
    {
        var builder = new RouteConstraintBuilder(resolver, template.TemplateText!);
        foreach (var parameter in template.Parameters)
        {
            if (parameter.IsOptional)
                builder.SetOptional(parameter.Name!);
            foreach (var constraint in parameter.InlineConstraints)
                builder.AddResolvedConstraint(parameter.Name!, constraint.Constraint);
        }

        return builder.Build();
    }
}
