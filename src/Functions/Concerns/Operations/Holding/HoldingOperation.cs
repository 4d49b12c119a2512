using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns.Operations.Holding;

/// <summary>What assessors do about who works with a concern. Afterwards the selection is kept.</summary>
internal abstract class HoldingOperation<TCommand>(StockholmTime time) : ConcernOperation<TCommand>
    where TCommand : ConcernCommand
{
    /// <summary>The field of the entry in which a holder's name is kept.</summary>
    protected const string NameField = "holderName";

    protected DateOnly Today => time.Today();

    public override Permission Permission => Permission.AssessConcern;

    public override IReadOnlyList<string> Carried { get; } = [InboxQuery.KeptKey];

    public override bool IsFor(OpenConcern open) => open.Access.Assesses;

    public override string? Next(OpenConcern open, FieldValues values) => open.Access.Any
        ? InboxQuery.WithKept(open.Address, InboxQuery.ReadKept(values.Sent[InboxQuery.KeptKey], Today).Kept)
        : null;

    protected static bool IsHeld(OpenConcern open) => open.User.ActsFor(open.File.Holder?.UserId, open.File.Board);
}
