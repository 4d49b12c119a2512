using Oversight.Functions.Dependencies;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Providers;
using Oversight.Providers.Import;

namespace Oversight.Functions.Providers;

/// <summary>Takes in files of the register: checked as a whole, kept, and accepted by one event.</summary>
public sealed class Imports(Streams streams, ImportFiles files, RegisterReader reader)
{
    /// <summary>What the file would do, or everything that is wrong with it.</summary>
    public async Task<ImportPlan> CheckAsync(
        Id id, ReadOnlyMemory<byte> file, RegisterCall call, CancellationToken cancellation)
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
        return plan is ImportPlan.Ready ready && ForeignBoards(ready, call) is { Count: > 0 } foreign
            ? new ImportPlan.Rejected(foreign)
            : plan;
    }

    /// <summary>
    /// Accepts a file that has nothing wrong in it; <see cref="ImportRun"/> carries it out. A repeat is answered from
    /// the stream.
    /// </summary>
    public async Task<(Outcome<ImportState>? Outcome, IReadOnlyList<ImportProblem> Problems)> AcceptAsync(
        Id id, ReadOnlyMemory<byte> file, RegisterCall call, Envelope envelope, CancellationToken cancellation)
    {
        var (rows, steps) = (0, 0);
        var existing = await streams.LoadForChangeAsync(ImportStream.Kind, id, cancellation);
        if (existing is null)
        {
            var checkedFile = await CheckAsync(id, file, call, cancellation);
            if (checkedFile is not ImportPlan.Ready plan)
                return (null, ((ImportPlan.Rejected)checkedFile).Problems);
            (rows, steps) = (plan.Steps.Select(step => step.Row).Distinct().Count(), plan.Steps.Count);
        }

        var outcome = await streams.CreateAsync(
            ImportStream.Kind, id, new ImportCommand.Accept(ImportFiles.HashOf(file), rows, steps), envelope,
            cancellation, async (accepted, token) =>
            {
                await files.KeepAsync(id, file, token);
                return new Prepared<ImportCommand>.Go(accepted);
            },
            existing);
        return outcome is Outcome<ImportState>.Done done && await TryLoadAsync(id) is { } now
            ? (new Outcome<ImportState>.Done(now.Head, now.State, done.Repeated), [])
            : (outcome, []);
    }

    public Task<Folded<ImportState>?> LoadAsync(Id id, CancellationToken cancellation) =>
        streams.LoadAsync(ImportStream.Kind, id, cancellation);

    /// <summary>How far it came at once; the acceptance stands whether that can be read or not.</summary>
    private async Task<Folded<ImportState>?> TryLoadAsync(Id id)
    {
        try
        {
            return await LoadAsync(id, CancellationToken.None);
        }
        catch (DependencyUnavailableException)
        {
            return null;
        }
    }

    private static ImportPlan.Rejected Reject(ImportProblem problem) => new([problem]);

    private static List<ImportProblem> ForeignBoards(ImportPlan.Ready plan, RegisterCall call) =>
    [
        .. plan.Steps.Where(step => BoardOf(step, plan.After) is { } board && !call.MayEdit(board))
            .Select(step => new ImportProblem(
                step.Row, RegisterColumns.Agreement["board"], new Refusal(RegisterEdgeRefusals.ForeignBoard)))
                .Distinct(),
    ];

    private static BoardId? BoardOf(RegisterStep step, Register after) => step switch
    {
        RegisterStep.OfProvider { Command: ProviderCommand.SignAgreement sign } => sign.Board,
        RegisterStep.OfProvider { Command: ProviderCommand.ChangeAgreement change } =>
            after.Providers[step.StreamId].Agreement(change.AgreementId)?.Board,
        RegisterStep.OfUnit => after.Units[step.StreamId].Agreement.Board,
        _ => null,
    };
}
