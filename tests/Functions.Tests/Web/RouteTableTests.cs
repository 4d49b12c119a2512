using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Tests.Web;

public sealed class RouteTableTests
{
    private static readonly OpenApiDocument Document = Application.Services.GetRequiredService<OpenApiDocument>();

    [Fact]
    public void Every_function_says_who_may_call_it() =>
        RouteTable.Functions(typeof(RouteTable).Assembly)
            .Where(method => method.GetCustomAttributes()
                .Count(mark => mark is RequiresAttribute or ByOperationAttribute or OpenAttribute) != 1)
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void An_open_function_says_why() =>
        RouteTable.Functions(typeof(RouteTable).Assembly)
            .Select(method => method.GetCustomAttribute<OpenAttribute>())
            .OfType<OpenAttribute>()
            .ShouldAllBe(open => open.Why.Length > 10);

    [Fact]
    public void No_two_functions_share_a_name() =>
        RouteTable.Functions(typeof(RouteTable).Assembly)
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name.ToUpperInvariant())
            .ShouldBeUnique();

    [Fact]
    public void The_platform_asks_for_no_key_of_its_own() =>
        RouteTable.All.Select(route => route.Method.GetParameters()
            .Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).First(t => t is not null)!)
            .ShouldAllBe(trigger => trigger.AuthLevel == AuthorizationLevel.Anonymous);

    [Fact]
    public void No_route_begins_with_a_word_that_the_platform_keeps() =>
        RouteTable.All.Select(route => route.Template)
            .Where(template => template.StartsWith("admin", StringComparison.OrdinalIgnoreCase)
                || template.StartsWith("runtime", StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty();

    [Fact]
    public void The_fallback_is_tried_last() => RouteTable.All[^1].Function.ShouldBe("ZzzFallback");

    [Fact]
    public void No_route_is_shadowed_by_one_that_is_tried_earlier() =>
        RouteTable.All
            .SelectMany(route =>
                route.Methods.Select(method => (Route: route, Method: method, Path: Samples.PathOf(route))))
            .Select(asked => (asked.Route, asked.Method, asked.Path, First: RouteTable.All.First(other =>
                other.Methods.Contains(asked.Method) && Samples.Matches(other, asked.Path))))
            .Where(asked => asked.First != asked.Route)
            .Select(asked =>
                $"{asked.Method} {asked.Path} of {asked.Route.Function} is taken by {asked.First.Function}")
            .ShouldBeEmpty();

    [Fact]
    public void What_can_be_read_answers_HEAD_too_unless_reading_is_an_act_on_record() =>
        RouteTable.All.Where(route => route.Methods.Contains("GET") && !route.Methods.Contains("HEAD"))
            .Select(route => route.Function)
            .ShouldBe(
                [
                    "Answers_Document", "Answers_HandedInFile", "Answers_SurveyHandedInFile", "DocumentApi_Link",
                    "DocumentPages_Fetch",
                    "ReviewPages_Photo", "ReviewPages_Source", "SanctionPages_Minutes", "SanctionPages_Package",
                    "SignedOut_Leave",
                ],
                ignoreOrder: true);

    [Fact]
    public void Every_API_route_is_described_and_nothing_else_is() =>
        Document.Described.ShouldBe(RouteTable.All.Where(route => route.IsApi).Select(route => route.Function),
            ignoreOrder: true);

    [Fact]
    public void Every_API_route_and_method_is_in_the_OpenAPI_document()
    {
        var paths = JsonNode.Parse(Document.Json)!["paths"]!.AsObject();
        var described = paths.SelectMany(
            path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}"));

        described.ShouldBe(
            RouteTable.All.Where(route => route.IsApi)
                .SelectMany(route => route.Methods.Where(method => method != "HEAD")
                    .SelectMany(method => Paths(route).Select(path => $"{method} {path}"))),
            ignoreOrder: true);
    }

    [Fact]
    public void Every_reference_in_the_OpenAPI_document_leads_somewhere()
    {
        var document = JsonNode.Parse(Document.Json)!;

        References(document).Distinct().Where(reference => Follow(document, reference) is null).ShouldBeEmpty();
    }

    private static IEnumerable<string> Paths(FunctionRoute route) =>
        route.Access is FunctionAccess.NeedsByOperation named
            ? Application.Services.GetRequiredService<OperationTable>().Of(named.Subject)
                .Select(operation => route.Path.Replace("{operation}", operation.Name.Name, StringComparison.Ordinal))
            : [route.Path];

    private static JsonNode? Follow(JsonNode document, string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, step) => node switch
        {
            JsonObject with => with[step],
            JsonArray list =>
                list.ElementAtOrDefault(int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)),
            _ => null,
        });

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject with =>
            with.SelectMany(property => property.Key == "$ref"
                ? [property.Value!.GetValue<string>()]
                : References(property.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
