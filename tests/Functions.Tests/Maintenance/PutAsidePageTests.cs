using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Planning;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Planning;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Planning.RegisterSeed;

namespace Oversight.Functions.Tests.Maintenance;

public sealed class PutAsidePageTests
{
    private const string Address = "/drift/efterarbete";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_put_aside_is_told_in_health_and_on_the_page_and_is_done_when_it_is_run_again()
    {
        await using var app = await AppFixture.StartAsync(new AppOptions
        {
            Clock = new DateTimeOffset(2027, 2, 1, 9, 0, 0, TimeSpan.FromHours(1)),
        });
        using var administrator = await app.SignInAsync("admin", Role.Administrator);
        using var developer = await app.SignInAsync("kvalitet", Role.QualityDeveloper);
        await new RegisterSeed(app).UnitAsync("Enheten", Social);
        var plans = new PlanDriver(app);
        var table = app.Services.GetRequiredService<EffectTable>();
        await PlanDriver.DraftAsync(developer);
        var plan = await plans.LoadAsync();
        var row = await table.FindAsync(plan.Head.StreamId, Cancellation);
        await table.PutAsideAsync(
            new PutAside(plan.Head.StreamId, PlanDocuments.EffectName, 1, app.Clock.Now, nameof(InvalidDataException)),
            Cancellation);
        await table.ChangeAsync(row, PlanDocuments.EffectName, _ => new EffectRecord(IsAside: true, Failures: 1),
            Cancellation);

        (await HealthAsync(app)).ShouldBe(("needsAttention", 1));
        (await administrator.GetPageAsync("/")).QuerySelector("main")!.TextContent
            .ShouldContain("Gå igenom efterarbete som har misslyckats");
        var page = await administrator.GetPageAsync(Address);
        page.QuerySelector("main")!.TextContent.ShouldContain("Årsplanens dokument");
        page.QuerySelector("main")!.TextContent.ShouldContain(nameof(InvalidDataException));

        var form = await administrator.GetFormAsync(Address);
        using var ran = await form.SubmitAsync();
        using var again = await form.SubmitAsync();
        await app.Clock.AdvanceByAsync("PT1S");

        (await administrator.GetPageAsync(ran.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent
            .ShouldContain("Arbetet körs om");
        (await administrator.GetPageAsync(again.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent
            .ShouldContain("redan körts om");
        (await HealthAsync(app)).ShouldBe(("good", 0));
        (await table.FindAsync(plan.Head.StreamId, Cancellation)).Of(PlanDocuments.EffectName)
            .ShouldBe(new EffectRecord(Reached: plan.Head.Version));
        (await administrator.GetPageAsync(Address)).QuerySelector("main")!.TextContent
            .ShouldContain("Inget efterarbete har lagts åt sidan.");
    }

    [Fact]
    public async Task Every_effect_that_a_stream_declares_has_one_handler_with_a_title_and_no_handler_is_idle()
    {
        await using var app = await AppFixture.StartAsync();
        var declared = app.Services.GetServices<IStreamKind>().SelectMany(kind => kind.Effects)
            .Select(effect => effect.Name).ToList();
        var handlers = app.Services.GetServices<IEffectHandler>().ToList();

        declared.ShouldNotBeEmpty();
        declared.ShouldBeUnique();
        handlers.Select(handler => handler.Effect).ShouldBe(declared, ignoreOrder: true);
        handlers.ShouldAllBe(handler => handler.Title.Length > 10);
    }

    private static async Task<(string Status, int Count)> HealthAsync(AppFixture app)
    {
        using var response = await app.Anonymous().GetAsync("/api/health", Cancellation);
        await response.ExpectAsync(HttpStatusCode.OK);
        var part = (await response.ReadJsonAsync())["parts"]!["effectsPutAside"]!;
        return (part["state"]!.GetValue<string>(), part["count"]!.GetValue<int>());
    }
}
