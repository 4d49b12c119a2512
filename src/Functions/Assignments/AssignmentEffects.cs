using Oversight.Assignments;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Matters;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Texts;
using Oversight.Reviews;

namespace Oversight.Functions.Assignments;

/// <summary>
/// Brings about the uppgift that a review has announced, with copies of its texts: the handläggare do not read the
/// review.
/// </summary>
public sealed class AssignmentOpening(Streams streams, PrivateTexts texts, TextKeys keys)
    : IEffectHandler<ReviewState, ReviewEvent>
{
    private const string Purpose = "assignment-given";

    public string Effect => ReviewEffects.AssignmentOpens;

    public string Title => "En uppgift ges till handläggarna";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReviewState, ReviewEvent> call, CancellationToken cancellation)
    {
        if (call.State.Review is not { } review || call.Cause.Event is not ReviewEvent.AssignmentGiven given
            || await streams.LoadAsync(AssignmentStream.Kind, given.Assignment, cancellation) is not null)
            return EffectProgress.Done;
        var kept = new KeptTexts(await texts.ReadAllAsync(ReviewStream.StreamId(call.Head.Id), cancellation));
        var copy = new RequestTexts(
            await keys.GetAsync(cancellation), Purpose, given.Assignment.Value, Purpose, AssignmentDesk.RetentionClass);
        var what = copy.Add("what", kept.Find(given.What));
        var whom = given.Whom is null ? null : copy.Add("whom", kept.Find(given.Whom));
        // What has been erased since is not brought back: the reference says that it is gone.
        if (copy.Entry.Fields.Count > 0)
            await texts.WriteAsync(
                AssignmentStream.StreamId(given.Assignment), copy.EntryName, copy.Entry, cancellation);
        await streams.CreateAsync(
            AssignmentStream.Kind, given.Assignment,
            new AssignmentCommand.Assign(
                new Assignment(call.Head.Id, review.Unit, what.Kept, whom?.Kept, given.Until)),
            call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}

/// <summary>An uppgift that is done or withdrawn keeps its review open no longer.</summary>
public sealed class AssignmentEnds(Streams streams) : IEffectHandler<AssignmentState, AssignmentEvent>
{
    public const string Name = "assignment.ends";

    public string Effect => Name;

    public string Title => "Granskningen får veta att en uppgift är klar eller tillbakatagen";

    public async Task<EffectProgress> RunAsync(
        EffectCall<AssignmentState, AssignmentEvent> call, CancellationToken cancellation)
    {
        if (call.State.Assignment is { } given)
            await streams.EndMatterAsync(given.ReviewId, call.Head.Id, call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}
