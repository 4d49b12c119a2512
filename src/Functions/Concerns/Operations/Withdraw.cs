using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations;

internal sealed class Withdraw : ConcernOperation<ConcernCommand.Withdraw>
{
    private static readonly WordsField Reason = Why("Motivering");

    public override OperationName Name { get; } = new("withdraw", "aterkalla");

    public override string Title => "Återkalla synpunkten";

    public override string Link => "Återkalla";

    public override string Summary => "Återkallar en synpunkt som du har registrerat.";

    public override string Done => "Synpunkten är återkallad. Den räknas inte längre i riskbedömningen.";

    public override Permission Permission => Permission.ReadOwnConcerns;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool IsFor(OpenConcern open) => open.Access.IsReporter;

    public override string Lead(OpenConcern open) =>
        "En återkallad synpunkt räknas inte i riskbedömningen, men finns kvar i historiken.";

    public override ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation) =>
        new(new ConcernCommand.Withdraw(open.Hashes.Reporter(open.User.UserId), texts.Add(values, Reason), open.Rules));

    public override Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        happened is ConcernEvent.Withdrawn withdrawn ? new Told("Återkallad", [], withdrawn.Reason) : null;
}
