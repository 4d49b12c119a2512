using Oversight.Concerns;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations.Holding;

internal sealed class HandOver(ConcernColleagues colleagues, StockholmTime time)
    : HoldingOperation<ConcernCommand.HandOver>(time)
{
    private static readonly OwnChoiceField Whom = new("colleague", "Till vem?")
    {
        Required = true,
        Hint = "Här står de som bedömer nämndens synpunkter och har loggat in på senare tid. Är kollegan inte med: be "
            + "kollegan logga in, eller lämna tillbaka ärendet och be kollegan ta det.",
    };

    public override OperationName Name { get; } = new("hand-over", "lamna-over");

    public override string Title => "Lämna över";

    public override string Summary =>
        "Lämnar över synpunkten till en kollega som arbetar med nämndens synpunkter, angiven med sitt id i Entra.";

    public override string Done => "Ärendet är överlämnat. Den som fick det ser det bland sina i inkorgen.";

    public override int Rank => 12;

    public override IReadOnlyList<Field> Fields { get; } = [Whom];

    public override string Lead(OpenConcern open) =>
        "Den du väljer arbetar med synpunkten från och med nu. Säg till: inget brev skickas.";

    public override bool Fits(OpenConcern open) => base.Fits(open) && IsHeld(open);

    public override async ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        OpenConcern open, Field field, CancellationToken cancellation) =>
        [.. (await KnownAsync(open, cancellation)).Select(known => new Choice(known.UserId, known.Name))];

    /// <summary>Somebody who is not known is nobody: a name is not written here, it is found.</summary>
    public override async ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation)
    {
        var chosen = (await KnownAsync(open, cancellation)).FirstOrDefault(known => known.UserId == values.Text(Whom));
        return new ConcernCommand.HandOver(chosen?.UserId, texts.Add(NameField, chosen?.Name));
    }

    public override Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        happened is ConcernEvent.HandedOver handed ? new Told("Ärendet lämnades över", [], handed.Holder.Name) : null;

    /// <summary>Those who may have it, but for whoever has it.</summary>
    private async Task<IEnumerable<Colleague>> KnownAsync(OpenConcern open, CancellationToken cancellation) =>
        (await colleagues.OfAsync(open.File.Board, Today, cancellation)).Where(known =>
            known.UserId != open.File.Holder?.UserId && open.File.MayBeHeldBy(known.UserId));
}
