using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Planning;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Planning;
using Oversight.Functions.Tests.Providers;
using Oversight.Planning;
using Oversight.Providers;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Planning.RegisterSeed;
using static Oversight.Functions.Tests.Providers.RegisterDriver;

namespace Oversight.Functions.Tests.Faults;

/// <summary>How a request is cut off at one of its storage calls.</summary>
public enum Cut
{
    DiesBefore,
    DiesAfter,
    StorageFails,
    ClientHangsUp,
}

/// <summary>
/// What follows an append follows, wherever the request is cut off: what was promised is there exactly once, and of
/// what was refused nothing is seen.
/// </summary>
public sealed class EffectCutOffTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Cut.DiesBefore, 1)]
    [InlineData(Cut.DiesAfter, 3)]
    [InlineData(Cut.StorageFails, 3)]
    [InlineData(Cut.ClientHangsUp, 3)]
    public async Task An_adopted_plan_has_its_documents(Cut cut, int step)
    {
        using var transport = new DyingTransport();
        await using var app = await transport.StartAppAsync();
        await app.Clock.AdvanceByAsync("P20D");
        await new RegisterSeed(app).UnitAsync("Enheten", Social);
        using var developer = await app.SignInAsync("kvalitet", Role.QualityDeveloper);
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);
        var plans = new PlanDriver(app);
        await PlanDriver.DraftAsync(developer);
        // The day's note of who has signed in is not what is cut off.
        await owner.GetPageAsync("/");
        var (adopted, standing) = (0, 0);
        await EachCallAsync(step, async calls =>
        {
            var before = await plans.LoadAsync();
            var version = before.State.PlanOrNone!.Latest.Number;
            var (key, reason) = ($"adopt-{calls}", $"Beslut {calls}.");
            HttpStatusCode? answer = null;
            var wasCut = await CutAsync(transport, cut, calls, owner, async () =>
                answer = await plans.AdoptAsync(owner, version, reason, before.Head.Version, key));
            await WorkOffAsync(app);

            var stands = (await plans.LoadAsync()).State is PlanState.Adopted;
            if (answer == HttpStatusCode.OK)
                stands.ShouldBeTrue($"promised, {cut} at call {calls}");
            (adopted, standing) = (adopted + (stands ? 1 : 0), standing + (stands ? 0 : 1));
            if (stands)
                await ShouldHaveDocumentsAsync(app, await plans.LoadAsync());
            (await PlanDriver.ReasonsAsync(owner)).Contains(reason).ShouldBe(stands);

            (await plans.AdoptAsync(owner, version, reason, before.Head.Version, key)).ShouldBe(HttpStatusCode.OK);
            await ShouldHaveDocumentsAsync(app, await plans.LoadAsync());
            (await PlanDriver.ReasonsAsync(owner)).Count(told => told == reason).ShouldBe(1);
            await PlanDriver.ReopenAsync(owner, $"Öppnas {calls}.");
            // A document that two made at once has left the loser's mark, for its files.
            await WorkOffAsync(app);
            (await app.Services.GetRequiredService<PendingMarks>().CountAsync(Cancellation))
                .ShouldBe(0, $"{cut} at call {calls}");
            return wasCut;
        });
        adopted.ShouldBeGreaterThan(2);
        standing.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(Cut.DiesBefore, 1)]
    [InlineData(Cut.StorageFails, 3)]
    [InlineData(Cut.ClientHangsUp, 3)]
    public async Task The_units_of_a_renamed_provider_have_its_name(Cut cut, int step)
    {
        using var transport = new DyingTransport();
        await using var app = await transport.StartAppAsync();
        using var administrator = await app.SignInAsync("registret", Role.Administrator);
        var register = new RegisterDriver(administrator);
        var provider = await register.AgreementAsync(await register.ProviderAsync());
        var id = Text(provider, "providerId");
        List<Id> units = [];
        foreach (var name in new[] { "Norr", "Söder" })
            units.Add(Id.FromValue(Text(await register.UnitAsync(provider, name), "unitId")));
        var version = provider.GetProperty("version").GetInt32();
        await EachCallAsync(step, async calls =>
        {
            var (name, key) = ($"Omsorg {calls} AB", $"byt-{calls}");
            var wasCut = await CutAsync(
                transport, cut, calls, administrator,
                async () => (await RenameAsync(register, id, name, version, key)).Dispose());
            await WorkOffAsync(app);
            var named = await NameAsync(app, id);
            (await UnitsSayAsync(app, units)).ShouldBe([named, named]);

            using var repeat = await RenameAsync(register, id, name, version, key);
            version = (await JsonAsync(repeat, HttpStatusCode.OK)).GetProperty("version").GetInt32();
            (await UnitsSayAsync(app, units)).ShouldBe([name, name]);
            return wasCut;
        });
    }

    [Theory]
    [InlineData(Cut.DiesBefore, 2)]
    [InlineData(Cut.DiesAfter, 2)]
    [InlineData(Cut.ClientHangsUp, 3)]
    public async Task A_unit_that_was_taken_over_has_given_its_code_back(Cut cut, int step)
    {
        using var transport = new DyingTransport();
        await using var app = await transport.StartAppAsync();
        using var administrator = await app.SignInAsync("registret", Role.Administrator);
        var register = new RegisterDriver(administrator);
        var from = await register.AgreementAsync(await register.ProviderAsync());
        var to = await register.AgreementAsync(await register.ProviderAsync());
        await EachCallAsync(step, async calls =>
        {
            var code = $"kod-{calls}";
            var unit = await JsonAsync(await RegisterAsync(register, from, code), HttpStatusCode.Created);
            var wasCut = await CutAsync(
                transport, cut, calls, administrator, async () => (await TakeOverAsync(register, unit, to)).Dispose());
            await WorkOffAsync(app);
            using var read = await administrator.GetAsync($"/api/v1/units/{Text(unit, "unitId")}", Cancellation);
            if (Text(await JsonAsync(read, HttpStatusCode.OK), "providerId") == Text(to, "providerId"))
                (await RegisterAsync(register, from, code)).StatusCode
                    .ShouldBe(HttpStatusCode.Created, $"{cut} at call {calls}");
            else
                (await RegisterAsync(register, from, code)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            return wasCut;
        });
    }

    /// <summary>
    /// Rounds that are cut off at a later call each, until the request ends before the call has come.
    /// </summary>
    private static async Task EachCallAsync(int step, Func<int, Task<bool>> round)
    {
        for (var calls = 0; await round(calls); calls += step)
        {
        }
    }

    /// <returns>Whether the request made so many calls.</returns>
    private static async Task<bool> CutAsync(
        DyingTransport transport, Cut cut, int calls, HttpClient client, Func<Task> act)
    {
        switch (cut)
        {
            case Cut.StorageFails:
                transport.FailOnceAfter(calls);
                break;
            case Cut.ClientHangsUp:
                transport.ActAfter(calls, client.CancelPendingRequests);
                break;
            default:
                transport.DieAfter(calls, lastIsCarriedOut: cut == Cut.DiesAfter);
                break;
        }

        try
        {
            await act();
        }
        catch (OperationCanceledException) when (cut == Cut.ClientHangsUp)
        {
            // Nobody hears the answer, and the request goes on.
            await transport.UntilQuietAsync();
        }

        var wasCut = transport.IsDead;
        transport.Revive();
        return wasCut;
    }

    private static async Task WorkOffAsync(AppFixture app)
    {
        var run = await app.Services.GetRequiredService<PendingWorker>().WorkOffAndClearAsync(Cancellation);
        (run.Failed, run.Left).ShouldBe((0, 0));
    }

    private static async Task ShouldHaveDocumentsAsync(AppFixture app, Folded<PlanState> plan)
    {
        var of = plan.State.PlanOrNone!;
        foreach (var id in new[] { PlanDocuments.PlanId(of), PlanDocuments.AnnexId(of) })
        {
            var document = await app.Services.GetRequiredService<Streams>()
                .LoadAsync(DocumentStream.Kind, id, Cancellation);
            var kept = document!.State.ShouldBeOfType<DocumentState.Kept>();
            kept.Latest.MadeFrom.ShouldBe(plan.Head.Version);
            kept.Latest.IsDraft.ShouldBeFalse();
            kept.Versions.Count(version => !version.IsDraft).ShouldBe(1);
            (await app.Services.GetRequiredService<DocumentFiles>().ReadModelAsync(kept.Latest, Cancellation)).Title
                .ShouldNotBeEmpty();
        }
    }

    private static Task<HttpResponseMessage> RenameAsync(
        RegisterDriver register, string id, string name, int version, string key) =>
        register.PostAsync($"/api/v1/providers/{id}/actions/rename", new { name, from = "2026-12-01" }, version, key);

    private static Task<HttpResponseMessage> RegisterAsync(
        RegisterDriver register, JsonElement provider, string code) =>
        register.PostAsync($"/api/v1/providers/{Text(provider, "providerId")}/units", new
        {
            agreementId = AgreementId(provider),
            name = $"Enheten {code}",
            key = code,
            services = new[] { "hemtjanst" },
            validFrom = "2024-01-01",
        });

    private static Task<HttpResponseMessage> TakeOverAsync(RegisterDriver register, JsonElement unit, JsonElement to) =>
        register.PostAsync(
            $"/api/v1/units/{Text(unit, "unitId")}/actions/take-over",
            new { providerId = Text(to, "providerId"), agreementId = AgreementId(to), from = "2027-01-01" },
            version: 1);

    private static async Task<string> NameAsync(AppFixture app, string provider) =>
        (await app.Services.GetRequiredService<ProviderDesk>().LoadAsync(Id.FromValue(provider), Cancellation))!.State
            .ShouldBeOfType<ProviderState.Registered>().Names.Latest();

    private static async Task<IReadOnlyList<string>> UnitsSayAsync(AppFixture app, IEnumerable<Id> units)
    {
        var said = new List<string>();
        foreach (var unit in units)
        {
            var folded = await app.Services.GetRequiredService<UnitDesk>().LoadAsync(unit, Cancellation);
            said.Add(folded!.State.ShouldBeOfType<UnitState.Registered>().Agreement.ProviderName);
        }

        return said;
    }
}
