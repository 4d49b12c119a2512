using Oversight.Assignments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;

namespace Oversight.Functions.Assignments.Operations;

internal sealed class WithdrawAssignment : AssignmentOperation
{
    private static readonly WordsField Reason = new("reason", "Varför tas den tillbaka?", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
    };

    public override OperationName Name { get; } = new("withdraw", "ta-tillbaka");

    public override string Title => "Ta tillbaka uppgiften";

    public override string Summary => "Uppgiften ska inte göras.";

    public override string Done => "Uppgiften är tillbakatagen.";

    public override Permission Permission => Permission.Review;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override AssignmentCommand Command(OpenAssignment open, FieldValues values, OperationTexts texts) =>
        new AssignmentCommand.Withdraw(texts.Add(values, Reason), open.InForce.Settings.Limits.Reason);
}
