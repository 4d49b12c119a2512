using System.Net;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Concerns;
using Oversight.Functions.Messaging;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Planning;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

public sealed class BrokenMessageTests
{
    private const string Address = "/drift/meddelanden";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_concern_from_another_system_that_failed_is_taken_in_when_the_cause_is_put_right()
    {
        await using var app = await AppFixture.StartAsync();
        using var administrator = await app.SignInAsync("adm", Role.Administrator);
        using var reporter = await app.SignInAsync("carl", Role.CaseOfficer);
        await SendAsync(app, RegisterSeed.IdOf("Ny enhet"));
        await app.Clock.AdvanceByAsync("PT1S", mayFail: true);

        (await DeadLettersAsync(app)).ShouldBe(("needsAttention", 1));
        var page = (await administrator.GetPageAsync(Address)).QuerySelector("main")!.TextContent;
        page.ShouldContain("Synpunkter från andra system (1)");
        page.ShouldContain(ConcernRefusals.UnknownUnit);
        page.ShouldNotContain("Ledsagaren");
        await new RegisterSeed(app).UnitAsync("Ny enhet", RegisterSeed.Social);
        await (await (await administrator.GetFormAsync(Address)).SubmitAsync()).ExpectAsync(HttpStatusCode.SeeOther);
        await app.Clock.AdvanceByAsync("PT1S");

        (await DeadLettersAsync(app)).ShouldBe(("good", 0));
        var mine = await (await reporter.GetAsync("/api/v1/concerns/mine", Cancellation)).ReadJsonAsync();
        mine["items"]!.AsArray().ShouldHaveSingleItem()!["unitName"]!.GetValue<string>().ShouldBe("Ny enhet");
    }

    private static async Task SendAsync(AppFixture app, Id unit)
    {
        var concern = new
        {
            unitId = unit,
            service = "bostad-vuxna",
            text = "Ledsagaren kom inte.",
            occurred = "2027-01-12",
            consequence = "ingen"
        };
        await using var sender = app.Services.GetRequiredService<ServiceBusClient>()
            .CreateSender(QueueNames.ConcernsInbound);
        await sender.SendMessageAsync(
            new ServiceBusMessage(
                BinaryData.FromString(StoredJson.Write(new { reporter = new { userId = "carl" }, concern },
                    typeof(object))))
            { MessageId = "m1" },
            Cancellation);
    }

    private static async Task<(string State, int Count)> DeadLettersAsync(AppFixture app)
    {
        using var client = app.Anonymous();
        var part = (await (await client.GetAsync("/api/health", Cancellation))
            .ReadJsonAsync())["parts"]!["deadLetters"]!;
        return (part["state"]!.GetValue<string>(), part["count"]!.GetValue<int>());
    }
}
