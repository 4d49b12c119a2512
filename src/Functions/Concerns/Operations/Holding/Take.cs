using Oversight.Concerns;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations.Holding;

internal sealed class Take(StockholmTime time) : HoldingOperation<ConcernCommand.Take>(time)
{
    public override OperationName Name { get; } = new("take", "ta");

    public override string Title => "Ta ärendet";

    public override string Summary =>
        "Den som anropar arbetar med synpunkten från och med nu. Andra som får bedöma kan göra det som förut.";

    public override string Done => "Du har tagit ärendet. Kollegorna ser det i inkorgen.";

    /// <summary>It has its button on the page of the concern.</summary>
    public override bool HasOwnLink => true;

    public override string? Lead(OpenConcern open) => open.File.Holder is { } holder
        ? $"En kollega arbetar med synpunkten sedan {SwedishDates.Text(holder.Since)}. "
            + "Säg till kollegan att du tar över."
        : "Kollegorna ser att du arbetar med synpunkten. De kan bedöma den som förut.";

    public override bool Fits(OpenConcern open) => base.Fits(open) && open.File.Holder?.UserId != open.User.UserId;

    public override ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation) =>
        new(new ConcernCommand.Take(texts.Add(NameField, open.User.Name)));

    public override Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        happened is ConcernEvent.Taken taken ? new Told("Ärendet togs", [], taken.Holder.Name) : null;
}
