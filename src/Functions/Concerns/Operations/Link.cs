using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations;

internal sealed class Link(ConcernDesk desk, ConcernLists lists, Conflicts conflicts)
    : ConcernOperation<ConcernCommand.LinkToConcern>
{
    private const int Suggested = 20;

    private static readonly LineField Other = new("concern", "Den andra synpunktens referens")
    {
        Required = true,
        Hint = "Välj i listan eller skriv, till exempel S-4K7QP-2M9XD.",
        Longest = Id.Length,
        Width = 14,
    };

    private static readonly NameField<ConcernLinkKind> Kind = new("kind", "Hur hör de ihop?",
    [
        new("duplicate", "Den här är en dubblett", "Samma synpunkt skickad två gånger. Den här räknas då inte."),
        new("sameEvent", "Samma händelse", "Två personer berättar om samma sak. Båda räknas."),
        new("possibleDuplicate", "Möjlig dubblett"),
    ])
    {
        Required = true,
    };

    public override OperationName Name { get; } = new("link", "koppla");

    public override string Title => "Koppla till en annan synpunkt";

    public override string Summary => "Kopplar synpunkten till en annan i samma nämnd, angiven med id eller referens.";

    public override string Done => "Synpunkterna är kopplade till varandra.";

    public override Permission Permission => Permission.AssessConcern;

    public override IReadOnlyList<Field> Fields { get; } = [Other, Kind];

    public override bool IsFor(OpenConcern open) => open.Access.Assesses;

    /// <summary>Nobody types a reference by hand: the latest about the same unit are suggested.</summary>
    public override async ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        OpenConcern open, Field field, CancellationToken cancellation)
    {
        if (field != Other || open.File.Unit is not { } unit)
            return null;
        var closed = await conflicts.OfAsync(open.User, cancellation);
        return
        [
            .. (await lists.LatestOfAsync(unit, Suggested, cancellation))
                .Where(row => row.ConcernId != open.Id && !closed.Contains(row.ConcernId))
                .Select(row => new Choice(row.Reference, row.Reference)),
        ];
    }

    public override async ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation)
    {
        var other = await FindAsync(open, values.Text(Other), cancellation);
        if (other is null)
            values.Refuse(ConcernRefusals.UnknownConcern, Other.Name);
        var kind = values.Read(Kind);
        if (kind is null)
            values.Refuse(ConcernEdgeRefusals.LinkKindRequired, Kind.Name);
        return new ConcernCommand.LinkToConcern(open.Id, other ?? default, kind ?? default);
    }

    public override Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        happened is ConcernEvent.LinkedToConcern linked
            ? new Told(
                "Kopplad till en annan synpunkt",
                access.Reads
                    ? [(ConcernWords.Link(linked.Kind), linked.Other.Reference(ConcernFacts.ReferenceKind))]
                    : [])
            : null;

    /// <summary>The other concern of the same board: what another board has, or is sealed, is not told.</summary>
    private async Task<Id?> FindAsync(OpenConcern open, string concern, CancellationToken cancellation)
    {
        var closed = await conflicts.OfAsync(open.User, cancellation);
        if (!Id.TryParse(TypedText.Code(concern), out var id))
            return await lists.FindByReferenceAsync([open.File.Board], concern, closed, cancellation);
        return !closed.Contains(id) && await desk.BoardOfAsync(id, cancellation) == open.File.Board ? id : null;
    }
}
