using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns.Together;

/// <summary>How it went with one of them.</summary>
/// <param name="Code">Why it was not assessed; null: it was.</param>
public sealed record TogetherResult(MarkedConcern Marked, string? Code)
{
    public bool IsDone => Code is null;
}

/// <summary>
/// Assesses each by an event of its own with a reason of its own text, so that one is erased without the others. What
/// goes wrong with one stops no other; a repeat under the same key assesses nothing twice.
/// </summary>
public sealed class TogetherAssessing(ConcernDesk desk, TogetherForm form, CommandContexts contexts)
{
    private const int AtOnce = 4;

    /// <summary>What is wrong with the assessment whichever concern it is given to; empty: nothing.</summary>
    public async Task<IReadOnlyList<Refusal>> FaultsAsync(
        IEnumerable<MarkedConcern> together, FieldValues values, FormState sent, CancellationToken cancellation)
    {
        var faults = new List<Refusal>();
        foreach (var open in together.Select(marked => marked.Open!))
        {
            var (command, envelope, _) = await CommandAsync(open, values, sent, cancellation);
            var decision = ConcernDecider.Decide(open.State, command, envelope.Context);
            faults.AddRange(values.FaultsAnd(
                [
                    .. AssessedTogether.Faults((ConcernCommand.Assess)command, form.RulesOf(open)),
                    .. decision is Decision<ConcernEvent>.Refused refused ? refused.Reasons : [],
                ]));
        }

        return [.. faults.DistinctBy(fault => (fault.Field, fault.Code))];
    }

    public async Task<IReadOnlyList<TogetherResult>> AssessAsync(
        IReadOnlyList<MarkedConcern> marked, FieldValues values, FormState sent, CancellationToken cancellation)
    {
        var results = new TogetherResult[marked.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, marked.Count), options, async (index, token) =>
            results[index] = new TogetherResult(
                marked[index], await AssessAsync(marked[index], values, sent, token)));
        return results;
    }

    private async Task<string?> AssessAsync(
        MarkedConcern marked, FieldValues values, FormState sent, CancellationToken cancellation)
    {
        if (marked.Open is not { Access.Assesses: true } open)
            return marked.WhyAlone ?? ConcernEdgeRefusals.AloneNotYours;
        var (command, envelope, texts) = await CommandAsync(open, values, sent, cancellation);
        // What must not be assessed is asked for against a version that is not there: only a repeat is known again.
        if (marked.WhyAlone is not null)
            envelope = envelope with { Against = Against.Version(0) };
        return await desk.ChangeAsync(open, command, texts, envelope, cancellation) switch
        {
            Outcome<ConcernState>.Done => null,
            Outcome<ConcernState>.Refused { Reasons: [var first, ..] } => first.Code,
            _ => marked.WhyAlone ?? ConcernEdgeRefusals.SomebodyWasFirst,
        };
    }

    private async Task<(ConcernCommand Command, Envelope Envelope, DraftTexts Texts)> CommandAsync(
        OpenConcern open, FieldValues values, FormState sent, CancellationToken cancellation)
    {
        var board = open.File.Board;
        var role = Access.ActingRole(open.User, Permission.AssessConcern, board);
        var seen = int.TryParse(sent[TogetherForm.SeenKey(open.Id)], out var version) ? version : 0;
        var envelope = Envelopes.ForChange(
            contexts.For(open.User, role, board), open.InForce.Hash, sent.With(sent.IdempotencyKey ?? "", seen),
            TogetherForm.Body(values));
        var texts = DraftTexts.For(open, form.Assess.Name.Name, envelope);
        return (await form.Assess.CommandAsync(open, values, texts, cancellation), envelope, texts);
    }
}
