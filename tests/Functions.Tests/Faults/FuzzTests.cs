using System.Net;
using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Tests.Identity;
using Oversight.Functions.Tests.Web;
using Oversight.Functions.Web;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

/// <summary>
/// Every address, with every method it takes, as every role, with values that nobody should send and now and then some
/// that are right. Nothing fails, nothing that was refused is written, and nothing comes back as markup.
/// </summary>
public sealed class FuzzTests(ContentWorld world) : IClassFixture<ContentWorld>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 3_000)]
    public Task Three_thousand_requests_are_answered(int seed, int requests) => RunAsync(seed, requests);

    [Theory]
    [InlineData(2, 50_000)]
    [Trait("Length", "long")]
    public Task Fifty_thousand_requests_are_answered(int seed, int requests) => RunAsync(seed, requests);

    private async Task RunAsync(int seed, int requests)
    {
        var table = world.App.Services.GetRequiredService<OperationTable>();
        var targets = RouteTable.All
            .Where(route => !route.Template.StartsWith("drift", StringComparison.Ordinal))
            .SelectMany(route => route.Methods.Where(method => method is not "HEAD" and not "OPTIONS")
                .SelectMany(method =>
                    world.PathsOf(route).Select(path => new FuzzTarget(route, method, path, FieldsOf(route, path)))))
            .ToList();
        var clients = new List<HttpClient>();
        foreach (var role in RoleNames.All)
            clients.Add(await world.App.SignInAsync($"fuzz-{role}", role));
        clients.Add(world.App.Anonymous());
        var streams = new TableClient(world.App.StorageConnectionString, "streams");
        var fuzz = new Fuzz(seed, world);
        var (surprises, done, refused) = (new List<string>(), 0, 0);
        for (var number = 0; number < requests && surprises.Count < 10; number++)
        {
            var target = fuzz.Pick(targets);
            using var request = fuzz.Request(target);
            var said = request.Content is null ? "" : await request.Content.ReadAsStringAsync(Cancellation);
            var before = target.Method == "GET" ? 0 : await RowsAsync(streams, target);
            using var response = await fuzz.Pick(clients).SendAsync(request, Cancellation);
            var body = await response.Content.ReadAsStringAsync(Cancellation);
            var what =
                $"{number} (seed {seed}): {request.Method} {request.RequestUri} "
                    + $"[{said[..Math.Min(said.Length, 300)]}]: {(int)response.StatusCode}";
            if ((int)response.StatusCode >= 500)
                surprises.Add($"{what} {body[..Math.Min(body.Length, 300)]}");
            if (response.Content.Headers.ContentType?.MediaType == "text/html"
                && body.Contains(Fuzz.Markup, StringComparison.Ordinal))
                surprises.Add($"{what} reflects");
            if (target.Method != "GET" && (int)response.StatusCode >= 400 && await RowsAsync(streams, target) != before)
                surprises.Add($"{what} has written");
            _ = (int)response.StatusCode < 400 ? done++ : refused++;
        }

        surprises.ShouldBeEmpty();
        // Were one of these small, the requests would be too wild or too tame to find anything.
        done.ShouldBeGreaterThan(requests / 10);
        refused.ShouldBeGreaterThan(requests / 10);
        using var health = await world.App.Anonymous().GetAsync("/api/health", Cancellation);
        await health.ExpectAsync(HttpStatusCode.OK);

        IReadOnlyList<string> FieldsOf(FunctionRoute route, string path) =>
            route.Access is FunctionAccess.NeedsByOperation named
                && table.Find(named.Subject, path[(path.LastIndexOf('/') + 1)..]) is { } operation
                ? [.. operation.Fields.Select(field => field.Name)]
                : Fuzz.CommonFields;
    }

    /// <summary>How many rows the stream has that the address names; nobody else writes meanwhile.</summary>
    private static async Task<int> RowsAsync(TableClient streams, FuzzTarget target)
    {
        if (target.Path.Split('/').FirstOrDefault(part => Id.TryParse(part, out _)) is not { } id)
            return 0;
        var rows = 0;
        foreach (var kind in new[] { "concern", "unit", "provider", "document" })
        {
            await foreach (var _ in streams.QueryAsync<TableEntity>(row => row.PartitionKey == $"{kind}-{id}",
                cancellationToken: Cancellation))
                rows++;
        }

        return rows;
    }
}

/// <summary>What can be asked for, and by which names it takes values.</summary>
internal sealed record FuzzTarget(FunctionRoute Route, string Method, string Path, IReadOnlyList<string> Fields);

/// <summary>Makes requests by chance, the same again for the same seed.</summary>
internal sealed class Fuzz(int seed, ContentWorld world)
{
    public const string Markup = "<img src=x onerror=fuzz>";

    /// <summary>Where no table says what is asked for.</summary>
    public static readonly string[] CommonFields =
    [
        "text", "reason", "unitId", "unknownProvider", "board", "service", "occurred", "occurredPrecision",
        "consequence", "name", "number", "ownership", "agreementId", "key", "validFrom", "year", "format", "version",
        "sok", "status", "page", "sida", "size", "action",
    ];

#pragma warning disable CA5394 // Chance that can be repeated is the point.
    private readonly Random _random = new(seed);

    private readonly string[] _values =
    [
        "", " ", Markup, "\"'><b>" + Markup, new string('å', 9_000), "\0", "a\u202eb", "\ud83d", "9999999999999999999",
        "-1", "0", "1", "3", "2027-13-45", "0001-01-01", "2027-01-12", "2026-11", "true", "false", "null", "{}", "[]",
        "../../x", "%00%0a", "' or 1=1 --", "{{7*7}}", "\r\nX-Evil: 1", "19121212-1212", "556016-0680", "socialnamnden",
        "aldrenamnden", "nextDialogue", "proposeTriggeredReview", "unfounded", "duplicate", "klagomal",
        "kommunikationsvagar", "trygghet-sakerhet", "ledsagarservice", "ej-verkstalld", "day", "unclear", "privat",
        "SOCN 2027-00012", "En vanlig mening.", "Ett skäl som räcker.", "2027", Id.Derive("fuzz", "unknown").Value,
        "open", "withdrawn", "docx", "html",
    ];

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    public HttpRequestMessage Request(FuzzTarget target)
    {
        var parts = target.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var path = parts.Length > 0 && Chance(10)
            ? target.Path.Replace(Pick(parts), Uri.EscapeDataString(Encodable(Value())), StringComparison.Ordinal)
            : target.Path;
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal) || path.Length > 2_000)
            path = target.Path;
        if (target.Method == "GET" && Chance(3))
        {
            var name = Pick(target.Fields.Count > 0 ? target.Fields : CommonFields);
            path += $"?{name}={Uri.EscapeDataString(Encodable(Value(2_000)))}";
        }

        var request = new HttpRequestMessage(new HttpMethod(target.Method), path);
        if (target.Method == "GET")
            return request;
        request.Content = target.Route.IsApi ? Json(target.Fields) : Form(target.Fields);
        if (!Chance(4))
            request.Headers.TryAddWithoutValidation("Idempotency-Key",
                Chance(10) ? "fel nyckel" : $"fuzz-{_random.Next(200)}");
        if (!Chance(4))
            request.Headers.TryAddWithoutValidation("If-Match", Chance(10) ? "\"x\"" : $"\"v{_random.Next(1, 12)}\"");
        return request;
    }

    private bool Chance(int oneOf) => _random.Next(oneOf) == 0;

    private string Value(int longest = int.MaxValue)
    {
        var value = Chance(12) ? world.PathsOf(Pick(RouteTable.All)).First().Split('/').Last() : Pick(_values);
        return value[..Math.Min(value.Length, longest)];
    }

    private static string Encodable(string value) => value.Replace("\ud83d", "?", StringComparison.Ordinal);

    private HttpContent Form(IReadOnlyList<string> fields)
    {
        var values = fields.Where(_ => !Chance(5)).Select(field => KeyValuePair.Create(field, Encodable(Value())))
            .ToList();
        values.Add(new("_key", $"fuzz-{_random.Next(200)}"));
        if (!Chance(5))
            values.Add(new("_version", Chance(8) ? Encodable(Value(20)) : $"{_random.Next(1, 12)}"));
        if (!Chance(6))
            return new FormUrlEncodedContent(values);
        if (Chance(2))
            return new StringContent(Encodable(Value()), Encoding.UTF8,
                Pick(new[] { "text/plain", "application/json", "multipart/form-data", "application/xml" }));
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in values)
            parts.Add(new StringContent(value), name);
        parts.Add(new ByteArrayContent([1, 2, 3]), Pick(new[] { "attachments", "file" }), "a\u202eb.pdf");
        return parts;
    }

    private StringContent Json(IReadOnlyList<string> fields)
    {
        if (Chance(15))
            return new StringContent(Pick(new[] { "", "[", "null", "[]", "\"x\"", "{\"a\":", "{\"\ud83d\":1}" }),
                Encoding.UTF8, "application/json");
        var members = fields.Where(_ => !Chance(5)).Select(field => $"{Quoted(field)}:{Node()}").ToList();
        if (Chance(10))
            members.Add($"{Quoted(Value(50))}:{Node()}");
        if (Chance(10) && fields.Count > 0)
            members.Add($"{Quoted(Pick(fields).ToUpperInvariant())}:{Node()}");
        return new StringContent($"{{{string.Join(',', members)}}}", Encoding.UTF8,
            Chance(20) ? "text/plain" : "application/json");
    }

    private string Node() => _random.Next(12) switch
    {
        0 => "null",
        1 => "true",
        2 => _random.Next(-5, 2030).ToString(System.Globalization.CultureInfo.InvariantCulture),
        3 => $"[{Quoted(Value())}]",
        4 => $"{{\"text\":{Quoted(Value(50))}}}",
        _ => Quoted(Value()),
    };

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(Encodable(text));
#pragma warning restore CA5394
}
