using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Faults;
using Oversight.Functions.Tests.Storage;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Providers.RegisterDriver;

namespace Oversight.Functions.Tests.Providers;

/// <summary>
/// A number or a code that nobody has can be had, whatever went wrong before; one that somebody has cannot.
/// </summary>
public sealed class ReservedCodesTests(RegisterApp world) : IClassFixture<RegisterApp>
{
    private static int _codes;

    private RegisterDriver Register => world.Register;

    [Fact]
    public async Task A_take_over_against_an_old_version_leaves_the_code_free_with_the_other_provider()
    {
        var (from, to, code) = (await ProviderAsync(Register), await ProviderAsync(Register), NextCode());
        var unit = await UnitAsync(Register, from, code, HttpStatusCode.Created);
        using var stale = await TakeOverAsync(Register, unit, to, version: 7);
        await stale.ExpectAsync(HttpStatusCode.Conflict);

        await UnitAsync(Register, to, code, HttpStatusCode.Created);
        await UnitAsync(Register, from, code, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_take_over_gives_the_code_back_to_the_provider_it_left_and_takes_the_new_ones()
    {
        var (from, to, code) = (await ProviderAsync(Register), await ProviderAsync(Register), NextCode());
        var unit = await UnitAsync(Register, from, code, HttpStatusCode.Created);
        using var moved = await TakeOverAsync(Register, unit, to, version: 1);
        await moved.ExpectAsync(HttpStatusCode.OK);

        await UnitAsync(Register, to, code, HttpStatusCode.UnprocessableEntity);
        await UnitAsync(Register, from, code, HttpStatusCode.Created);
        using var back = await TakeOverAsync(Register, unit, from, version: 2);
        (await CodeAsync(back)).ShouldBe("unit.key-taken");
    }

    [Fact]
    public async Task Of_two_take_overs_at_once_the_one_that_came_too_late_frees_its_code_and_the_other_keeps_its_own()
    {
        var (from, one, two, code) = (await ProviderAsync(Register), await ProviderAsync(Register),
            await ProviderAsync(Register), NextCode());
        var unit = await UnitAsync(Register, from, code, HttpStatusCode.Created);
        var answers = await Task.WhenAll(TakeOverAsync(Register, unit, one, version: 1),
            TakeOverAsync(Register, unit, two, version: 1));
        answers.Select(answer => answer.StatusCode)
            .ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict], ignoreOrder: true);
        var (winner, loser) = answers[0].StatusCode == HttpStatusCode.OK ? (one, two) : (two, one);

        await UnitAsync(Register, loser, code, HttpStatusCode.Created);
        await UnitAsync(Register, winner, code, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Of_eight_at_once_with_one_number_one_gets_it()
    {
        var number = NextNumber();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Register.PostAsync("/api/v1/providers", new { name = $"Omsorg {i} AB", number, ownership = "privat" })));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
            (await CodeAsync(refused)).ShouldBe("provider.number-taken");
    }

    [Fact]
    public async Task A_registration_that_is_refused_leaves_its_number_free()
    {
        // The same key with another number each: one is registered and the others are refused, however far they had
        // come.
        for (var round = 0; round < 3; round++)
        {
            var (key, numbers) = ($"nyckel-{Guid.NewGuid():N}",
                Enumerable.Range(0, 6).Select(_ => NextNumber()).ToList());
            var answers = await Task.WhenAll(numbers.Select(number =>
                Register.PostAsync("/api/v1/providers", new { name = "Omsorg AB", number, ownership = "privat" },
                    key: key)));
            answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
            foreach (var (number, answer) in numbers.Zip(answers))
            {
                using var again = await Register.PostAsync("/api/v1/providers", new
                {
                    name = "Annan omsorg AB",
                    number,
                    ownership = "privat"
                });
                await again.ExpectAsync(answer.StatusCode == HttpStatusCode.Created
                    ? HttpStatusCode.UnprocessableEntity
                    : HttpStatusCode.Created);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_take_over_cut_off_anywhere_leaves_one_code_taken_and_after_ten_minutes_the_other_free(
        bool lastIsCarriedOut)
    {
        using var transport = new DyingTransport();
        var (clock, storage) = (new ManualClock(), await SharedAzurite.NewAccountAsync());
        await using var app = await AppFixture.StartAsync(new AppOptions
        {
            StorageConnectionString = storage,
            Services = services => services
                .AddSingleton(new StoreOptions { ConnectionString = storage, Transport = transport })
                .AddSingleton(new PlatformClock(clock)),
        });
        using var administrator = await app.SignInAsync("registret", Role.Administrator);
        var register = new RegisterDriver(administrator);
        var (from, to) = (await ProviderAsync(register), await ProviderAsync(register));
        var (reachedEnd, stayed, moved) = (false, 0, 0);
        for (var calls = 0; !reachedEnd; calls++)
        {
            var code = NextCode();
            var unit = await UnitAsync(register, from, code, HttpStatusCode.Created);
            transport.DieAfter(calls, lastIsCarriedOut);
            using var cut = await TakeOverAsync(register, unit, to, version: 1);
            reachedEnd = !transport.IsDead;
            transport.Revive();
            (await app.Services.GetRequiredService<PendingWorker>()
                .WorkOffAndClearAsync(TestContext.Current.CancellationToken)).Failed.ShouldBe(0);
            clock.Offset += TimeSpan.FromMinutes(11);

            using var read = await administrator.GetAsync($"/api/v1/units/{Text(unit, "unitId")}",
                TestContext.Current.CancellationToken);
            var hasMoved = Text(await JsonAsync(read, HttpStatusCode.OK), "providerId") == Text(to, "providerId");
            (moved, stayed) = hasMoved ? (moved + 1, stayed) : (moved, stayed + 1);
            await UnitAsync(register, hasMoved ? to : from, code, HttpStatusCode.UnprocessableEntity);
            await UnitAsync(register, hasMoved ? from : to, code, HttpStatusCode.Created);
        }

        stayed.ShouldBeGreaterThan(2, "cut off before the append");
        moved.ShouldBeGreaterThan(2, "cut off after the append");
    }

    private static string NextCode() => $"K{Interlocked.Increment(ref _codes)}";

    private static async Task<JsonElement> ProviderAsync(RegisterDriver register) =>
        await register.AgreementAsync(await register.ProviderAsync());

    private static async Task<JsonElement> UnitAsync(
        RegisterDriver register, JsonElement provider, string code, HttpStatusCode expected)
    {
        var unit = new
        {
            agreementId = AgreementId(provider),
            key = code,
            name = "Enheten",
            services = new[] { "hemtjanst" },
            validFrom = "2024-01-01",
        };
        return await JsonAsync(
            await register.PostAsync($"/api/v1/providers/{Text(provider, "providerId")}/units", unit), expected);
    }

    private static Task<HttpResponseMessage> TakeOverAsync(
        RegisterDriver register, JsonElement unit, JsonElement to, int version) => register.PostAsync(
            $"/api/v1/units/{Text(unit, "unitId")}/actions/take-over",
            new { from = "2027-01-01", providerId = Text(to, "providerId"), agreementId = AgreementId(to) }, version);
}
