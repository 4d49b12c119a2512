using System.Text;
using Microsoft.AspNetCore.Http;
using Oversight.Attachments;
using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Concerns.Reporting;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Providers;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Providers;

namespace Oversight.Local.Demonstration;

/// <summary>
/// Writes demonstration data through the same desks and rules as people's own entries, each at its own time. Every
/// command carries a key, so that data which is written again changes nothing.
/// </summary>
public sealed class DemonstrationWriter(
    ProviderDesk providers, UnitDesk units, ConcernReporting reporting, Lookups lookups, ConcernKeys keys,
    PrivateTexts privateTexts, Streams streams, SettingsProvider settings)
{
    private const int AtOnce = 12;
    private const int ProgressEvery = 100;

    /// <param name="since">When the register's entries are made: before the first concern.</param>
    public async Task WriteAsync(
        DemonstrationData data, DateOnly since, IProgress<string> progress, CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        var written = new Written(inForce, await keys.GetAsync(cancellation), since);
        await ForAllAsync(data.Providers, (provider, token) => WriteAsync(provider, written, token), cancellation);
        progress.Report($"  {data.Providers.Count} anordnare med {data.Units.Count()} enheter är inlästa.");
        var done = 0;
        await ForAllAsync(
            data.Concerns,
            async (concern, token) =>
            {
                await WriteAsync(concern, written, token);
                if (Interlocked.Increment(ref done) is var count && count % ProgressEvery == 0)
                    progress.Report($"  {count} av {data.Concerns.Count} synpunkter är inlästa.");
            },
            cancellation);
    }

    private static Task ForAllAsync<T>(
        IEnumerable<T> all, Func<T, CancellationToken, Task> write, CancellationToken cancellation) =>
        Parallel.ForEachAsync(all,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (one, token) => await write(one, token));

    private async Task WriteAsync(DemonstrationProvider provider, Written written, CancellationToken cancellation)
    {
        var id = DemonstrationData.IdOf(provider.Key);
        var state = Done(provider.Key, await providers.RegisterAsync(
            id, new ProviderCommand.Register(provider.Name, provider.Number, provider.Ownership),
            written.Register(provider.Key), cancellation));
        foreach (var agreement in provider.Agreements)
        {
            var agreementId = DemonstrationData.IdOf(agreement.Key);
            state = Done(agreement.Key, await providers.ChangeAsync(
                id,
                new ProviderCommand.SignAgreement(
                    agreementId, agreement.Key, agreement.Form, new CodeId(agreement.Area),
                    new BoardId(agreement.Board), agreement.Terms, written.RegisterRules),
                written.Register(agreement.Key), cancellation));
            var registered = (ProviderState.Registered)state;
            var facts = registered.Facts(id, registered.Agreement(agreementId)!);
            foreach (var unit in agreement.Units)
                await WriteAsync(unit, facts, written, cancellation);
        }
    }

    private async Task WriteAsync(
        DemonstrationUnit unit, AgreementFacts agreement, Written written, CancellationToken cancellation)
    {
        UnitCommand.AppointManager Appoint(int number) => new(
            DemonstrationData.IdOf($"{unit.Key}-chef-{number}"), DemonstrationPeople.ManagerName(unit.Key, number),
            unit.Managers[number].From, unit.Managers[number].NoticeOn, written.RegisterRules);

        var command = new UnitCommand.Register(
            unit.Key, unit.Name, agreement, unit.Details with { Address = unit.Address }, unit.Licence,
            written.RegisterRules, new UnitCommand.CountCustomers(written.Since, unit.Customers, unit.Children),
            unit.Managers.Count > 0 ? Appoint(0) : null);
        Done(unit.Key, await units.RegisterAsync(unit.Id, command, written.Register(unit.Key), cancellation));
        Done(unit.Key, await units.ChangeAsync(
            unit.Id,
            new UnitCommand.SetContact(DemonstrationData.IdOf($"{unit.Key}-kontakt"),
                $"kvalitet@{unit.Id.Value[^8..]}.example"),
            written.Register($"{unit.Key}-kontakt"), cancellation));
        for (var number = 1; number < unit.Managers.Count; number++)
        {
            var manager = unit.Managers[number];
            var known = manager.NoticeOn > manager.From ? manager.NoticeOn.Value : manager.From;
            Done(unit.Key,
                await units.ChangeAsync(unit.Id, Appoint(number), written.Register($"{unit.Key}-chef-{number}", known),
                    cancellation));
        }
    }

    private async Task WriteAsync(DemonstrationConcern concern, Written written, CancellationToken cancellation)
    {
        await ReportAsync(concern, written, cancellation);
        if (concern.Assessment is { } assessment)
            await AssessAsync(concern, assessment, written, cancellation);
        if (concern.Withdrawn is { } withdrawn)
        {
            await ChangeAsync(
                concern, "withdraw", Written.Context(concern.Reporter, Role.CaseOfficer, concern.At.AddDays(1)),
                written, texts => new ConcernCommand.Withdraw(
                    written.Hashes.Reporter(concern.Reporter), texts.Add("reason", withdrawn), written.ConcernRules),
                cancellation);
        }
    }

    private async Task ReportAsync(DemonstrationConcern concern, Written written, CancellationToken cancellation)
    {
        var context = Written.Context(concern.Reporter, Role.CaseOfficer, concern.At);
        var reporter = new ConcernReporter(concern.Reporter, DemonstrationPeople.NameOf(concern.Reporter));
        var values = await FieldValues.ReadAsync(ReportFields.All, FormOf(concern), lookups, cancellation);
        var envelope = Envelopes.ForNew(context, written.InForce.Hash, concern.Key, values.Body);
        Done(concern.Key,
            await reporting.ReportAsync(values, reporter, concern.Id, envelope, ConcernChannel.Form, cancellation));
    }

    /// <summary>The form as its reporter would have sent it.</summary>
    private static FormState FormOf(DemonstrationConcern concern)
    {
        var sent = new Dictionary<string, string?>
        {
            [LookupField.ChosenOf(ReportFields.Unit.Name)] = concern.UnitKey is { } unit
                ? DemonstrationData.IdOf(unit).Value
                : null,
            [ReportFields.UnknownProvider.Name] = concern.UnknownProvider,
            [ReportFields.Board.Name] = concern.UnitKey is null ? concern.Board : null,
            [ReportFields.Service.Name] = concern.Service,
            [ReportFields.Text.Name] = concern.Text,
            [ReportFields.Occurred.Name] = concern.Occurred.First?.ToString("O",
                System.Globalization.CultureInfo.InvariantCulture),
            [ReportFields.Precision.Name] = Names.Of(concern.Occurred.Precision),
            [ReportFields.Consequence.Name] = concern.Consequence,
            [ReportFields.RegisteredFor.Name] = concern.RegisteredFor,
        };
        var files = new FormFileCollection();
        if (concern.Attachment is { } note)
            files.Add(ReportFields.Attachments.File("Anteckning.txt", Encoding.UTF8.GetBytes(note)));
        return FormState.Of(
            sent.Where(field => field.Value is not null)
                .ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[field.Value!]), files);
    }

    private async Task AssessAsync(
        DemonstrationConcern concern, DemonstrationAssessment assessment, Written written,
        CancellationToken cancellation)
    {
        await ChangeAsync(
            concern, "assessment", Written.Context(DemonstrationPeople.Assessor, Role.QualityDeveloper, assessment.At),
            written, texts => new ConcernCommand.Assess(
                Code(assessment.Kind), Code(assessment.Category), Code(assessment.Area), assessment.Severity,
                Unit: null, assessment.Outcome, texts.Add("reason", assessment.Reason), written.ConcernRules),
            cancellation);
        if (assessment.Decision is { } decision)
        {
            await ChangeAsync(
                concern, "decision", Written.Context(DemonstrationPeople.UnitManager, Role.UnitManager, decision.At),
                written, texts =>
                {
                    texts.Keep(ConcernTexts.DeciderName, DemonstrationPeople.NameOf(DemonstrationPeople.UnitManager));
                    texts.Keep(ConcernTexts.DeciderTitle, RoleNames.Title(Role.UnitManager));
                    return new ConcernCommand.DecideTriggeredReview(
                        decision.Approved, texts.Add("reason", decision.Reason),
                        decision.Scope is { } scope ? texts.Add("scopeHint", scope) : null, written.ConcernRules);
                },
                cancellation);
        }
    }

    private async Task ChangeAsync(
        DemonstrationConcern concern, string what, CommandContext context, Written written,
        Func<DraftTexts, ConcernCommand> command, CancellationToken cancellation)
    {
        var key = $"{concern.Key}-{what}";
        var texts = new DraftTexts(written.Hashes, what, key);
        var made = command(texts);
        await privateTexts.WriteAsync(ConcernStream.StreamId(concern.Id), texts.EntryName, texts.Entry, cancellation);
        Done(key,
            await streams.ChangeAsync(ConcernStream.Kind, concern.Id, made, written.Envelope(context, key),
                cancellation));
    }

    private static CodeId? Code(string? code) => code is null ? null : new CodeId(code);

    private static TState Done<TState>(string key, Outcome<TState> outcome) => outcome switch
    {
        Outcome<TState>.Done done => done.State,
        Outcome<TState>.Refused refused => throw new InvalidOperationException(
            $"Demonstration data '{key}' was refused: "
                + $"{string.Join(", ", refused.Reasons.Select(reason => $"{reason.Code} {reason.Field}"))}."),
        _ => throw new InvalidOperationException(
            $"Demonstration data '{key}' could not be written: {outcome.GetType().Name}."),
    };

    /// <summary>What every command of one load shares.</summary>
    private sealed record Written(SettingsInForce InForce, ConcernHashes Hashes, DateOnly Since)
    {
        public RegisterRules RegisterRules { get; } = RegisterRules.On(InForce.Settings, Since);

        public ConcernRules ConcernRules { get; } = ConcernRules.From(InForce.Settings);

        public static CommandContext Context(string userId, Role role, DateTimeOffset at) =>
            new(new Actor(userId, role), at, StockholmTime.Day(at));

        public Envelope Register(string key, DateOnly? on = null) => Envelope(
            Context(DemonstrationPeople.Procurement, Role.Procurement,
                SwedishTime.At((on ?? Since).ToDateTime(new TimeOnly(9, 0)))), key);

        public Envelope Envelope(CommandContext context, string key) =>
            new(context, InForce.Hash, Against.Latest, key, Envelopes.Hash(key));
    }
}
