using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Substitutions;

namespace Oversight.Functions.Substitutions.Operations;

/// <summary>Whoever is away says that the right person has taken it.</summary>
internal sealed class ConfirmSubstitution : SubstitutionOperation
{
    public override OperationName Name { get; } = new("confirm", "bekrafta");

    public override string Title => "Bekräfta vikarien";

    public override string Summary => "Den som är borta bekräftar vem som vikarierar för en enhetschef.";

    public override string Done => "Vikarien är bekräftad och beslutar i ditt ställe under tiden.";

    public override int Rank => 15;

    public override bool IsFor(OpenSubstitution open) => open.Substitution.For == open.User.UserId;

    public override bool Fits(OpenSubstitution open) => base.Fits(open) && open.Substitution.AwaitsConfirmation;

    public override string Lead(OpenSubstitution open) =>
        $"{open.Texts.Show(open.Substitution.By!.Name)} har tagit vikariatet. Du angav "
        + $"{open.Texts.Show(open.Substitution.Named)}. Bekräfta bara om det är rätt person: vikarien beslutar om "
        + "granskningar och häver spärrar i ditt ställe. Är det fel person, avsluta vikariatet och ange det på nytt.";

    public override SubstitutionCommand Command(OpenSubstitution open, FieldValues values, OperationTexts texts) =>
        new SubstitutionCommand.Confirm();
}
