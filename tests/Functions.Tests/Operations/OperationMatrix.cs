using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Operations;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Operations;

/// <summary>One subject at which everybody tries every operation that the table knows.</summary>
/// <param name="Page">Its page.</param>
/// <param name="Api">Its address in the API.</param>
/// <param name="Version">Its version, which must still be the same afterwards.</param>
internal sealed record OperationMatrix(AppFixture App, string Subject, string Page, string Api, int Version)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// What is done without a word: it is called against a version that there is not, and may be made where that is a
    /// conflict.
    /// </summary>
    public IReadOnlyCollection<string> Wordless { get; init; } = [];

    private IReadOnlyList<IOperation> Operations => App.Services.GetRequiredService<OperationTable>().Of(Subject);

    /// <summary>What differs from <paramref name="expected"/>, the operations that the person can do now.</summary>
    public async Task<IReadOnlyList<string>> TryAsync(
        HttpClient client, string who, IReadOnlyCollection<string> expected)
    {
        var surprises = new List<string>();
        var page = await ReadPageAsync(client);
        foreach (var operation in Operations)
        {
            var (name, isExpected) = (operation.Name.Name, expected.Contains(operation.Name.Name));
            var address = $"{Page}/gor/{operation.Name.Segment}";
            using var form = await client.GetAsync(address, Cancellation);
            var isOpen = form.StatusCode == HttpStatusCode.OK;
            var isTurnedAway = form.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.SeeOther;
            if (isExpected ? !isOpen : !isTurnedAway)
                surprises.Add($"{who}: {address} gave {(int)form.StatusCode}");
            if (page.Contains($"\"{address}\"", StringComparison.Ordinal) && !isExpected)
                surprises.Add($"{who}: the page leads to {name}");
            // With nothing in it, the call is refused by the rules where it may be made (or says what stands already),
            // and by the gate or the state elsewhere.
            using var call = await CallAsync(client, name);
            var isRefused = call.StatusCode == (Wordless.Contains(name)
                ? HttpStatusCode.Conflict
                : HttpStatusCode.UnprocessableEntity);
            // A body without what it must say is turned away before anything is opened.
            var isUnsaid = operation.Fields.Any(field => field.RequiredInCalls);
            var isRight = (isExpected, form.StatusCode) switch
            {
                _ when isUnsaid && call.StatusCode == HttpStatusCode.BadRequest => true,
                (true, _) => isRefused || call.StatusCode == HttpStatusCode.OK,
                (_, HttpStatusCode.SeeOther) => isRefused,
                _ => call.StatusCode == HttpStatusCode.Forbidden,
            };
            if (!isRight)
                surprises.Add($"{who}: calling {name} gave {(int)call.StatusCode}");
        }

        return surprises;
    }

    /// <summary>Everything that the table knows, as a list of names.</summary>
    public IReadOnlyCollection<string> All => [.. Operations.Select(operation => operation.Name.Name)];

    public async Task<HttpResponseMessage> CallAsync(HttpClient client, string operation, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Api}/actions/{operation}")
        {
            Content = JsonContent.Create(body ?? new { }),
        };
        var version = Wordless.Contains(operation) ? Version + 100 : Version;
        request.Headers.TryAddWithoutValidation("If-Match", $"\"v{version}\"");
        return await client.SendAsync(request, Cancellation);
    }

    private async Task<string> ReadPageAsync(HttpClient client)
    {
        using var page = await client.GetAsync(Page, Cancellation);
        return page.StatusCode == HttpStatusCode.OK ? await page.Content.ReadAsStringAsync(Cancellation) : "";
    }
}
