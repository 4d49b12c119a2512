using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Providers;
using Oversight.Providers.Import;

namespace Oversight.Functions.Providers;

/// <summary>
/// Carries out an accepted file, step by step. Each run plans the file anew against the register as it stands, so that
/// it goes on where another stopped; a step that was taken already is known by its key, so that two who carry on do not
/// stop each other.
/// </summary>
public sealed class ImportRun(
    Streams streams, ImportFiles files, RegisterReader reader, ProviderDesk providers, UnitDesk units,
    SettingsProvider settings)
    : IEffectHandler<ImportState, ImportEvent>
{
    public const string EffectName = "import.rows";

    /// <summary>Plans that may be overtaken by others' changes before the file is given up.</summary>
    private const int MaxPlans = 3;

    public string Effect => EffectName;

    public string Title => "Inläsning av en fil i anordnarregistret";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ImportState, ImportEvent> call, CancellationToken cancellation)
    {
        var id = call.Head.Id;
        if (call.State is not ImportState.Underway underway
            || await streams.LoadAsync(ImportStream.Kind, id, cancellation) is not { State: ImportState.Underway })
            return EffectProgress.Done;
        var inForce = await settings.FindAsync(call.Cause.SettingsHash, cancellation)
            ?? await settings.GetAsync(cancellation);
        var rules = RegisterRules.On(inForce.Settings, call.Cause.Day);
        if (await files.FindAsync(id, underway.Sha256, cancellation) is not { } table)
            return await EndAsync(id,
                new ImportCommand.Stop([new ImportProblem(0, null, new Refusal(ImportRefusals.FileMissing))]), call,
                cancellation);
        for (var plans = 1; ; plans++)
        {
            var planned = ImportPlanner.Plan(table, await reader.ReadAsync(cancellation), rules, id,
                call.Envelope.Context);
            if (planned is not ImportPlan.Ready plan)
                return await EndAsync(id, Changed(0), call, cancellation);
            var (refusedAt, isDone) = await TakeAsync(id, plan, call, cancellation);
            if (isDone)
                return await EndAsync(id, new ImportCommand.Finish(), call, cancellation);
            if (refusedAt is not { } row)
                return EffectProgress.MoreToDo;
            if (plans == MaxPlans)
                return await EndAsync(id, Changed(row), call, cancellation);
        }
    }

    /// <returns>
    /// The row at which the rules, asked again at this moment, said no; or whether all steps are taken.
    /// </returns>
    private async Task<(int? RefusedAt, bool IsDone)> TakeAsync(
        Id id, ImportPlan.Ready plan, EffectCall<ImportState, ImportEvent> call, CancellationToken cancellation)
    {
        foreach (var step in plan.Steps)
        {
            if (!call.MayGoOn())
                return (null, false);
            if (!await TakeAsync(step, KeyedFor(id, step, call.Envelope), cancellation))
                return (step.Row, false);
        }

        return (null, true);
    }

    /// <summary>False when the rules, asked again at this moment, say no.</summary>
    private async Task<bool> TakeAsync(RegisterStep step, Envelope envelope, CancellationToken cancellation) =>
        step switch
        {
            RegisterStep.OfProvider { Command: ProviderCommand.Register register } provider =>
                await providers.LoadAsync(provider.StreamId, cancellation) is not null
                || await providers.RegisterAsync(provider.StreamId, register, envelope,
                    cancellation) is Outcome<ProviderState>.Done,
            RegisterStep.OfProvider provider =>
                await providers.ChangeAsync(provider.StreamId, provider.Command, envelope,
                    cancellation) is Outcome<ProviderState>.Done,
            RegisterStep.OfUnit { Command: UnitCommand.Register register } unit =>
                await units.LoadAsync(unit.StreamId, cancellation) is not null
                || await units.RegisterAsync(unit.StreamId, register, envelope,
                    cancellation) is Outcome<UnitState>.Done,
            RegisterStep.OfUnit unit =>
                await units.ChangeAsync(unit.StreamId, unit.Command, envelope, cancellation) is Outcome<UnitState>.Done,
            _ => throw new InvalidOperationException($"No way to take {step.GetType().Name}."),
        };

    /// <summary>
    /// The same step of the same file is the same command, whoever plans it: what a row does to a stream is in its key.
    /// </summary>
    private static Envelope KeyedFor(Id id, RegisterStep step, Envelope envelope)
    {
        object command = step switch
        {
            RegisterStep.OfProvider provider => provider.Command,
            RegisterStep.OfUnit unit => unit.Command,
            _ => throw new InvalidOperationException($"No way to name {step.GetType().Name}."),
        };
        var body = Web.Envelopes.Hash(command);
        return envelope with { Key = $"import-{id}-{step.Row}-{command.GetType().Name}-{body[..16]}", BodyHash = body };
    }

    private async Task<EffectProgress> EndAsync(
        Id id, ImportCommand command, EffectCall<ImportState, ImportEvent> call, CancellationToken cancellation)
    {
        await streams.ChangeAsync(ImportStream.Kind, id, command, call.Envelope, cancellation);
        return EffectProgress.Done;
    }

    private static ImportCommand.Stop Changed(int row) =>
        new([new ImportProblem(row, null, new Refusal(ImportRefusals.RegisterChanged))]);
}
