using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Storage;
using Oversight.Planning;

namespace Oversight.Functions.Planning.Operations;

/// <summary>Something that the process owner decides about an årsplan.</summary>
internal abstract class PlanOperation : Operation<OpenPlan>
{
    public override Permission Permission => Permission.AdoptPlan;

    /// <summary>The page of the plan has its form.</summary>
    public override bool HasOwnLink => true;

    public override bool IsFor(OpenPlan open) => Access.Allows(open.User, Permission.AdoptPlan, open.Board);

    /// <summary>
    /// Null where what was sent cannot be read; then it has been refused in <paramref name="values"/>.
    /// </summary>
    public abstract Task<Outcome<PlanState>?> RunAsync(
        OpenPlan open, FieldValues values, Envelope envelope, CancellationToken cancellation);
}
