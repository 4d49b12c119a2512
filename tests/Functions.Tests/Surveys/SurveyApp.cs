using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Oversight.Functions.Tests.Answers;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Surveys;

/// <summary>The application with a round of the avtalsenkät of a board with two units, and a mail server.</summary>
public sealed class SurveyApp : AnswerApp
{
    public const string First = "2027-02-08";
    private HttpClient _runner = null!;

    public HttpClient Runner => _runner;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _runner = await SomebodyAsync(Role.QualityDeveloper, Social);
    }

    /// <summary>A round of three questions that is put together.</summary>
    public async Task<Part> ComposeAsync()
    {
        var id = await CreateAsync(new { board = Social, year = 2027, set = "avtalsenkat", until = First });
        var round = new Part(_runner, $"/api/v1/survey-rounds/{id}");
        await round.DoAsync("adjust", new { until = First, questions = new[] { "kunder", "bemanning", "nabar" } });
        return round;
    }

    public async Task<string> CreateAsync(object round)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/survey-rounds")
        { Content = JsonContent.Create(round) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var answer = await _runner.SendAsync(request, Cancellation);
        await answer.ExpectAsync(HttpStatusCode.Created);
        return (await answer.ReadJsonAsync())["id"]!.GetValue<string>();
    }

    /// <summary>The survey of a unit in a round that has been sent out.</summary>
    public async Task<Part> OfUnitAsync(Part round, Id unit)
    {
        await App.Clock.AdvanceByAsync("PT2M");
        var list = await round.ReadAsync("/surveys");
        var row = list["items"]!.AsArray().Single(item => item!["unitId"]!.GetValue<string>() == unit.Value)!;
        return new Part(_runner, $"/api/v1/surveys/{row["id"]!.GetValue<string>()}");
    }

    /// <summary>The provider fills in the section of its survey, and hands it in.</summary>
    public static async Task AnswerAsync(HttpClient provider, params (string Section, string Field, string Value)[] all)
    {
        foreach (var section in all.GroupBy(reply => reply.Section))
        {
            var form = await provider.GetFormAsync($"/svar/fragor/{section.Key}", "form[method=post]");
            foreach (var (_, field, value) in section)
                form = form.With(field, value);
            using var saved = await form.SubmitAsync();
            await saved.ExpectAsync(HttpStatusCode.SeeOther);
        }

        using var handedIn = await HandInAsync(provider);
        await handedIn.ExpectAsync(HttpStatusCode.SeeOther);
    }
}

/// <summary>Something with an address in the API that operations change.</summary>
public sealed record Part(HttpClient Client, string Address)
{
    public string Id => Address[(Address.LastIndexOf('/') + 1)..];

    public Part As(HttpClient client) => this with { Client = client };

    public async Task<JsonNode> ReadAsync(string under = "")
    {
        using var read = await Client.GetAsync(Address + under, TestContext.Current.CancellationToken);
        return await (await read.ExpectAsync(HttpStatusCode.OK)).ReadJsonAsync();
    }

    public async Task DoAsync(string operation, object body)
    {
        using var answer = await TryAsync(operation, body);
        await answer.ExpectAsync(HttpStatusCode.OK);
    }

    public async Task<string> RefusedAsync(string operation, object body)
    {
        using var answer = await TryAsync(operation, body);
        ((int)answer.StatusCode).ShouldBeInRange(400, 499);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> TryAsync(string operation, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}/actions/{operation}")
        { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation(
            "If-Match", $"\"v{(await ReadAsync())["version"]!.GetValue<int>()}\"");
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
