using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Providers;
using Oversight.Functions.Reviews;
using Oversight.Functions.Sanctions;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Faults;
using Oversight.Functions.Tests.Reviews;
using Oversight.Providers;
using Oversight.Reviews;
using Oversight.Sanctions;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Reviews.CutOff;

namespace Oversight.Functions.Tests.Sanctions;

/// <summary>
/// Wherever the process dies while a sanction is proposed or comes to its end: once it was promised there is one
/// sanction, with its grounds, and the review is told of its end exactly once.
/// </summary>
public sealed class SanctionCutOffTests
{
    /// <summary>Well above what any of them makes: how many is not the same on every machine.</summary>
    internal const int MostCalls = 160;
    private const string Grounds = "Ingen svarar.";

    internal static readonly ReviewedUnit Unit = new(
        Id.Derive("test", "unit"), Id.Derive("test", "provider"), Id.Derive("test", "agreement"),
        new BoardId("socialnamnden"), "Björken", "Omsorg AB");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_sanction_is_brought_about_once_and_its_end_told_once() =>
        CutOffAsync(step: 8, lastIsCarriedOut: false);

    [Fact]
    [Trait("Length", "long")]
    public Task The_same_at_every_call_also_where_only_the_answer_is_lost() =>
        CutOffAsync(step: 1, lastIsCarriedOut: true);

    [Fact]
    public async Task An_omedelbar_atgard_that_was_promised_applies_once_with_what_and_why()
    {
        using var transport = new DyingTransport();
        await using var app = await transport.StartAppAsync();
        await RegisterAsync(app);
        using var chief = await app.SignInAsync("chef", Role.UnitManager, Unit.Board.Value);
        var body = new
        {
            measure = "Inga nya kunder.",
            reason = Grounds,
            until = Today(app).AddDays(14).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            services = new[] { "ledsagarservice" },
        };
        const int step = 8;
        var isCut = true;
        for (var round = 0; isCut; round++)
        {
            round.ShouldBeLessThan(MostCalls / step, "The operation makes more calls than was thought.");
            var id = Id.Derive("test", $"urgent-{round}");
            var origin = new ReviewOrigin(ReviewKind.Planned, Today(app), false, 2027, []);
            (await app.Services.GetRequiredService<Streams>().CreateAsync(
                ReviewStream.Kind, id, new ReviewCommand.Open(Unit, origin), await EnvelopeAsync(app), Cancellation))
                .ShouldBeOfType<Outcome<ReviewState>.Done>();
            var (driver, calls) = (new ReviewDriver(chief, id.Value), round * step);
            (var promised, isCut) = await CutAsync(
                transport, calls, lastIsCarriedOut: false, driver, "take-urgent-measure", body);
            await WorkOffAsync(app);
            var known = await FindAsync(app, SanctionDriver.Of(id.Value));
            var taken = await CountAsync<ReviewEvent.UrgentMeasureTaken>(app, driver);
            (known is not null).ShouldBe(taken == 1, $"at call {calls}");
            taken.ShouldBe(promised ? 1 : taken, $"promised, at call {calls}");
            if (known is null)
                continue;
            known.State.Sanction!.IsInForce.ShouldBeTrue();
            var texts = await app.Services.GetRequiredService<SanctionDesk>().TextsAsync(known.Head.Id, Cancellation);
            (texts.Find(known.State.Sanction.Grounds), texts.Find(known.State.Sanction.Measure))
                .ShouldBe((Grounds, "Inga nya kunder."));
        }
    }

    private static async Task CutOffAsync(int step, bool lastIsCarriedOut)
    {
        using var transport = new DyingTransport();
        await using var app = await transport.StartAppAsync();
        await RegisterAsync(app);
        using var lead = await app.SignInAsync("kvalitet", Role.QualityDeveloper, Unit.Board.Value);
        using var registrar = await app.SignInAsync("diariet", Role.Registrar, Unit.Board.Value);
        var isCut = true;
        for (var round = 0; isCut; round++)
        {
            round.ShouldBeLessThan(MostCalls / step, "An operation makes more calls than was thought.");
            var (driver, calls) = (await ReportAsync(app, lead, registrar, round), round * step);
            var sanction = SanctionDriver.Of(driver.Id);
            var asks = new
            {
                step = "varning",
                services = new[] { "ledsagarservice" },
                findings = new[] { "1" },
                reason = Grounds,
            };
            var (promised, wasCut) = await CutAsync(
                transport, calls, lastIsCarriedOut, driver, "propose-sanction", asks);
            await WorkOffAsync(app);
            var announced = await CountAsync<ReviewEvent.SanctionProposed>(app, driver) == 1;
            announced.ShouldBe(announced || promised, $"promised, at call {calls}");
            if (!announced)
            {
                (await FindAsync(app, sanction)).ShouldBeNull($"nothing was announced, at call {calls}");
                await driver.DoAsync("propose-sanction", asks);
                await WorkOffAsync(app);
            }

            var known = (await FindAsync(app, sanction)).ShouldNotBeNull($"at call {calls}");
            known.Head.Version.ShouldBe(1);
            (await app.Services.GetRequiredService<SanctionDesk>().TextsAsync(known.Head.Id, Cancellation))
                .Find(known.State.Sanction!.Grounds).ShouldBe(Grounds);
            isCut = await EndAsync(app, transport, lead, driver, sanction, calls, lastIsCarriedOut) || wasCut;
        }
    }

    /// <returns>Whether it made so many calls.</returns>
    private static async Task<bool> EndAsync(
        AppFixture app, DyingTransport transport, HttpClient lead, ReviewDriver driver, SanctionDriver sanction,
        int calls, bool lastIsCarriedOut)
    {
        transport.DieAfter(calls, lastIsCarriedOut);
        using var answer = await ReviewDriver.SendAsync(
            lead, $"/api/v1/sanctions/{sanction.Id}/actions/withdraw", new { reason = "Ordnat." }, 1);
        var wasCut = transport.IsDead;
        transport.Revive();
        await WorkOffAsync(app);
        var hasEnded = (await FindAsync(app, sanction))!.State.Sanction!.Ending == SanctionEnding.Withdrawn;
        hasEnded.ShouldBe(hasEnded || answer.IsSuccessStatusCode, $"promised, at call {calls}");
        if (!hasEnded)
        {
            await sanction.DoAsync(lead, "withdraw", new { reason = "Ordnat." });
            await WorkOffAsync(app);
        }

        (await CountAsync<ReviewEvent.MatterEnded>(app, driver)).ShouldBe(1, $"at call {calls}");
        return wasCut;
    }

    /// <summary>A review with one finding and a report.</summary>
    internal static async Task<ReviewDriver> ReportAsync(
        AppFixture app, HttpClient lead, HttpClient registrar, int number)
    {
        var id = Id.Derive("test", $"review-{number}");
        var origin = new ReviewOrigin(ReviewKind.Planned, Today(app), false, 2027, []);
        (await app.Services.GetRequiredService<Streams>().CreateAsync(
            ReviewStream.Kind, id, new ReviewCommand.Open(Unit, origin), await EnvelopeAsync(app), Cancellation))
            .ShouldBeOfType<Outcome<ReviewState>.Done>();
        await app.Clock.AdvanceByAsync("PT2M");
        var driver = new ReviewDriver(lead, id.Value);
        await driver.DoAsync("start");
        await registrar.OpenCaseAsync(driver.Id);
        await driver.DoAsync("set-scope", new
        {
            requirements = new[] { "kontaktvagar" },
            methods = new[] { "besok" },
            reason = "Plan.",
        });
        await driver.DoAsync("judge", new
        {
            requirement = "kontaktvagar",
            fulfilment = "notMet",
            source = "akter",
            evidence = "Ingen svarade.",
        });
        await driver.DoAsync("add-finding", new
        {
            requirement = "kontaktvagar",
            category = "kommunikationsvagar",
            severity = 3,
            text = "Nås inte.",
        });
        await driver.DoAsync("communicate", new { waived = true, reason = "Brådskar." });
        await driver.DoAsync("establish", new { summary = "En brist." });
        await WorkOffAsync(app);
        return driver;
    }

    internal static Task RegisterAsync(AppFixture app) => RegisterAsync(app, Unit);

    internal static async Task RegisterAsync(AppFixture app, ReviewedUnit unit)
    {
        var inForce = await app.Services.GetRequiredService<SettingsProvider>().GetAsync(Cancellation);
        CodeId[] services = [new("ledsagarservice")];
        var facts = new AgreementFacts
        {
            ProviderId = unit.ProviderId,
            ProviderName = unit.ProviderName,
            Ownership = Ownership.Private,
            AgreementId = unit.AgreementId,
            AgreementKey = "A1",
            Form = AgreementForm.Kundval,
            Area = new CodeId("ledsagning-avlosning"),
            Board = unit.Board,
            Services = services,
            ValidFrom = new DateOnly(2020, 1, 1),
            ValidTo = null,
        };
        var command = new UnitCommand.Register(
            unit.Name, unit.Name, facts, new UnitDetails(null, services, [], new DateOnly(2020, 1, 1), null),
            new Licence(false, null, null), RegisterRules.On(inForce.Settings, Today(app)));
        (await app.Services.GetRequiredService<Streams>().CreateAsync(
            UnitStream.Kind, unit.UnitId, command, await EnvelopeAsync(app), Cancellation))
            .ShouldBeOfType<Outcome<UnitState>.Done>();
    }

    internal static Task<Folded<SanctionState>?> FindAsync(AppFixture app, SanctionDriver sanction) =>
        app.Services.GetRequiredService<Streams>()
            .LoadAsync(SanctionStream.Kind, Id.FromValue(sanction.Id), Cancellation);

    private static async Task<int> CountAsync<TEvent>(AppFixture app, ReviewDriver driver) =>
        (await app.Services.GetRequiredService<Streams>()
            .HistoryAsync(ReviewStream.Kind, Id.FromValue(driver.Id), Cancellation))
            .Count(recorded => recorded.Event is TEvent);
}
