using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Substitutions;

namespace Oversight.Functions.Substitutions.Operations;

/// <summary>Whoever was named takes it: only then is it known who they are.</summary>
internal sealed class TakeSubstitution : SubstitutionOperation
{
    public override OperationName Name { get; } = new("take", "ta");

    public override string Title => "Ta vikariatet";

    public override string Summary => "Den som anropar vikarierar under tiden. Den som är borta blir det inte av med.";

    public override string Done =>
        "Du har tagit vikariatet. För en enhetschef gäller det när den som är borta har bekräftat att det är du.";

    public override int Rank => 10;

    public override bool IsFor(OpenSubstitution open) => open.Substitution.For != open.User.UserId;

    public override bool Fits(OpenSubstitution open) => base.Fits(open) && open.Substitution.By is null;

    public override string Lead(OpenSubstitution open) =>
        $"{open.Texts.Show(open.Substitution.ForName)} har angett "
        + $"{open.Texts.Show(open.Substitution.Named)} som vikarie, {SubstitutionWords.Period(open.Substitution)}. "
        + "Under tiden ser du det som är den frånvarandes i Att göra och kan göra detsamma som den. Jäv anmäler du i "
        + "varje ärende som förut.";

    public override SubstitutionCommand Command(OpenSubstitution open, FieldValues values, OperationTexts texts) =>
        new SubstitutionCommand.Take(
            texts.Add("name", open.User.Name, null),
            StandIns.MayStandIn(open.User, open.Substitution.Role, open.Substitution.Board));
}
