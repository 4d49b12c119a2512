using System.Net;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Storage;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Planning.RegisterSeed;

namespace Oversight.Functions.Tests.Planning;

/// <summary>
/// Why a plan was adopted or opened again: what stands in the record is what was decided, and nothing else is shown.
/// </summary>
public class PlanReasonTests
{
    private static readonly DateTimeOffset February = new(2027, 2, 1, 9, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task Adopted_reopened_and_adopted_again_both_reasons_stand()
    {
        await using var app = await StartAsync();
        var plan = new PlanDriver(app);
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);

        (await plan.AdoptAsync(owner, 1, "Det första skälet.", seen: 1)).ShouldBe(HttpStatusCode.OK);
        await PlanDriver.ReopenAsync(owner, "Skälet till revideringen.");
        (await plan.AdoptAsync(owner, 1, "Det andra skälet.", seen: 3)).ShouldBe(HttpStatusCode.OK);

        (await PlanDriver.ReasonsAsync(owner))
            .ShouldBe(["Det andra skälet.", "Skälet till revideringen.", "Det första skälet."]);
    }

    [Fact]
    public async Task Of_four_who_adopt_at_once_the_winners_reason_is_shown_and_the_others_are_swept()
    {
        var platform = new ManualClock();
        await using var app = await StartAsync(platform);
        var plan = new PlanDriver(app);
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);
        List<string> shown = [];
        for (var round = 1; round <= 4; round++)
        {
            var seen = (await plan.LoadAsync()).Head.Version;
            var answers = await Task.WhenAll(Enumerable.Range(1, 4).Select(async number =>
            {
                var reason = $"Omgång {round}, skäl {number}.";
                return (reason, status: await plan.AdoptAsync(owner, 1, reason, seen));
            }));

            var winner = answers.Where(answer => answer.status == HttpStatusCode.OK).ShouldHaveSingleItem();
            shown.Insert(0, winner.reason);
            (await PlanDriver.ReasonsAsync(owner)).ShouldBe(shown, $"round {round}");
            await PlanDriver.ReopenAsync(owner, $"Revidering {round}.");
            shown.Insert(0, $"Revidering {round}.");
        }

        platform.Offset = TimeSpan.FromHours(25);
        await app.Services.GetRequiredService<PrivateTextSweep>().RunAsync(TestContext.Current.CancellationToken);
        (await plan.ReadReasonsAsync()).Order().ShouldBe(shown.Order());
        (await PlanDriver.ReasonsAsync(owner)).ShouldBe(shown);
    }

    [Fact]
    public async Task A_plan_is_not_reopened_or_adopted_without_the_version_that_was_read()
    {
        await using var app = await StartAsync();
        var plan = new PlanDriver(app);
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);

        (await plan.AdoptAsync(owner, 1, "Utan version.", seen: null)).ShouldBe(HttpStatusCode.PreconditionRequired);
        var adopt = await owner.GetFormAsync(PlanDriver.Page, "form[action$='/faststall']");
        using var unversioned = await adopt.With("reason", "Utan version.").Tampered("_version", "").SubmitAsync();
        await unversioned.ExpectAsync(HttpStatusCode.PreconditionRequired);
        (await plan.AdoptAsync(owner, 1, "Med version.", seen: 1)).ShouldBe(HttpStatusCode.OK);

        var reopen = await owner.GetFormAsync(PlanDriver.Page, "form[action$='/revidera']");
        using var without = await reopen.With("reason", "Utan version.").Tampered("_version", "").SubmitAsync();
        await without.ExpectAsync(HttpStatusCode.PreconditionRequired);
        using var stale = await reopen.With("reason", "Fel version.").Tampered("_version", "1").SubmitAsync();
        await stale.ExpectAsync(HttpStatusCode.Conflict);

        (await plan.LoadAsync()).Head.Version.ShouldBe(2);
        (await PlanDriver.ReasonsAsync(owner)).ShouldBe(["Med version."]);
        (await plan.ReadReasonsAsync()).ShouldBe(["Med version."]);
    }

    [Fact]
    public async Task An_adoption_from_before_reasons_were_referred_to_still_shows_its_reason()
    {
        await using var app = await StartAsync();
        var plan = new PlanDriver(app);
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);
        var stream = (await plan.LoadAsync()).Head.StreamId;
        await app.Services.GetRequiredService<PrivateTexts>().WriteAsync(
            stream, "adoption-1",
            new PrivateEntry(new Dictionary<string, string> { ["reason"] = "Skrivet i gamla tider." }, "plan-reason",
                "plan"),
            TestContext.Current.CancellationToken);
        var streams = new TableClient(app.StorageConnectionString, "streams");
        var first = (await streams.GetEntityAsync<TableEntity>(stream, "0000000001")).Value;
        await streams.AddEntityAsync(new TableEntity(stream, "0000000002")
        {
            ["Type"] = "plan.adopted.v1",
            ["Payload"] = """{"version":1,"on":"2027-02-01"}""",
            ["Actor"] = "agare",
            ["Role"] = "ProcessOwner",
            ["At"] = first["At"],
            ["Day"] = "2027-02-01",
            ["Settings"] = first["Settings"],
            ["CommandId"] = "old",
        });

        (await PlanDriver.ReasonsAsync(owner)).ShouldBe(["Skrivet i gamla tider."]);
    }

    private static async Task<AppFixture> StartAsync(ManualClock? platform = null)
    {
        var app = await AppFixture.StartAsync(new AppOptions
        {
            Clock = February,
            Services = services => services.AddSingleton(new PlatformClock(platform ?? new ManualClock())),
        });
        var seed = new RegisterSeed(app);
        await seed.UnitAsync("Lugna gården", Social);
        using var developer = await app.SignInAsync("kvalitet", Role.QualityDeveloper);
        await PlanDriver.DraftAsync(developer);
        return app;
    }
}
