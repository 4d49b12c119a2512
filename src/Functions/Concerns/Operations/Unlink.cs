using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations;

internal sealed class Unlink : ConcernOperation<ConcernCommand.UnlinkConcern>
{
    public static readonly OwnChoiceField Other = new("concern", "Vilken koppling ska tas bort?") { Required = true };

    public override OperationName Name { get; } = new("unlink", "koppla-bort");

    public override string Title => "Ta bort koppling";

    public override string Summary => "Tar bort kopplingen till en annan synpunkt.";

    public override string Done => "Kopplingen är borttagen.";

    public override Permission Permission => Permission.AssessConcern;

    public override IReadOnlyList<Field> Fields { get; } = [Other];

    /// <summary>Each link has its own button.</summary>
    public override bool HasOwnLink => true;

    public override bool IsFor(OpenConcern open) => open.Access.Assesses;

    public override IReadOnlyList<Choice> ChoicesOf(OpenConcern open, Field field) =>
        [.. open.File.Links.Select(
            link => new Choice(link.Other.Value, link.Other.Reference(ConcernFacts.ReferenceKind)))];

    public override ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation)
    {
        if (!Id.TryParse(values.Text(Other), out var other))
            values.Refuse(ConcernRefusals.NotLinked, Other.Name);
        return new(new ConcernCommand.UnlinkConcern(other));
    }

    public override Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        happened is ConcernEvent.UnlinkedFromConcern unlinked
            ? new Told(
                "Kopplingen togs bort", access.Reads
                    ? [("Synpunkt", unlinked.Other.Reference(ConcernFacts.ReferenceKind))]
                    : [])
            : null;
}
