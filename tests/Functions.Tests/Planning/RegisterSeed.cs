using Microsoft.Extensions.DependencyInjection;
using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Providers;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Providers;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Planning;

/// <summary>
/// Units and assessed concerns in the storage of a running application, written through the streams themselves.
/// </summary>
internal sealed class RegisterSeed(AppFixture app)
{
    public static readonly BoardId Social = new("socialnamnden");
    public static readonly BoardId Elderly = new("aldrenamnden");
    private static readonly CodeId Service = new("bostad-vuxna");
    private readonly Streams _streams = app.Services.GetRequiredService<Streams>();
    private readonly SettingsProvider _settings = app.Services.GetRequiredService<SettingsProvider>();

    private DateOnly Today => DateOnly.FromDateTime(app.Clock.Now.UtcDateTime);

    public static AgreementFacts Agreement(string unit, BoardId board, Ownership ownership = Ownership.Private,
        AgreementForm form = AgreementForm.Kundval) => new()
        {
            ProviderId = IdOf($"{unit}-anordnare"),
            ProviderName = $"{unit} AB",
            Ownership = ownership,
            AgreementId = IdOf($"{unit}-avtal"),
            AgreementKey = "A1",
            Form = form,
            Area = new CodeId("boende-lss"),
            Board = board,
            Services = [Service],
            ValidFrom = new DateOnly(2020, 1, 1),
            ValidTo = null,
        };

    public static Id IdOf(string name) => Id.Derive("seed", name);

    public async Task<Id> UnitAsync(string name, BoardId board, int? customers = 40)
    {
        var rules = RegisterRules.On(_settings.Current.Settings, Today);
        var command = new UnitCommand.Register(
            name, name, Agreement(name, board), new UnitDetails(null, [Service], [], new DateOnly(2020, 1, 1), null),
            new Licence(false, null, null), rules, customers is { } known
                ? new UnitCommand.CountCustomers(Today, known, null)
                : null);
        Done(await _streams.CreateAsync(UnitStream.Kind, IdOf(name), command, await EnvelopeAsync(Role.Administrator),
            CancellationToken.None));
        return IdOf(name);
    }

    /// <summary>A concern about what happened yesterday, assessed when it has a severity.</summary>
    public async Task<Id> ConcernAsync(
        string name, string unit, BoardId board, int? severity = 3, string reporter = "r1")
    {
        var rules = ConcernRules.From(_settings.Current.Settings);
        var agreement = Agreement(unit, board);
        var place = new ConcernPlace.AtUnit(
            new ConcernUnit(IdOf(unit), agreement.ProviderId, agreement.AgreementId, board, unit,
                agreement.ProviderName));
        var report = new ConcernCommand.Report
        {
            Place = place,
            Service = Service,
            Text = new WrittenText("report", "Insatsen uteblev.", "h"),
            Occurred = Occurrence.On(Today.AddDays(-1)),
            Consequence = new CodeId("ej-verkstalld"),
            CaseReference = null,
            RegisteredFor = null,
            Attachments = [],
            ReporterKey = reporter,
            RegisteredByKey = reporter,
            Channel = ConcernChannel.Form,
            PossibleDuplicateOf = null,
            Rules = rules,
        };
        Done(await _streams.CreateAsync(ConcernStream.Kind, IdOf(name), report, await EnvelopeAsync(Role.CaseOfficer),
            CancellationToken.None));
        if (severity is { } assessed)
        {
            var assess = new ConcernCommand.Assess(
                new CodeId("klagomal"), new CodeId("ej-verkstallda-bestallningar"), new CodeId("trygghet-sakerhet"),
                assessed, null, ConcernOutcome.NextDialogue, new WrittenText("assessment-1", "Bedömd.", "h"), rules);
            Done(await _streams.ChangeAsync(ConcernStream.Kind, IdOf(name), assess,
                await EnvelopeAsync(Role.QualityDeveloper), CancellationToken.None));
        }

        return IdOf(name);
    }

    private async Task<Envelope> EnvelopeAsync(Role role) =>
        new(new CommandContext(new Actor("seed", role), app.Clock.Now, Today),
            (await _settings.GetAsync(CancellationToken.None)).Hash, Against.Latest);

    private static void Done<TState>(Outcome<TState> outcome)
    {
        if (outcome is Outcome<TState>.Refused refused)
            throw new InvalidOperationException(
                $"The seed was refused: {string.Join(", ", refused.Reasons.Select(reason => $"{reason.Code} "
                    + $"{reason.Field}"))}");
        outcome.ShouldBeOfType<Outcome<TState>.Done>();
    }
}
