using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Dialogues;

/// <summary>Somebody who leads one series of kvalitetsdialoger over the API.</summary>
internal sealed class DialogueDriver(HttpClient client, string id)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public string Id => id;

    public string Page => $"/dialoger/{id}";

    public string Meeting(int number) => $"{Page}/moten/{number}";

    public static async Task<DialogueDriver> OpenAsync(
        HttpClient client, string board = "socialnamnden", string area = "ledsagning-avlosning", string? name = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/dialogues")
        {
            Content = JsonContent.Create(new { board, area, name = name ?? $"Serie {Unique.Word()}" }),
        };
        request.Headers.Add("Idempotency-Key", Unique.Word());
        using var made = await client.SendAsync(request, Cancellation);
        await made.ExpectAsync(HttpStatusCode.Created);
        return new DialogueDriver(client, (await made.ReadJsonAsync())["id"]!.GetValue<string>());
    }

    public Task PlanAsync(string on, string? with = null) =>
        DoAsync("plan-occasion", new { on, from = "09:00", until = "11:00", place = "Stadshuset", with });

    public async Task<JsonNode> ReadAsync()
    {
        using var response = await client.GetAsync($"/api/v1/dialogues/{id}", Cancellation);
        await response.ExpectAsync(HttpStatusCode.OK);
        return await response.ReadJsonAsync();
    }

    public async Task<JsonNode> DoAsync(string operation, object? body = null)
    {
        using var response = await TryAsync($"actions/{operation}", body);
        await response.ExpectAsync(HttpStatusCode.OK);
        return await response.ReadJsonAsync();
    }

    /// <summary>At one of its meetings.</summary>
    public async Task<JsonNode> AtAsync(int meeting, string operation, object? body = null)
    {
        using var response = await TryAtAsync(meeting, operation, body);
        await response.ExpectAsync(HttpStatusCode.OK);
        return await response.ReadJsonAsync();
    }

    /// <param name="version">That was read before; null reads it.</param>
    public Task<HttpResponseMessage> TryAtAsync(
        int meeting, string operation, object? body = null, int? version = null) => TryAsync(
        string.Create(CultureInfo.InvariantCulture, $"occasions/{meeting}/actions/{operation}"), body, version);

    public async Task<int> VersionAsync() => (await ReadAsync())["version"]!.GetValue<int>();

    private async Task<HttpResponseMessage> TryAsync(string what, object? body, int? version = null) =>
        await SendAsync(
            $"/api/v1/dialogues/{id}/{what}", JsonContent.Create(body ?? new { }, options: StoredJson.Options),
            version ?? await VersionAsync());

    private async Task<HttpResponseMessage> SendAsync(string address, HttpContent body, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"v{version}\"");
        return await client.SendAsync(request, Cancellation);
    }
}
