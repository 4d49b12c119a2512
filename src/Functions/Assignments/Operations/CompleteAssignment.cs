using Oversight.Assignments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;

namespace Oversight.Functions.Assignments.Operations;

internal sealed class CompleteAssignment : AssignmentOperation
{
    private static readonly WordsField Word = new("word", "Vad blev det av uppgiften?", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
        Hint = "Skriv kort, och inga uppgifter om kunder.",
    };

    public override OperationName Name { get; } = new("complete", "klar");

    public override string Title => "Markera som klar";

    public override string Summary => "Handläggaren har gjort uppgiften.";

    public override string Done => "Uppgiften är klar.";

    public override Permission Permission => Permission.DoAssignments;

    public override IReadOnlyList<Field> Fields { get; } = [Word];

    public override AssignmentCommand Command(OpenAssignment open, FieldValues values, OperationTexts texts) =>
        new AssignmentCommand.Complete(texts.Add(values, Word), open.InForce.Settings.Limits.Reason);
}
