using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Oversight.Functions.Messaging;
using Oversight.Local.Host;
using Oversight.Local.Host.Worker;
using Oversight.Testkit;

namespace Oversight.Functions.Tests;

/// <summary>What somebody with Core Tools copies to local.settings.json.</summary>
public sealed class SampleSettingsTests
{
    private static readonly string Root = new LocalHostOptions().Root;

    [Fact]
    public async Task The_built_program_shows_the_start_page_with_the_values_of_the_sample_alone_but_for_addresses()
    {
        using var folder = new TemporaryFolder();
        var worker = new BareWorker(HostedApplication.Oversight(Root).Assembly,
            launch => WithAddressesOf(launch.Settings));
        await using var host = await LocalHost.StartAsync(
            new LocalHostOptions
            {
                Port = 0,
                DataFolder = folder.Path,
                Empty = true,
                StorageConnectionString = await SharedAzurite.NewAccountAsync(),
                Worker = worker,
            },
            TestContext.Current.CancellationToken);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        using var signedIn = await client.PostFormAsync(
            "/.auth/login/local",
            [new("user", "adm"), new("name", "Adam"), new("role", RoleValues.Of(Role.Administrator))]);

        var page = await client.GetPageAsync("/");

        page.QuerySelector("h1")!.TextContent.ShouldBe("Att göra");
        page.QuerySelector(".site-user")!.TextContent.ShouldContain("Adam");
    }

    [Fact]
    public void The_sample_speaks_to_Azurite_and_to_the_emulator_of_Service_Bus_where_they_listen_by_themselves()
    {
        var sample = Sample();

        sample["AzureWebJobsStorage"].ShouldBe("UseDevelopmentStorage=true");
        sample["Oversight__Storage__ConnectionString"].ShouldBe("UseDevelopmentStorage=true");
        ServiceBusConnectionStringProperties.Parse(sample[QueueNames.Connection]).Endpoint
            .ShouldBe(new Uri("sb://localhost"));
        sample[QueueNames.Connection].ShouldContain("UseDevelopmentEmulator=true");
    }

    /// <summary>The default ports may be somebody else's, so the test has storage and queues of its own.</summary>
    private static Dictionary<string, string> WithAddressesOf(IReadOnlyDictionary<string, string> given)
    {
        var sample = Sample();
        var queues = ServiceBusConnectionStringProperties.Parse(given[QueueNames.Connection]).Endpoint;
        sample["AzureWebJobsStorage"] = given["AzureWebJobsStorage"];
        sample["Oversight__Storage__ConnectionString"] = given["Oversight:Storage:ConnectionString"];
        sample[QueueNames.Connection] = sample[QueueNames.Connection].Replace("sb://localhost",
            queues.ToString().TrimEnd('/'), StringComparison.Ordinal);
        return sample;
    }

    private static Dictionary<string, string> Sample()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "local.settings.sample.json")));
        return json.RootElement.GetProperty("Values").EnumerateObject()
            .ToDictionary(value => value.Name, value => value.Value.GetString()!);
    }
}
