using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Faults;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Planning.RegisterSeed;

namespace Oversight.Functions.Tests.Planning;

/// <summary>A version says which facts it was made from, and one that was made from older facts does not win.</summary>
public class PlanFactsTests
{
    private static readonly DateTimeOffset February = new(2027, 2, 1, 9, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task A_draft_that_comes_late_is_made_again_from_the_facts_of_today()
    {
        var transport = new HoldingTransport();
        var storage = await SharedAzurite.NewAccountAsync();
        await using var app = await AppFixture.StartAsync(new AppOptions
        {
            Clock = February,
            StorageConnectionString = storage,
            Services = services =>
                services.AddSingleton(new StoreOptions { ConnectionString = storage, Transport = transport }),
        });
        var seed = new RegisterSeed(app);
        await seed.UnitAsync("Enheten", Social);
        using var developer = await app.SignInAsync("kvalitet", Role.QualityDeveloper);

        // The first one has read its facts and is about to append when more becomes known and a second one drafts.
        transport.Hold(request => request.Method == RequestMethod.Post
            && request.Uri.Path.Contains("streams", StringComparison.Ordinal));
        var late = PlanDriver.DraftAsync(developer);
        await transport.Held;
        await seed.ConcernAsync("ny", "Enheten", Social);
        await PlanDriver.DraftAsync(developer);
        transport.LetGo();
        await late;

        var plan = (await new PlanDriver(app).LoadAsync()).State.PlanOrNone!;
        (plan.Content.Facts!.Units, plan.Content.Facts.Concerns).ShouldBe((1, 1));
        plan.Versions.ShouldHaveSingleItem().Facts.ShouldBe(plan.Content.Facts);
    }

    [Fact]
    public async Task Ten_who_draft_at_once_while_more_becomes_known_end_on_the_newest_facts()
    {
        await using var app = await AppFixture.StartAsync(new AppOptions { Clock = February });
        var seed = new RegisterSeed(app);
        await seed.UnitAsync("Enheten", Social);
        using var developer = await app.SignInAsync("kvalitet", Role.QualityDeveloper);

        await Task.WhenAll(Enumerable.Range(1, 10).Select(async number =>
        {
            await seed.ConcernAsync($"synpunkt {number}", "Enheten", Social, reporter: $"r{number}");
            await PlanDriver.DraftAsync(developer);
        }));

        var plan = (await new PlanDriver(app).LoadAsync()).State.PlanOrNone!;
        plan.Content.Facts!.Concerns.ShouldBe(10);
        plan.Versions.Select(version => version.Facts!.Concerns).ShouldBeInOrder();
    }
}
