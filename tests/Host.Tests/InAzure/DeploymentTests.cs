using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Oversight.Functions.Messaging;
using Oversight.Local.Host;
using static Oversight.Host.Tests.InAzure.Deployment;

namespace Oversight.Host.Tests.InAzure;

/// <summary>What production would be made of, read from the compiled template.</summary>
public sealed partial class DeploymentTests
{
    private static readonly string Repository = RepositoryRoot.Find();

    [Fact]
    public async Task Everything_that_a_municipality_deploys_is_there()
    {
        var production = await ProductionAsync();
        string[] wanted =
        [
            "Microsoft.Web/sites", "Microsoft.Web/serverfarms", "Microsoft.Storage/storageAccounts",
            "Microsoft.Storage/storageAccounts/managementPolicies", "Microsoft.ServiceBus/namespaces/queues",
            "Microsoft.ManagedIdentity/userAssignedIdentities", "Microsoft.Authorization/roleAssignments",
            "Microsoft.Authorization/locks", "Microsoft.KeyVault/vaults", "Microsoft.Insights/components",
            "Microsoft.OperationalInsights/workspaces", "Microsoft.Insights/webtests",
            "Microsoft.Insights/metricAlerts", "Microsoft.Insights/scheduledQueryRules",
            "Microsoft.Insights/actionGroups", "Microsoft.Consumption/budgets",
        ];
        wanted.ShouldBeSubsetOf(production.Types);
        production.Types.ShouldNotContain("Microsoft.DurableTask/schedulers");
        production.Types.ShouldNotContain("Microsoft.Network/privateEndpoints");
    }

    [Fact]
    public async Task The_app_is_the_isolated_worker_of_the_projects_own_version_of_NET_on_Flex_Consumption()
    {
        var production = await ProductionAsync();
        Text(production.One("Microsoft.Web/serverfarms"), "sku", "name").ShouldBe("FC1");
        var runtime = production.One("Microsoft.Web/sites")["properties"]!["functionAppConfig"]!["runtime"]!;
        Text(runtime, "name").ShouldBe("dotnet-isolated");
        var target = TargetFramework().Match(
            File.ReadAllText(Path.Combine(Repository, "Directory.Build.props"))).Groups[1].Value;
        Text(runtime, "version").ShouldBe(target);
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("test")]
    public async Task Nothing_is_reached_by_a_key_a_password_or_without_TLS(string environment)
    {
        var deployment = await OfAsync(environment);
        foreach (var storage in deployment.All("Microsoft.Storage/storageAccounts"))
        {
            Text(storage, "properties", "allowSharedKeyAccess").ShouldBe("false");
            Text(storage, "properties", "allowBlobPublicAccess").ShouldBe("false");
            Text(storage, "properties", "supportsHttpsTrafficOnly").ShouldBe("true");
            Text(storage, "properties", "minimumTlsVersion").ShouldBe("TLS1_2");
        }

        var bus = deployment.One("Microsoft.ServiceBus/namespaces");
        Text(bus, "properties", "disableLocalAuth").ShouldBe("true");
        Text(bus, "properties", "minimumTlsVersion").ShouldBe("1.2");
        Text(deployment.One("Microsoft.Insights/components"), "properties", "DisableLocalAuth").ShouldBe("true");
        Text(deployment.One("Microsoft.KeyVault/vaults"), "properties", "enableRbacAuthorization").ShouldBe("true");

        var app = deployment.One("Microsoft.Web/sites")["properties"]!;
        Text(app, "httpsOnly").ShouldBe("true");
        Text(app, "siteConfig", "minTlsVersion").ShouldBe("1.2");
        Text(app, "siteConfig", "scmMinTlsVersion").ShouldBe("1.2");
        Text(app, "siteConfig", "ftpsState").ShouldBe("Disabled");
        Text(app, "functionAppConfig", "deployment", "storage", "authentication", "type")
            .ShouldBe("UserAssignedIdentity");
        var passwords = deployment.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies");
        passwords.Count.ShouldBe(2);
        passwords.ShouldAllBe(policy => Text(policy, "properties", "allow") == "false");
        foreach (var key in new[] { "listKeys", "AccountKey", "SharedAccessKey", "clientSecret\":" })
            deployment.Whole.ShouldNotContain(key);
    }

    [Fact]
    public async Task The_app_has_the_least_roles_it_can_work_with()
    {
        var production = await ProductionAsync();
        production.RolesOn(Text(production.RecordStorage, "name")).ShouldBe(
            ["Storage Blob Data Contributor", "Storage Table Data Contributor"], ignoreOrder: true);
        production.RolesOn(Text(production.HostStorage, "name")).ShouldBe(
            ["Storage Blob Data Owner", "Storage Queue Data Contributor", "Storage Table Data Contributor"],
            ignoreOrder: true);
        production.RolesOn("Microsoft.ServiceBus/namespaces").ShouldBe(
            ["Azure Service Bus Data Sender", "Azure Service Bus Data Receiver"], ignoreOrder: true);
        production.RolesOn("Microsoft.KeyVault/vaults").ShouldBe(["Key Vault Secrets User"]);
        production.RolesOn("Microsoft.Insights/components").ShouldBe(["Monitoring Metrics Publisher"]);
        production.All("Microsoft.Authorization/roleAssignments").Count.ShouldBe(9);
    }

    [Fact]
    public async Task The_queues_are_those_of_the_code_with_the_delivery_counts_of_this_machine()
    {
        var production = await ProductionAsync();
        var queues = production.All("Microsoft.ServiceBus/namespaces/queues").ToDictionary(
            queue => Text(queue, "name").Split('/')[1], queue => queue["properties"]!);
        queues.Keys.ShouldBe(QueueNames.All, ignoreOrder: true);
        var local = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository, "local", "servicebus.json")))!;
        foreach (var queue in local["queues"]!.AsArray())
        {
            var inAzure = queues[Text(queue!, "name")];
            Text(inAzure, "maxDeliveryCount").ShouldBe(Text(queue!, "maxDeliveryCount"));
            // QueueNames: a message that waits is sent again under the same MessageId.
            Text(inAzure, "requiresDuplicateDetection").ShouldBe("false");
        }
    }

    [Fact]
    public async Task What_was_deleted_can_be_brought_back_for_some_days_and_is_then_gone()
    {
        var production = await ProductionAsync();
        var blobs = production.All("Microsoft.Storage/storageAccounts/blobServices")
            .Single(one => Text(one, "name") == $"{Text(production.RecordStorage, "name")}/default")["properties"]!;
        Text(blobs, "isVersioningEnabled").ShouldBe("true");
        Text(blobs, "deleteRetentionPolicy", "days").ShouldBe("14");
        Text(blobs, "containerDeleteRetentionPolicy", "days").ShouldBe("14");
        var rule = production.One("Microsoft.Storage/storageAccounts/managementPolicies")
            ["properties"]!["policy"]!["rules"]!.AsArray().ShouldHaveSingleItem()!;
        var actions = rule["definition"]!["actions"]!.AsObject();
        Text(actions, "version", "delete", "daysAfterCreationGreaterThan").ShouldBe("14");
        // What is in use is never taken by age.
        actions.ContainsKey("baseBlob").ShouldBeFalse();
        Text(production.One("Microsoft.Authorization/locks"), "properties", "level").ShouldBe("CanNotDelete");
    }

    [Fact]
    public async Task Closed_everything_that_is_kept_is_reached_over_private_endpoints_alone()
    {
        var closed = await ProductionAsync(("NETWORK_CLOSED", "true"));
        foreach (var kept in closed.All("Microsoft.Storage/storageAccounts")
            .Append(closed.One("Microsoft.KeyVault/vaults")).Append(closed.One("Microsoft.ServiceBus/namespaces")))
            Text(kept, "properties", "publicNetworkAccess").ShouldBe("Disabled", Text(kept, "name"));
        Text(closed.One("Microsoft.ServiceBus/namespaces"), "sku", "name").ShouldBe("Premium");
        closed.All("Microsoft.Network/privateEndpoints")
            .Select(door => Text(door["properties"]!["privateLinkServiceConnections"]![0]!, "name")).ShouldBe(
                ["record-blob", "record-table", "host-blob", "host-queue", "host-table", "messages", "vault"],
                ignoreOrder: true);
        closed.All("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count.ShouldBe(7);
        closed.Whole.ShouldContain("Microsoft.App/environments");
        Text(closed.One("Microsoft.Web/sites"), "properties", "virtualNetworkSubnetId").ShouldNotBeEmpty();

        var withLinks = await ProductionAsync(("NETWORK_CLOSED", "true"), ("FILE_LINKS_FROM", "192.0.2.0/24"));
        var acls = withLinks.RecordStorage["properties"]!["networkAcls"]!;
        Text(acls, "defaultAction").ShouldBe("Deny");
        Text(acls["ipRules"]!.AsArray().ShouldHaveSingleItem()!, "value").ShouldBe("192.0.2.0/24");
        Text(withLinks.HostStorage, "properties", "publicNetworkAccess").ShouldBe("Disabled");
    }

    [GeneratedRegex("<TargetFramework>net([0-9.]+)</TargetFramework>")]
    private static partial Regex TargetFramework();
}
