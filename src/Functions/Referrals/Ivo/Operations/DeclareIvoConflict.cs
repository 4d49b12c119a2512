using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals.Operations;

/// <summary>jäv of whoever is about to decide.</summary>
internal sealed class DeclareIvoConflict : IvoOperation
{
    private static readonly WordsField Reason = new("reason", "Varför är du jävig?", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
        Hint = "Skriv inga uppgifter om kunder.",
    };

    public override OperationName Name { get; } = new("declare-conflict", "anmal-jav");

    public override string Title => "Anmäl jäv";

    public override string Summary => "Den som skulle ha beslutat är jävig. Ersättaren beslutar.";

    public override string Done => "Jävet är anmält. Ersättaren beslutar, och du läser inte ställningstagandet mer.";

    public override int Rank => 30;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool Fits(OpenIvo open) => open.State.Status == IvoStatus.Open && open.MayDecide;

    public override IvoCommand Command(OpenIvo open, FieldValues values, OperationTexts texts) =>
        new IvoCommand.DeclareConflict(
            texts.Add(values, Reason), open.InForce.Settings.IvoRulesOn(open.Today),
            open.InForce.Settings.Limits.Reason);
}
