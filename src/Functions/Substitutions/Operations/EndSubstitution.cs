using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Substitutions;

namespace Oversight.Functions.Substitutions.Operations;

internal sealed class EndSubstitution : SubstitutionOperation
{
    private static readonly WordsField Reason = new("reason", "Varför avslutas det?", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
        Hint = "Skriv inget om hälsa eller annat personligt.",
    };

    public override OperationName Name { get; } = new("end", "avsluta");

    public override string Title => "Avsluta vikariatet";

    public override string Summary => "Avslutar vikariatet genast, före den sista dagen.";

    public override string Done => "Vikariatet är avslutat.";

    public override int Rank => 20;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool IsFor(OpenSubstitution open) =>
        open.Substitution.For == open.User.UserId || open.Substitution.By?.UserId == open.User.UserId;

    public override SubstitutionCommand Command(OpenSubstitution open, FieldValues values, OperationTexts texts) =>
        new SubstitutionCommand.End(texts.Add(values, Reason), open.InForce.Settings.Limits.Reason);
}
