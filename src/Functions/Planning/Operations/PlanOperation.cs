using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Storage;
using Oversight.Planning;

namespace Oversight.Functions.Planning.Operations;

/// <summary>Something that is done with an årsplan; by the process owner where nothing else is said.</summary>
internal abstract class PlanOperation : Operation<OpenPlan>
{
    public override Permission Permission => Permission.AdoptPlan;

    /// <summary>The page of the plan has its form.</summary>
    public virtual bool IsEmbedded => true;

    public override bool HasOwnLink => IsEmbedded;

    public override bool IsFor(OpenPlan open) => Access.Allows(open.User, Permission, open.Board);

    /// <summary>
    /// Null where what was sent cannot be read; then it has been refused in <paramref name="values"/>.
    /// </summary>
    public abstract Task<Outcome<PlanState>?> RunAsync(
        OpenPlan open, FieldValues values, Envelope envelope, CancellationToken cancellation);
}
