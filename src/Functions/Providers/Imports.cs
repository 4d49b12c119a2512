using System.Security.Cryptography;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Messaging;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Providers;
using Oversight.Providers.Import;

namespace Oversight.Functions.Providers;

/// <summary>
/// Takes in files of the register: checked as a whole, kept, accepted by one event, and then carried out step by step. Carrying
/// out plans the file anew against the register as it stands, so that an interrupted import goes on where it was.
/// </summary>
public sealed class Imports(
    Streams streams, Blobs blobs, RegisterReader reader, ProviderDesk providers, UnitDesk units, Jobs jobs,
    SettingsProvider settings, TimeProvider clock) : IJobHandler
{
    private const string Container = "imports";
    private const int StepsAtOnce = 200;
    private static readonly TimeSpan TakenUpAgain = TimeSpan.FromMinutes(1);

    public string Type => "register-import";

    public IReadOnlyCollection<int> Versions { get; } = [1];

    /// <summary>What the file would do, or everything that is wrong with it.</summary>
    public async Task<ImportPlan> CheckAsync(Id id, ReadOnlyMemory<byte> file, RegisterCall call, CancellationToken cancellation)
    {
        if (file.Length > call.Settings.Limits.ImportBytes)
        {
            return Reject(new ImportProblem(0, null, new Refusal(
                ImportRefusals.TooLarge, null, $"{call.Settings.Limits.ImportBytes / BodyLimits.Megabyte}")));
        }

        var (table, problem) = RegisterCsv.Read(file);
        if (table is null)
            return Reject(problem!);
        var plan = ImportPlanner.Plan(table, await reader.ReadAsync(cancellation), call.Rules, id, call.Context);
        return plan is ImportPlan.Ready ready && ForeignBoards(ready, call) is { Count: > 0 } foreign ? new ImportPlan.Rejected(foreign) : plan;
    }

    public static string HashOf(ReadOnlyMemory<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file.Span));

    /// <summary>Accepts a file that has nothing wrong in it, and begins to carry it out. A repeat is answered from the stream.</summary>
    public async Task<(Outcome<ImportState>? Outcome, IReadOnlyList<ImportProblem> Problems)> AcceptAsync(
        Id id, ReadOnlyMemory<byte> file, RegisterCall call, Envelope envelope, CancellationToken cancellation)
    {
        var hash = HashOf(file);
        var (rows, steps) = (0, 0);
        if (await LoadAsync(id, cancellation) is null)
        {
            var checkedFile = await CheckAsync(id, file, call, cancellation);
            if (checkedFile is not ImportPlan.Ready plan)
                return (null, ((ImportPlan.Rejected)checkedFile).Problems);
            (rows, steps) = (plan.Steps.Select(step => step.Row).Distinct().Count(), plan.Steps.Count);
            await blobs.WriteOnceAsync(Container, BlobName(id, hash), BinaryData.FromBytes(file), "text/csv", cancellation);
            await SendAsync(id, clock.GetUtcNow() + TakenUpAgain, cancellation);
        }

        var outcome = await streams.CreateAsync(ImportStream.Kind, id, new ImportCommand.Accept(hash, rows, steps), envelope, cancellation);
        return outcome is Outcome<ImportState>.Done done && await TryGoOnAsync(id, cancellation) is { } now
            ? (new Outcome<ImportState>.Done(now.Head, now.State, done.Repeated), [])
            : (outcome, []);
    }

    public Task<Folded<ImportState>?> LoadAsync(Id id, CancellationToken cancellation) =>
        streams.LoadAsync(ImportStream.Kind, id, cancellation);

    public async Task HandleAsync(JobMessage job, CancellationToken cancellation) =>
        await GoOnAsync(job.Read<ImportJob>().ImportId, cancellation);

    /// <summary>The acceptance stands already: what fails here is taken up by the job.</summary>
    private async Task<Folded<ImportState>?> TryGoOnAsync(Id id, CancellationToken cancellation)
    {
        try
        {
            return await GoOnAsync(id, cancellation);
        }
        catch (DependencyUnavailableException)
        {
            return null;
        }
    }

    private async Task<Folded<ImportState>?> GoOnAsync(Id id, CancellationToken cancellation)
    {
        var history = await streams.HistoryAsync(ImportStream.Kind, id, cancellation);
        if (await LoadAsync(id, cancellation) is not { State: ImportState.Underway underway } || history.Count == 0)
            return await LoadAsync(id, cancellation);
        var accepted = history[0];
        var inForce = await settings.FindAsync(accepted.SettingsHash, cancellation) ?? await settings.GetAsync(cancellation);
        var rules = RegisterRules.On(inForce.Settings, accepted.Day);
        var context = new CommandContext(accepted.Actor, accepted.At, accepted.Day);
        var envelope = new Envelope(context, inForce.Hash);
        var file = await blobs.FindAsync(Container, BlobName(id, underway.Sha256), cancellation);
        if (file is null || RegisterCsv.Read(file.ToMemory()).Table is not { } table)
            return await EndAsync(id, new ImportCommand.Stop([new ImportProblem(0, null, new Refusal(ImportRefusals.FileMissing))]), envelope, cancellation);
        if (ImportPlanner.Plan(table, await reader.ReadAsync(cancellation), rules, id, context) is not ImportPlan.Ready plan)
            return await EndAsync(id, Changed(0), envelope, cancellation);
        foreach (var step in plan.Steps.Take(StepsAtOnce))
        {
            if (!await TakeAsync(step, envelope, cancellation))
                return await EndAsync(id, Changed(step.Row), envelope, cancellation);
        }

        if (plan.Steps.Count <= StepsAtOnce)
            return await EndAsync(id, new ImportCommand.Finish(), envelope, cancellation);
        await SendAsync(id, null, cancellation);
        return await LoadAsync(id, cancellation);
    }

    /// <summary>False when the rules, asked again at this moment, say no.</summary>
    private async Task<bool> TakeAsync(RegisterStep step, Envelope envelope, CancellationToken cancellation)
    {
        switch (step)
        {
            case RegisterStep.OfProvider { Command: ProviderCommand.Register register } provider:
                return await providers.LoadAsync(provider.StreamId, cancellation) is not null
                    || await providers.RegisterAsync(provider.StreamId, register, envelope, cancellation) is Outcome<ProviderState>.Done;
            case RegisterStep.OfProvider provider:
                return await providers.ChangeAsync(provider.StreamId, provider.Command, envelope, cancellation) is Outcome<ProviderState>.Done;
            case RegisterStep.OfUnit { Command: UnitCommand.Register register } unit:
                return await units.LoadAsync(unit.StreamId, cancellation) is not null
                    || await units.RegisterAsync(unit.StreamId, register, envelope, cancellation) is Outcome<UnitState>.Done;
            case RegisterStep.OfUnit unit:
                return await units.ChangeAsync(unit.StreamId, unit.Command, envelope, cancellation) is Outcome<UnitState>.Done;
            default:
                throw new InvalidOperationException($"No way to take {step.GetType().Name}.");
        }
    }

    private async Task<Folded<ImportState>?> EndAsync(Id id, ImportCommand command, Envelope envelope, CancellationToken cancellation)
    {
        await streams.ChangeAsync(ImportStream.Kind, id, command, envelope, cancellation);
        return await LoadAsync(id, cancellation);
    }

    private Task SendAsync(Id id, DateTimeOffset? due, CancellationToken cancellation) => jobs.SendAsync(
        JobMessage.For(Type, 1, new ImportJob(id)), $"{Type}-{id}-{(due ?? clock.GetUtcNow()).UtcTicks}", cancellation, due);

    private static ImportCommand.Stop Changed(int row) =>
        new([new ImportProblem(row, null, new Refusal(ImportRefusals.RegisterChanged))]);

    private static ImportPlan.Rejected Reject(ImportProblem problem) => new([problem]);

    private static List<ImportProblem> ForeignBoards(ImportPlan.Ready plan, RegisterCall call) =>
    [
        .. plan.Steps.Where(step => BoardOf(step, plan.After) is { } board && !call.MayEdit(board)).Select(step => new ImportProblem(
            step.Row, RegisterColumns.Agreement["board"], new Refusal(RegisterEdgeRefusals.ForeignBoard))).Distinct(),
    ];

    private static BoardId? BoardOf(RegisterStep step, Register after) => step switch
    {
        RegisterStep.OfProvider { Command: ProviderCommand.SignAgreement sign } => sign.Board,
        RegisterStep.OfProvider { Command: ProviderCommand.ChangeAgreement change } =>
            after.Providers[step.StreamId].Agreement(change.AgreementId)?.Board,
        RegisterStep.OfUnit => after.Units[step.StreamId].Agreement.Board,
        _ => null,
    };

    private static string BlobName(Id id, string hash) => $"{id}/{hash}.csv";

    private sealed record ImportJob(Id ImportId);
}
