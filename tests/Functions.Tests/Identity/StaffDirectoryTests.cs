using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Identity;

/// <summary>Who of the staff is known: noted once a day behind the gate, and forgotten.</summary>
public sealed class StaffDirectoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_is_noted_once_a_day_with_what_the_sign_in_told_and_an_ordinary_request_asks_nothing()
    {
        using var calls = new StorageCalls();
        await using var app = await StartAsync(calls);
        var directory = app.Services.GetRequiredService<StaffDirectory>();
        using var anna = await app.SignInAsync("anna", Role.QualityDeveloper, "socialnamnden");

        await ReadAsync(anna);
        Asked(calls).ShouldNotBeEmpty();
        for (var i = 0; i < 3; i++)
            await ReadAsync(anna);
        Asked(calls).ShouldBeEmpty();

        var known = (await directory.FindAsync("anna", Cancellation))!;
        known.Roles.ShouldBe([Role.QualityDeveloper]);
        known.Boards.ShouldBe([new BoardId("socialnamnden")]);
        known.SeenOn.ShouldBe(Today(app));
        (await directory.NameAsync("anna", Cancellation)).ShouldBe("Test anna");

        await app.Clock.AdvanceByAsync("P1D");
        calls.Take();
        using var changed = await app.SignInAsync("anna", Role.UnitManager, "aldrenamnden");
        await ReadAsync(changed);
        Asked(calls).ShouldNotBeEmpty();
        (await directory.FindAsync("anna", Cancellation))!.ShouldSatisfyAllConditions(
            now => now.Roles.ShouldBe([Role.UnitManager]), now => now.SeenOn.ShouldBe(Today(app)));
    }

    [Fact]
    public async Task Nobody_is_noted_who_is_turned_away_or_has_not_signed_in()
    {
        await using var app = await AppFixture.StartAsync();
        var directory = app.Services.GetRequiredService<StaffDirectory>();
        using var nobody = app.Anonymous();
        using (var asked = await nobody.GetAsync("/", Cancellation))
            asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var officer = await app.SignInAsync("olle", Role.CaseOfficer);
        using (var refused = await officer.GetAsync("/drift", Cancellation))
            await refused.ExpectAsync(HttpStatusCode.Forbidden);

        (await directory.AllAsync(Today(app), Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_for_ninety_days_is_forgotten_with_the_name()
    {
        await using var app = await AppFixture.StartAsync();
        var directory = app.Services.GetRequiredService<StaffDirectory>();
        using var anna = await app.SignInAsync("anna", Role.QualityDeveloper);
        using var bo = await app.SignInAsync("bo", Role.QualityDeveloper);
        await ReadAsync(anna);
        await app.Clock.AdvanceByAsync("P1D");
        await ReadAsync(bo);
        await app.Clock.AdvanceByAsync("P90D");

        (await directory.FindAsync("anna", Cancellation)).ShouldBeNull();
        (await directory.NameAsync("anna", Cancellation)).ShouldBeNull();
        (await directory.NameAsync("bo", Cancellation)).ShouldBe("Test bo");
        await ReadAsync(anna);
        (await directory.NameAsync("anna", Cancellation)).ShouldBe("Test anna", "She is back.");
    }

    [Fact]
    public async Task Whoever_is_called_otherwise_today_is_known_by_the_new_name_alone()
    {
        await using var app = await AppFixture.StartAsync();
        var directory = app.Services.GetRequiredService<StaffDirectory>();
        var today = Today(app);
        var user = new SignedInUser("eva", "Eva Ek", new HashSet<Role> { Role.CaseOfficer }, new HashSet<BoardId>());

        await directory.NoteAsync(user, today, Cancellation);
        await directory.NoteAsync(user with { Name = "Eva Alm" }, today.AddDays(1), Cancellation);

        (await directory.NameAsync("eva", Cancellation)).ShouldBe("Eva Alm");
        (await directory.AllAsync(today, Cancellation)).ShouldHaveSingleItem().UserId.ShouldBe("eva");
    }

    [Fact]
    public async Task A_page_is_shown_though_the_note_cannot_be_written_and_the_next_request_writes_it()
    {
        using var line = new LineWithout("staff");
        await using var app = await StartAsync(line);
        var directory = app.Services.GetRequiredService<StaffDirectory>();
        using var anna = await app.SignInAsync("anna", Role.QualityDeveloper);
        line.IsBroken = true;
        await ReadAsync(anna);

        line.IsBroken = false;
        (await directory.FindAsync("anna", Cancellation)).ShouldBeNull();
        await ReadAsync(anna);
        (await directory.FindAsync("anna", Cancellation)).ShouldNotBeNull();
    }

    private static DateOnly Today(AppFixture app) => DateOnly.FromDateTime(app.Clock.Now.UtcDateTime);

    private static IReadOnlyList<string> Asked(StorageCalls calls) =>
        [.. calls.Take().Select(call => call.Name).Where(name => name.EndsWith("staff", StringComparison.Ordinal))];

    private static async Task ReadAsync(HttpClient client)
    {
        using var page = await client.GetAsync("/", Cancellation);
        await page.ExpectAsync(HttpStatusCode.OK);
    }

    private static async Task<AppFixture> StartAsync(Azure.Core.Pipeline.HttpPipelineTransport line)
    {
        var storage = await SharedAzurite.NewAccountAsync();
        return await AppFixture.StartAsync(new AppOptions
        {
            StorageConnectionString = storage,
            Services = services =>
                services.AddSingleton(new StoreOptions { ConnectionString = storage, Transport = line }),
        });
    }
}
