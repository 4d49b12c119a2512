using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Providers;
using Oversight.Functions.Reviews;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Faults;
using Oversight.Providers;
using Oversight.Reviews;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Reviews.CutOff;

namespace Oversight.Functions.Tests.Reviews.Joint;

/// <summary>
/// Wherever the process dies while one board asks the other or tells it of a finding: once it was done, the other
/// board's review is there exactly once, and is told exactly once.
/// </summary>
public sealed class JointCutOffTests
{
    /// <summary>More than any of the two operations makes.</summary>
    private const int MostCalls = 75;

    private static readonly Id Provider = Id.Derive("test", "provider");
    private static readonly Id ElderUnit = Id.Derive("test", "elder-unit");

    private static readonly ReviewedUnit SocialUnit = new(
        Id.Derive("test", "social-unit"), Provider, Id.Derive("test", "social-agreement"),
        new BoardId("socialnamnden"), "Björken", "Omsorg AB");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_other_boards_review_is_there_once_and_told_of_the_finding_once() =>
        CutOffAsync(step: 5, lastIsCarriedOut: false);

    [Fact]
    [Trait("Length", "long")]
    public Task The_same_at_every_call_also_where_only_the_answer_is_lost() =>
        CutOffAsync(step: 1, lastIsCarriedOut: true);

    private static async Task CutOffAsync(int step, bool lastIsCarriedOut)
    {
        using var transport = new DyingTransport();
        await using var app = await transport.StartAppAsync();
        await RegisterAsync(app);
        using var lead = await app.SignInAsync("kvalitet", Role.QualityDeveloper);
        var drivers = await OpenAsync(app, lead, MostCalls / step);
        var isCut = true;
        for (var round = 0; isCut; round++)
        {
            var (driver, calls) = (drivers[round], round * step);
            await driver.DoAsync("start");
            var asks = new { unit = ElderUnit.Value, reason = "Ett besök." };
            var (asked, wasCut) = await CutAsync(transport, calls, lastIsCarriedOut, driver, "join-board", asks);
            isCut = wasCut;
            await WorkOffAsync(app);
            var own = await LoadAsync(app, driver.Id);
            if (asked)
                own!.Twin.ShouldNotBeNull($"promised, at call {calls}");
            if (own!.Twin is null)
            {
                (await LoadAsync(app, JointApp.TwinOf(driver))).ShouldBeNull($"nothing was asked, at call {calls}");
                await driver.DoAsync("join-board", asks);
            }

            var twin = await LoadAsync(app, JointApp.TwinOf(driver));
            twin!.Twin!.ShouldBe(new ReviewTwin(
                Id.FromValue(driver.Id), SocialUnit.Board, TwinStanding.Begun, null), $"at call {calls}");
            (await EventsAsync(app, JointApp.TwinOf(driver), "JointOpened")).ShouldBe(1);

            await FindAsync(driver);
            var tells = new { number = 1, text = "Nås inte." };
            var (told, wasCutToo) = await CutAsync(
                transport, calls, lastIsCarriedOut, driver, "share-finding", tells);
            isCut |= wasCutToo;
            await WorkOffAsync(app);
            var shared = (await LoadAsync(app, driver.Id))!.SharedFindings.Count == 1;
            shared.ShouldBe(shared || told, $"promised, at call {calls}");
            if (!shared)
                await driver.DoAsync("share-finding", tells);
            (await EventsAsync(app, JointApp.TwinOf(driver), "FindingReceived")).ShouldBe(1, $"at call {calls}");
            var texts = await app.Services.GetRequiredService<ReviewDesk>()
                .TextsAsync(Id.FromValue(JointApp.TwinOf(driver)), Cancellation);
            texts.Find((await LoadAsync(app, JointApp.TwinOf(driver)))!.ReceivedFindings.Single().Shared.Text)
                .ShouldBe("Nås inte.");
        }
    }

    private static async Task<IReadOnlyList<ReviewDriver>> OpenAsync(AppFixture app, HttpClient lead, int count)
    {
        var drivers = new List<ReviewDriver>();
        var origin = new ReviewOrigin(ReviewKind.Planned, Today(app), false, 2027, []);
        for (var number = 0; number < count; number++)
        {
            var id = Id.Derive("test", $"review-{number}");
            (await app.Services.GetRequiredService<Streams>().CreateAsync(
                ReviewStream.Kind, id, new ReviewCommand.Open(SocialUnit, origin), await EnvelopeAsync(app),
                Cancellation)).ShouldBeOfType<Outcome<ReviewState>.Done>();
            drivers.Add(new ReviewDriver(lead, id.Value));
        }

        // Their loops have said that they can begin.
        await app.Clock.AdvanceByAsync("PT2M");
        return drivers;
    }

    private static async Task FindAsync(ReviewDriver driver)
    {
        await JointApp.JudgeAsync(driver, "Vi ringde.");
        await JointApp.FindAsync(driver, "Nås inte.");
    }

    private static async Task RegisterAsync(AppFixture app)
    {
        var inForce = await app.Services.GetRequiredService<SettingsProvider>().GetAsync(Cancellation);
        CodeId[] services = [new("hemtjanst")];
        var facts = new AgreementFacts
        {
            ProviderId = Provider,
            ProviderName = "Omsorg AB",
            Ownership = Ownership.Private,
            AgreementId = Id.Derive("test", "elder-agreement"),
            AgreementKey = "A1",
            Form = AgreementForm.Kundval,
            Area = new CodeId("hemtjanst"),
            Board = new BoardId("aldrenamnden"),
            Services = services,
            ValidFrom = new DateOnly(2020, 1, 1),
            ValidTo = null,
        };
        var command = new UnitCommand.Register(
            "Almen", "Almen", facts, new UnitDetails(null, services, [], new DateOnly(2020, 1, 1), null),
            new Licence(false, null, null), RegisterRules.On(inForce.Settings, Today(app)));
        (await app.Services.GetRequiredService<Streams>().CreateAsync(
            UnitStream.Kind, ElderUnit, command, await EnvelopeAsync(app), Cancellation))
            .ShouldBeOfType<Outcome<UnitState>.Done>();
    }

    private static async Task<Review?> LoadAsync(AppFixture app, string id) =>
        (await app.Services.GetRequiredService<Streams>().LoadAsync(ReviewStream.Kind, Id.FromValue(id), Cancellation))
            ?.State.Review;

    private static async Task<int> EventsAsync(AppFixture app, string id, string name) =>
        (await app.Services.GetRequiredService<Streams>()
            .HistoryAsync(ReviewStream.Kind, Id.FromValue(id), Cancellation))
            .Count(recorded => recorded.Event.GetType().Name == name);
}
