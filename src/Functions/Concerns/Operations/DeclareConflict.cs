using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations;

/// <summary>jäv: whoever is to decide hands the decision over.</summary>
internal sealed class DeclareConflict : ConcernOperation<ConcernCommand.DeclareConflictOfInterest>
{
    private static readonly WordsField Reason = Why("Vilken omständighet gör dig jävig?", "Skriv inte namn på kunder.");

    public override OperationName Name { get; } = new("declare-conflict", "anmal-jav");

    public override string Title => "Anmäl jäv";

    public override string Summary =>
        "Den som ska besluta om en påkallad granskning anmäler jäv. Ersättaren beslutar då.";

    public override string Done => "Jävet är antecknat. Beslutet har gått över till ersättaren.";

    public override Permission Permission => Permission.DecideTriggeredReview;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool IsFor(OpenConcern open) => open.Access.Decides;

    public override bool Fits(OpenConcern open) => MayDecide(open);

    public override string Lead(OpenConcern open) =>
        "Den som är jävig får inte delta i beslutet. Ersättaren beslutar i stället, och skälet antecknas i ärendet.";

    public override ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation) =>
        new(new ConcernCommand.DeclareConflictOfInterest(texts.Add(values, Reason), open.Rules));

    public override Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        happened is ConcernEvent.ConflictOfInterestDeclared declared
            ? new Told("Jäv anmält", [("Beslutar i stället", RoleNames.Title(declared.Awaits.From))], declared.Reason)
            : null;
}
