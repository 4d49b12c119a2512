using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations;

internal sealed class UnsealConcern : ConcernOperation<ConcernCommand.Unseal>
{
    private static readonly WordsField Reason = Why("Varför hävs spärren?");

    public override OperationName Name { get; } = new("unseal", "hav-sparren");

    public override string Title => "Häv spärren";

    public override string Summary => "Häver spärren på en synpunkt. Enhetschefen beslutar.";

    public override string Done =>
        "Spärren är hävd. Granskningar som spärrades tillsammans med synpunkten är spärrade tills du häver deras "
            + "spärr.";

    public override Permission Permission => Permission.UnsealReview;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool IsFor(OpenConcern open) =>
        open.Access.Reads && Access.Allows(open.User, Permission.UnsealReview, open.File.Board);

    public override bool Fits(OpenConcern open) => base.Fits(open) && open.File.Seal is not null;

    public override ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation) =>
        new(new ConcernCommand.Unseal(texts.Add(values, Reason), open.Rules));

    public override Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        happened is ConcernEvent.Unsealed it ? new Told("Spärren hävd", [], it.Reason) : null;
}
