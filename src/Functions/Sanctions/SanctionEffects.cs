using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Matters;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Texts;
using Oversight.Reviews;
using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions;

/// <summary>
/// Brings about the sanction that a review has announced, with a copy of its grounds: whoever reads the sanction need
/// not read the review.
/// </summary>
public sealed class SanctionOpening(Streams streams, PrivateTexts texts, TextKeys keys)
    : IEffectHandler<ReviewState, ReviewEvent>
{
    private const string Purpose = "sanction-grounds";

    public string Effect => ReviewEffects.SanctionOpens;

    public string Title => "En föreslagen sanktion öppnas";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReviewState, ReviewEvent> call, CancellationToken cancellation)
    {
        if (call.State.Review is not { } review
            || IdOf(call.Cause.Event) is not { } id
            || await streams.LoadAsync(SanctionStream.Kind, id, cancellation) is not null)
            return EffectProgress.Done;
        var kept = new KeptTexts(await texts.ReadAllAsync(ReviewStream.StreamId(call.Head.Id), cancellation));
        var copy = new RequestTexts(
            await keys.GetAsync(cancellation), Purpose, id.Value, Purpose, SanctionDesk.RetentionClass);
        if (Command(call, review, kept, copy) is not { } command)
            return EffectProgress.Done;
        if (copy.Entry.Fields.Count > 0)
            await texts.WriteAsync(SanctionStream.StreamId(id), copy.EntryName, copy.Entry, cancellation);
        await streams.CreateAsync(SanctionStream.Kind, id, command, call.Envelope, cancellation);
        return EffectProgress.Done;
    }

    private static Id? IdOf(ReviewEvent happened) => happened switch
    {
        ReviewEvent.SanctionProposed proposed => proposed.Sanction,
        ReviewEvent.UrgentMeasureTaken taken => taken.Sanction,
        _ => null,
    };

    private static SanctionCommand? Command(
        EffectCall<ReviewState, ReviewEvent> call, Review review, KeptTexts kept, RequestTexts copy) =>
        call.Cause.Event switch
        {
            ReviewEvent.SanctionProposed proposed => new SanctionCommand.Propose(new SanctionProposal(
                call.Head.Id, review.Unit, proposed.Terms, proposed.Services, proposed.Findings,
                copy.Add("grounds", kept.Find(proposed.Grounds)).Kept, proposed.ProposedBy)),
            ReviewEvent.UrgentMeasureTaken { Measure: var taken } => new SanctionCommand.TakeAtOnce(
                new SanctionProposal(
                    call.Head.Id, review.Unit, taken.Terms, taken.Services, [],
                    copy.Add("grounds", kept.Find(taken.Reason)).Kept, taken.DecidedBy),
                copy.Add("measure", kept.Find(taken.Measure)).Kept, taken.Until),
            _ => null,
        };
}

/// <summary>A sanction that has ended keeps its review open no longer.</summary>
public sealed class SanctionEnds(Streams streams) : IEffectHandler<SanctionState, SanctionEvent>
{
    public const string Name = "sanction.ends";

    public string Effect => Name;

    public string Title => "Granskningen får veta att en sanktion är avslutad";

    public static bool Follows(SanctionEvent happened) => happened
        is SanctionEvent.Decided or SanctionEvent.Withdrawn or SanctionEvent.CourtNoted or SanctionEvent.Concluded;

    public async Task<EffectProgress> RunAsync(
        EffectCall<SanctionState, SanctionEvent> call, CancellationToken cancellation)
    {
        if (call.State.Sanction is { Ending: not null } sanction)
            await streams.EndMatterAsync(sanction.ReviewId, call.Head.Id, call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}

/// <summary>
/// The final date that was decided becomes the review's: its follow-up and check move with it, the report does not.
/// </summary>
public sealed class SanctionFinalDates(Streams streams, SettingsProvider settings)
    : IEffectHandler<SanctionState, SanctionEvent>
{
    public const string Name = "sanction.final-date";

    public string Effect => Name;

    public string Title => "Granskningen får den sista dag som är beslutad";

    public async Task<EffectProgress> RunAsync(
        EffectCall<SanctionState, SanctionEvent> call, CancellationToken cancellation)
    {
        if (call.State.Sanction is not { InForceSince: not null, Ending: null, FinalDate: { } day } sanction)
            return EffectProgress.Done;
        var inForce = await settings.FindAsync(call.Cause.SettingsHash, cancellation) ?? settings.Current;
        var outcome = await streams.ChangeAsync(
            ReviewStream.Kind, sanction.ReviewId,
            new ReviewCommand.MoveFinalDate(day, inForce.Settings.ReviewRulesOn(call.Cause.Day)), call.Envelope,
            cancellation);
        if (outcome is not Outcome<ReviewState>.Done)
            throw new InvalidOperationException(
                $"The review {sanction.ReviewId} did not take its final date: {outcome.GetType().Name}.");
        return EffectProgress.Done;
    }
}
