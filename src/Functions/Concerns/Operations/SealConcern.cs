using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations;

internal sealed class SealConcern : ConcernOperation<ConcernCommand.Seal>
{
    private static readonly WordsField Reason =
        Why("Vad misstänks?", "Kort. Skriv inga namn på kunder eller medarbetare.");

    public override OperationName Name { get; } = new("seal", "sparra");

    public override string Title => "Spärra synpunkten";

    public override string Summary =>
        "Spärrar synpunkten vid misstanke om oegentlighet eller brott. Bara du, granskarna och enhetschefen läser den.";

    public override string Done =>
        "Synpunkten är spärrad. Bara du, granskarna och enhetschefen läser den, och granskningar som görs på grund av "
            + "den är spärrade.";

    /// <summary>For those who assess and for the enhetschef, who have this permission in common.</summary>
    public override Permission Permission => Permission.ReadConcerns;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override string Lead(OpenConcern open) =>
        "Använd spärren vid misstanke om oegentlighet eller brott. Kollegor ser inte synpunkten i listor, sökning "
            + "eller tidslinjer efter det, och anordnaren får inga brev om granskningar som görs på grund av den. "
            + "Den som har registrerat synpunkten ser den i Mina synpunkter som förut, men inte att den är spärrad. "
            + "Enhetschefen kan häva spärren.";

    public override bool IsFor(OpenConcern open) => open.Access.Assesses || IsChief(open);

    public override bool Fits(OpenConcern open) => base.Fits(open) && open.File.Seal is null;

    public override Permission ActsBy(OpenConcern open) =>
        open.Access.Assesses ? Permission.AssessConcern : Permission.UnsealReview;

    public override ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation) =>
        new(new ConcernCommand.Seal(texts.Add(values, Reason), open.Rules));

    public override Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        happened is ConcernEvent.Sealed it ? new Told("Synpunkten spärrad", [], it.Reason) : null;

    private static bool IsChief(OpenConcern open) =>
        open.Access.Reads && Access.Allows(open.User, Permission.UnsealReview, open.File.Board);
}
