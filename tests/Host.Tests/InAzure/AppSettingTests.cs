using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Local.Host;
using static Oversight.Host.Tests.InAzure.Deployment;

namespace Oversight.Host.Tests.InAzure;

/// <summary>What the application asks for is what the template gives it.</summary>
public sealed partial class AppSettingTests
{
    private static readonly string Repository = RepositoryRoot.Find();

    private static readonly (string Name, string Value)[] WithMail =
        [("MAIL_HOST", "smtp.example.se"), ("MAIL_FROM", "svar@example.se"), ("MAIL_USER", "oversight")];

    // Not given in Azure, each for its reason: keys (never there), one account for one system, the platform's own
    // sign-in, a retry that only tests shorten.
    private static readonly string[] NotInAzure =
        ["Oversight:Storage:ConnectionString", "Oversight:Storage:Prefix", "Oversight:LoginPath",
            "Oversight:Waiting:FirstRetry"];

    [Fact]
    public async Task Every_setting_that_the_code_reads_is_given_or_has_a_reason_not_to_be()
    {
        var given = (await SettingsAsync(WithMail)).Select(one => one.Key.Replace("__", ":")).ToList();
        var read = SettingsOfTheCode().Where(name => !NotInAzure.Contains(name)).ToList();
        read.ShouldContain("Oversight:Storage:TableEndpoint");
        read.ShouldContain("Oversight:Mail:Password");
        read.ShouldBeSubsetOf(given);
        given.Where(name => name.StartsWith("Oversight:", StringComparison.Ordinal)).ShouldBeSubsetOf(read);
    }

    [Fact]
    public async Task The_application_can_be_put_together_from_the_settings_alone()
    {
        var settings = (await SettingsAsync(WithMail)).ToDictionary(
            one => one.Key.Replace("__", ":"),
            one => one.Value.StartsWith('[') ? Known.GetValueOrDefault(one.Key, "") : one.Value);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)))
            .AddInMemoryCollection([new("contentRoot", Repository)]).Build();

        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddOversight(configuration).BuildServiceProvider();
        services.GetRequiredService<StoreConnection>().ShouldNotBeNull();
        services.GetRequiredService<ServiceBusClient>().FullyQualifiedNamespace.ShouldBe("sb.servicebus.windows.net");
    }

    [Fact]
    public async Task No_setting_holds_a_secret()
    {
        foreach (var (name, value) in await SettingsAsync(WithMail))
        {
            if (name.EndsWith("Password", StringComparison.Ordinal))
                value.ShouldContain("@Microsoft.KeyVault(");
            value.ShouldNotContain("Key=");
            name.ShouldNotBe("AzureWebJobsStorage");
            // Given by the platform when its sign-in is on. Given here it would be trusted also when that is off.
            name.ShouldNotBe("WEBSITE_AUTH_ENABLED");
        }
    }

    [Fact]
    public async Task Staff_sign_in_with_Entra_and_providers_are_let_through_to_the_gate()
    {
        var authentication = (await ProductionAsync()).Config("authsettingsV2")["properties"]!;
        Text(authentication, "platform", "enabled").ShouldBe("true");
        Text(authentication, "globalValidation", "requireAuthentication").ShouldBe("false");
        Text(authentication, "globalValidation", "unauthenticatedClientAction").ShouldBe("AllowAnonymous");
        Text(authentication, "login", "tokenStore", "enabled").ShouldBe("false");
        var entra = authentication["identityProviders"]!["azureActiveDirectory"]!;
        Text(entra, "enabled").ShouldBe("true");
        Text(entra, "registration", "clientId").ShouldBe(EntraClient);
        // No secret: the app's identity stands for it.
        var proof = Text(entra, "registration", "clientSecretSettingName");
        (await SettingsAsync()).Keys.ShouldContain(proof);
    }

    [Fact]
    public void The_app_roles_of_Entra_are_those_of_the_code()
    {
        var roles = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository, "infra", "entra", "app-roles.json")))!
            .AsArray().Select(role => role!).ToList();
        roles.Select(role => Text(role, "value")).ShouldBe(RoleNames.All.Select(RoleNames.Claim), ignoreOrder: true);
        roles.Select(role => Text(role, "displayName"))
            .ShouldBe(RoleNames.All.Select(RoleNames.Title), ignoreOrder: true);
        roles.Select(role => Guid.Parse(Text(role, "id"))).ShouldBeUnique();
    }

    [Fact]
    public async Task The_durable_engine_is_the_host_storage_unless_a_setting_says_the_scheduler()
    {
        (await SettingsAsync()).Keys.ShouldNotContain(name => name.Contains("durableTask"));

        var scheduled = await ProductionAsync(("DURABLE_ENGINE", "DurableTaskScheduler"));
        scheduled.Types.ShouldContain("Microsoft.DurableTask/schedulers/taskHubs");
        scheduled.RolesOn("Microsoft.DurableTask/schedulers").ShouldBe(["Durable Task Data Contributor"]);
        var settings = await SettingsAsync(("DURABLE_ENGINE", "DurableTaskScheduler"));
        settings["AzureFunctionsJobHost__extensions__durableTask__storageProvider__type"].ShouldBe("azureManaged");
        var host = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository, "host.json")))!;
        Text(scheduled.One("Microsoft.DurableTask/schedulers/taskHubs"), "name").Split('/')[1]
            .ShouldBe(Text(host, "extensions", "durableTask", "hubName"));
    }

    private static readonly Dictionary<string, string> Known = new()
    {
        ["ServiceBus__fullyQualifiedNamespace"] = "sb.servicebus.windows.net",
        ["Oversight__Storage__TableEndpoint"] = "https://rec.table.core.windows.net/",
        ["Oversight__Storage__BlobEndpoint"] = "https://rec.blob.core.windows.net/",
    };

    private static async Task<Dictionary<string, string>> SettingsAsync(params (string, string)[] variables) =>
        (await ProductionAsync(variables)).Config("appsettings")["properties"]!.AsObject()
            .ToDictionary(one => one.Key, one => one.Value!.ToString());

    /// <summary>Names of settings in the code: those read whole, and the values of a section.</summary>
    private static List<string> SettingsOfTheCode()
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(
            Path.Combine(Repository, "src", "Functions"), "*.cs", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            if (SectionRead().Match(text) is { Success: true } section)
                found.AddRange(ValueRead().Matches(text)
                    .Select(value => $"{section.Groups[1].Value}:{value.Groups[1].Value}"));
            found.AddRange(SettingRead().Matches(text).Select(setting => setting.Groups[1].Value));
        }

        return [.. found.Distinct()];
    }

    [GeneratedRegex("""GetSection\("(Oversight:\w+)"\)""")]
    private static partial Regex SectionRead();

    [GeneratedRegex("""(?:section|_mail)(?:\[|\.GetValue\()"(\w+)"[\],]""")]
    private static partial Regex ValueRead();

    [GeneratedRegex("""(?:configuration\[|FirstRetrySetting = )"(Oversight:[\w:]+)"[\];]""")]
    private static partial Regex SettingRead();
}
