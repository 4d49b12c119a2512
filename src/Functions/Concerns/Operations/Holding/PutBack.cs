using Oversight.Concerns;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations.Holding;

internal sealed class PutBack(StockholmTime time) : HoldingOperation<ConcernCommand.PutBack>(time)
{
    public override OperationName Name { get; } = new("put-back", "lamna-tillbaka");

    public override string Title => "Lämna tillbaka";

    public override string Summary => "Lämnar tillbaka synpunkten: ingen arbetar med den, och den som vill tar den.";

    public override string Done => "Ärendet är tillbaka. Ingen arbetar med synpunkten nu.";

    /// <summary>It has its button on the page of the concern.</summary>
    public override bool HasOwnLink => true;

    public override string Lead(OpenConcern open) =>
        "Synpunkten ligger kvar i inkorgen. Ingen arbetar med den förrän någon tar den.";

    public override bool Fits(OpenConcern open) => base.Fits(open) && IsHeld(open);

    public override ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation) =>
        new(new ConcernCommand.PutBack());

    public override Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        happened is ConcernEvent.PutBack ? new Told("Ärendet lämnades tillbaka", []) : null;
}
