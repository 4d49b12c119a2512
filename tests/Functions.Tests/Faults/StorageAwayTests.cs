using System.Net;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Messaging;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Messaging;
using Oversight.Functions.Web;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

/// <summary>Storage stops under the running application, and comes back.</summary>
public sealed class StorageAwayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_storage_everybody_is_told_to_try_again_and_nothing_sent_again_is_lost_or_doubled()
    {
        await using var azurite = await StoppableAzurite.StartAsync();
        await using var app = await AppFixture.StartAsync(new AppOptions
        { StorageConnectionString = azurite.ConnectionString });
        using var reporter = await app.SignInAsync("anna", Role.CaseOfficer, ConcernApp.Elder);
        using var assessor = await app.SignInAsync("bo", Role.QualityDeveloper, ConcernApp.Elder);
        var form = (await reporter.GetFormAsync("/synpunkter/ny"))
            .With("unknown", "true").With("unknownProvider", "Okänd firma").With("service", "hemtjanst")
            .With("text", "Skrivet i formuläret.")
            .With("occurred", "2027-01-12").With("occurredPrecision", "day").With("consequence", "ingen");
        var concern = ConcernLedger.Concern("Skickat av ett annat system.", null);
        await azurite.StopAsync();

        foreach (var path in new[] { "/synpunkter/inkorg", "/synpunkter/ny", "/anordnare" })
        {
            using var page = await assessor.GetAsync(path, Cancellation);
            await ShouldBeUnavailablePageAsync(page);
        }

        FormPage kept;
        using (var refused = await form.SubmitAsync())
        {
            await ShouldBeUnavailablePageAsync(refused);
            kept = FormPage.Of(reporter, await refused.ReadPageAsync(), "/synpunkter/ny", "main form");
        }

        using (var refused = await ConcernLedger.SendAsync(reporter, "key", concern, Cancellation))
            await ShouldBeUnavailableProblemAsync(refused);
        using (var health = await app.Anonymous().GetAsync("/api/health", Cancellation))
            (await (await health.ExpectAsync(HttpStatusCode.ServiceUnavailable))
                .ReadJsonAsync())["parts"]!["tables"]!["state"]!.GetValue<string>().ShouldBe("down");

        await azurite.ContinueAsync();
        for (var time = 0; time < 2; time++)
        {
            await (await (time == 0 ? kept : form).SubmitAsync()).ExpectAsync(HttpStatusCode.SeeOther);
            await (await ConcernLedger.SendAsync(reporter, "key", concern, Cancellation))
                .ExpectAsync(HttpStatusCode.Created);
        }

        var lists = await new ConcernLedger(reporter, assessor).ListsAsync();
        lists.ShouldAllBe(list => list.Value.Count == 2 && list.Value.Distinct().Count() == 2);
        var texts = new List<string?>();
        foreach (var id in lists["mine"])
            texts.Add(await new ConcernLedger(reporter, assessor).FindTextAsync(id));
        texts.ShouldBe(["Skrivet i formuläret.", "Skickat av ett annat system."], ignoreOrder: true);
        await app.Anonymous().GetPageAsync("/api/health");
    }

    [Fact]
    public async Task Messages_go_on_where_they_were_when_storage_is_back()
    {
        var job = new TestJob();
        await using var azurite = await StoppableAzurite.StartAsync();
        await using var app = await AppFixture.StartAsync(new AppOptions
        {
            StorageConnectionString = azurite.ConnectionString,
            Services = services => services.AddSingleton<IJobHandler>(job),
        });
        using var administrator = await app.SignInAsync("adm", Role.Administrator);
        var jobs = app.Services.GetRequiredService<Jobs>();
        await jobs.SendAsync(JobOf("tomorrow"), "tomorrow", Cancellation, app.Clock.Now.AddDays(1));
        await azurite.StopAsync();

        await Should.ThrowAsync<DependencyUnavailableException>(
            () => jobs.SendAsync(JobOf("lost"), "lost", Cancellation));
        using (var refused = await administrator.PostFormAsync("/drift/ombyggnad", []))
            await ShouldBeUnavailablePageAsync(refused);
        await azurite.ContinueAsync();
        await jobs.SendAsync(JobOf("now"), "now", Cancellation);
        await SendInboundAsync(app);
        await app.Clock.AdvanceByAsync("P2D");

        job.Done.ShouldBe(["now", "tomorrow"], ignoreOrder: true);
        using var reporter = await app.SignInAsync("carl", Role.CaseOfficer, ConcernApp.Elder);
        (await reporter.GetPageAsync("/synpunkter/mina")).Body!.TextContent.ShouldContain("Okänd anordnare");
        using var health = await app.Anonymous().GetAsync("/api/health", Cancellation);
        (await (await health.ExpectAsync(HttpStatusCode.OK)).ReadJsonAsync())["status"]!.GetValue<string>()
            .ShouldBe("good");
    }

    private static JobMessage JobOf(string text) => JobMessage.For(TestJob.Name, 1, new TestJob.Payload(text));

    private static async Task SendInboundAsync(AppFixture app)
    {
        var body = StoredJson.Write(new
        {
            reporter = new { userId = "carl" },
            concern = ConcernLedger.Concern("Ur kön.", null)
        }, typeof(object));
        await using var sender = app.Services.GetRequiredService<ServiceBusClient>()
            .CreateSender(QueueNames.ConcernsInbound);
        await sender.SendMessageAsync(new ServiceBusMessage(BinaryData.FromString(body)) { MessageId = "inbound-1" },
            Cancellation);
    }

    private static async Task ShouldBeUnavailablePageAsync(HttpResponseMessage response)
    {
        await response.ExpectAsync(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        var page = await response.ReadPageAsync();
        page.DocumentElement.GetAttribute("lang").ShouldBe("sv");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Systemet svarar inte just nu");
        page.QuerySelector("main")!.TextContent.ShouldContain("Försök igen om en stund.");
    }

    private static async Task ShouldBeUnavailableProblemAsync(HttpResponseMessage response)
    {
        await response.ExpectAsync(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["code"]!.GetValue<string>()
            .ShouldBe(WebRefusals.Unavailable);
    }
}
