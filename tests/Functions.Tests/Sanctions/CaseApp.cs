using System.Text.Json.Nodes;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Providers;
using Oversight.Functions.Tests.Reviews;
using Oversight.Functions.Tests.Settings;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Sanctions;

/// <summary>
/// The case of 2019: Care Allomsorg in kundvalet, with the board's meetings of that winter. Roles stand in for people.
/// </summary>
public sealed class CaseApp : IAsyncLifetime
{
    public const string Social = "socialnamnden";
    public const string Number = "SOCN 2015/582-731";

    public static readonly string[] Broken =
        ["verkstallighet", "kontaktvagar", "byte-av-ansvarig", "dokumentation-lss", "avtalsenkat", "ledningssystem"];

    private static readonly (string Category, int Severity, int? CauseOf, string Text)[] Findings =
    [
        ("ej-verkstallda-bestallningar", 3, null, "Ej verkställt flertalet beställningar på insatser."),
        ("kommunikationsvagar", 2, 1,
            "Ej fullgoda kommunikationsvägar, svårigheter att få kontakt via möjliga kontaktvägar."),
        ("byte-av-ansvarig-ej-anmalt", 2, 1,
            "Ej anmält byte av ansvarig för den dagliga ledningen till beställaren."),
        ("social-dokumentation", 2, null, "Påvisade brister i social dokumentation."),
        ("avtalsenkat-ej-besvarad", 1, null, "Ej besvarat den årliga avtalsuppföljningsenkäten."),
        ("ledningssystem", 2, null,
            "Ledningssystem för kvalitet som inte är fullt ut implementerat med riskanalyser och egenkontroller."),
    ];

    private static int _users;
    private readonly SettingsFolder _settings = SettingsFolder.CopyOfNacka();

    public CaseApp() => _settings.Edit("meetings.json", meetings =>
    {
        foreach (var (day, stop) in new[]
            { ("2019-12-17", "2019-11-26"), ("2020-03-17", "2020-02-24"), ("2020-04-21", "2020-03-30") })
            meetings.AsArray().Insert(0, new JsonObject
            {
                ["board"] = Social,
                ["day"] = day,
                ["papersStop"] = stop,
                ["preparation"] = stop,
                ["dispatch"] = stop,
            });
    });

    public AppFixture App { get; private set; } = null!;

    public HttpClient Reviewer { get; private set; } = null!;

    public HttpClient Secretary { get; private set; } = null!;

    public HttpClient Chief { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await AppFixture.StartAsync(new AppOptions
        {
            Clock = new DateTimeOffset(2019, 8, 26, 8, 0, 0, TimeSpan.FromHours(2)),
            Settings = new Dictionary<string, string?> { ["Oversight:Settings"] = _settings.Path },
        });
        Reviewer = await PersonAsync(Role.QualityDeveloper);
        Secretary = await PersonAsync(Role.BoardSecretary);
        Chief = await PersonAsync(Role.UnitManager);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _settings.Dispose();
    }

    public Task<HttpClient> PersonAsync(Role role) =>
        App.SignInAsync($"case-{role}-{Interlocked.Increment(ref _users)}", role, Social);

    public Task AtAsync(int year, int month, int day) => App.Clock.AdvanceToAsync(
        new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.FromHours(1)));

    /// <summary>From the register and the concerns to the approved åtgärdsplan; the id of the review.</summary>
    internal async Task<ReviewDriver> UntilPlanApprovedAsync()
    {
        using var administrator = await App.SignInAsync("case-administrator", Role.Administrator);
        var register = new RegisterDriver(administrator);
        var provider = await register.AgreementAsync(
            await register.ProviderAsync("Care Allomsorg", "556627-6779"), new
            {
                form = "kundval",
                area = "ledsagning-avlosning",
                board = Social,
                services = new[] { "avlosarservice", "ledsagarservice", "avlosning" },
                targetGroups = new[] { "barn-och-unga" },
                validFrom = "2017-01-01",
            });
        var unit = await register.UnitAsync(provider, unit: new
        {
            agreementId = RegisterDriver.AgreementId(provider),
            name = "Care Allomsorg ledsagning och avlösning",
            services = new[] { "avlosarservice", "ledsagarservice", "avlosning" },
            targetGroups = new[] { "barn-och-unga" },
            validFrom = "2017-01-01",
        });
        var concerns = await ConcernsAsync(RegisterDriver.Text(unit, "unitId"));
        await App.Clock.AdvanceByAsync("PT2M");
        var driver = new ReviewDriver(
            Reviewer, Oversight.Functions.Reviews.ReviewIds.OfConcern(Id.FromValue(concerns[0])).Value);
        await AtAsync(2019, 9, 9);
        await driver.DoAsync("start");
        using (var registrar = await PersonAsync(Role.Registrar))
            await registrar.OpenCaseAsync(driver.Id, Number);
        await driver.DoAsync("add-concerns", new { concerns = concerns.Skip(1), reason = "Samma sak." });
        await ReviewAsync(driver);
        return driver;
    }

    /// <summary>Four from three LSS-handläggare; the first leads to the review.</summary>
    private async Task<IReadOnlyList<string>> ConcernsAsync(string unit)
    {
        var concerns = new List<string>();
        HttpClient[] officers =
        [
            await PersonAsync(Role.CaseOfficer), await PersonAsync(Role.CaseOfficer),
            await PersonAsync(Role.CaseOfficer),
        ];
        foreach (var officer in officers.Append(officers[0]))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/concerns")
            {
                Content = System.Net.Http.Json.JsonContent.Create(new
                {
                    unitId = unit,
                    service = "ledsagarservice",
                    text = $"Insatsen är inte påbörjad. {Unique.Word()}",
                    occurred = "2019-08-20",
                    consequence = "ej-verkstalld",
                }),
            };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
            using var response = await officer.SendAsync(request);
            await response.ExpectAsync(System.Net.HttpStatusCode.Created);
            concerns.Add((await response.ReadJsonAsync())["id"]!.GetValue<string>());
        }

        foreach (var (concern, index) in concerns.Select((concern, index) => (concern, index)))
        {
            using var assessed = await ConcernApp.AssessAsync(Reviewer, concern, ConcernApp.Assessment(
                index == 0 ? "proposeTriggeredReview" : "nextDialogue", "Insatser är inte verkställda."));
            await assessed.ExpectAsync(System.Net.HttpStatusCode.OK);
        }

        using var decided = await ReviewDriver.SendAsync(
            Chief, $"/api/v1/concerns/{concerns[0]}/actions/decide", new { approved = true, reason = "Granskas." }, 2);
        await decided.ExpectAsync(System.Net.HttpStatusCode.OK);
        return concerns;
    }

    private async Task ReviewAsync(ReviewDriver driver)
    {
        await driver.DoAsync("set-scope", new
        {
            requirements = Broken,
            methods = new[] { "besok", "stickprov" },
            announced = true,
            reason = "Efter synpunkterna.",
        });
        await AtAsync(2019, 9, 18);
        await driver.DoAsync("record-visit", new
        {
            visitedOn = "2019-09-17",
            participants = "Verksamhetschef och samordnare",
            notes = "Genomgång av rutiner och akter.",
        });
        foreach (var (requirement, (category, severity, causeOf, text)) in Broken.Zip(Findings))
        {
            await driver.DoAsync("judge", new
            {
                requirement,
                fulfilment = "notFully",
                source = "akter",
                evidence = "Se besöksprotokollet.",
            });
            await driver.DoAsync("add-finding", new
            {
                requirement,
                category,
                severity,
                causeOf,
                text,
                consequence = "Kunder har inte fått sina insatser verkställda.",
            });
        }

        await driver.DoAsync("ask-supplement", new { asked = "Uppgift om ny ansvarig för daglig ledning." });
        await AtAsync(2019, 9, 27);
        await driver.DoAsync("receive-supplement", new
        {
            number = 1,
            receivedOn = "2019-09-26",
            answer = "Ny ansvarig är anmäld och telefonsystemet är bytt.",
        });
        foreach (var number in new[] { 2, 3 })
            await driver.DoAsync("change-finding", new
            {
                number,
                status = "remedied",
                causeOf = 1,
                reason = "Åtgärdat under kompletteringen.",
            });
        await driver.DoAsync("communicate");
        await AtAsync(2019, 10, 14);
        await driver.DoAsync("establish", new { summary = "Brister, varav de allvarligaste gäller verkställighet." });
        await driver.DoAsync("ask-plan");
        await AtAsync(2019, 10, 28);
        foreach (var finding in new[] { 1, 4, 5, 6 })
            await driver.DoAsync("add-measure", new
            {
                finding,
                what = "Den sociala dokumentationen påbörjas vid beställning och förs vid händelse av vikt.",
                responsible = "Verksamhetschef",
                due = "2020-02-28",
            });
        await driver.DoAsync("approve-plan", new { reason = "Åtgärderna är konkreta." });
        await App.Clock.AdvanceByAsync("PT2M");
    }
}
