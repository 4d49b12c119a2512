using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Providers;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Providers;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

/// <summary>
/// One running application with a few units, shared by the tests of concerns; each test has users and texts of its own.
/// </summary>
public class ConcernApp : IAsyncLifetime
{
    public const string Social = "socialnamnden";
    public const string Elder = "aldrenamnden";
    private static int _users;

    public AppFixture App { get; private set; } = null!;

    public Id Unit { get; } = Id.Derive("test", "unit-1");

    public Id OtherUnit { get; } = Id.Derive("test", "unit-2");

    public Id ElderUnit { get; } = Id.Derive("test", "unit-3");

    public const string UnitLabel = "Björkens ledsagning – Omsorg i Testby AB";
    public const string ElderLabel = "Lindens hemtjänst – Hemtjänsten Exempel AB";

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected virtual AppOptions Options => new();

    public virtual async ValueTask InitializeAsync()
    {
        App = await AppFixture.StartAsync(Options);
        await RegisterAsync(Unit, "Björkens ledsagning", "Omsorg i Testby AB", Social, "ledsagning-avlosning",
            "ledsagarservice");
        await RegisterAsync(OtherUnit, "Björkens avlösning", "Omsorg i Testby AB", Social, "ledsagning-avlosning",
            "avlosarservice");
        await RegisterAsync(ElderUnit, "Lindens hemtjänst", "Hemtjänsten Exempel AB", Elder, "hemtjanst", "hemtjanst");
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return App.DisposeAsync();
    }

    /// <summary>Somebody nobody has been before.</summary>
    public Task<HttpClient> SomebodyAsync(Role role, params string[] boards) =>
        App.SignInAsync(NewUser(), role, boards);

    public static string NewUser() => $"user-{Interlocked.Increment(ref _users)}";

    /// <summary>A concern as a caller writes it; the text makes it this test's own.</summary>
    public object Concern(string? text = null) => new
    {
        unitId = Unit,
        service = "ledsagarservice",
        text = text ?? $"Ledsagaren kom inte. {Unique.Word()}",
        occurred = "2027-01-12",
        consequence = "ej-verkstalld",
    };

    public async Task<HttpResponseMessage> PostAsync(HttpClient client, object concern, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/concerns")
        { Content = JsonContent.Create(concern, options: StoredJson.Options) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString("N"));
        return await client.SendAsync(request, Cancellation);
    }

    /// <summary>A concern that was taken in; its id.</summary>
    public async Task<string> ReportAsync(HttpClient client, object? concern = null)
    {
        using var response = await PostAsync(client, concern ?? Concern());
        await response.ExpectAsync(HttpStatusCode.Created);
        return (await response.ReadJsonAsync())["id"]!.GetValue<string>();
    }

    /// <summary>
    /// Where the inbox leads to for a concern, on whichever of its pages it stands: the oldest come first.
    /// </summary>
    public static async Task<string> AddressInInboxAsync(HttpClient assessor, string reference)
    {
        for (string? address = "/synpunkter/inkorg"; address is not null;)
        {
            var page = await assessor.GetPageAsync(address);
            if (page.QuerySelectorAll("main a").SingleOrDefault(link => link.TextContent == reference) is { } found)
                return found.GetAttribute("href")!;
            address = page.QuerySelector("main a[rel=next]")?.GetAttribute("href");
        }

        throw new InvalidOperationException($"{reference} is on no page of the inbox.");
    }

    public static object Assessment(
        string outcome = "nextDialogue", string reason = "Tas upp på nästa dialog.", int severity = 3) =>
        new
        {
            outcome,
            kind = "klagomal",
            category = "kommunikationsvagar",
            area = "trygghet-sakerhet",
            severity,
            reason
        };

    public static async Task<HttpResponseMessage> AssessAsync(
        HttpClient client, string id, object assessment, int version = 1)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/concerns/{id}/actions/assess")
        { Content = JsonContent.Create(assessment) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"v{version}\"");
        return await client.SendAsync(request, Cancellation);
    }

    protected async Task RegisterAsync(
        Id id, string name, string provider, string board, string area, string service,
        Ownership ownership = Ownership.Private, AgreementForm form = AgreementForm.Kundval)
    {
        var inForce = await App.Services.GetRequiredService<SettingsProvider>().GetAsync(Cancellation);
        var now = App.Clock.Now;
        var today = new DateOnly(2027, 1, 15);
        var providerId = Id.Derive("test", provider);
        CodeId[] services = [new(service)];
        CodeId[] groups = [new("vuxna")];
        var facts = new AgreementFacts
        {
            ProviderId = providerId,
            ProviderName = provider,
            Ownership = ownership,
            AgreementId = Id.Derive("test", provider + "-agreement"),
            AgreementKey = "A1",
            Form = form,
            Area = new CodeId(area),
            Board = new BoardId(board),
            Services = services,
            ValidFrom = new DateOnly(2020, 1, 1),
            ValidTo = null,
        };
        var command = new UnitCommand.Register(
            name, name, facts, new UnitDetails("Testvägen 1", services, groups, new DateOnly(2020, 1, 1), null),
            new Licence(false, null, null), RegisterRules.On(inForce.Settings, today));
        var context = new CommandContext(Actor.System, now, today);
        var outcome = await App.Services.GetRequiredService<Streams>().CreateAsync(
            UnitStream.Kind, id, command, new Envelope(context, inForce.Hash, Against.Nothing), Cancellation);
        outcome.ShouldBeOfType<Outcome<UnitState>.Done>();
    }
}

[CollectionDefinition(nameof(ConcernApp))]
public sealed class ConcernAppCollection : ICollectionFixture<ConcernApp>;

internal static class ConcernAnswers
{
    public static async Task<JsonNode> ReadJsonAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(ConcernApp.Cancellation))!;

    /// <summary>The codes of a problem document, by field.</summary>
    public static async Task<IReadOnlyList<string>> CodesAsync(this HttpResponseMessage response) =>
    [
        .. (await response.ReadJsonAsync())["errors"]!.AsObject()
            .SelectMany(field =>
                field.Value!.AsArray().Select(error => $"{field.Key}:{error!["code"]!.GetValue<string>()}")),
    ];
}
