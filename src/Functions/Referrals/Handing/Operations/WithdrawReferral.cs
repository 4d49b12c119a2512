using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals.Operations;

/// <summary>Takes a proposal back, for instance to propose it in other words.</summary>
internal sealed class WithdrawReferral : ReferralOperation
{
    private static readonly WordsField Reason = new("reason", "Varför tas det tillbaka?", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
        Hint = "Skriv inga uppgifter om kunder.",
    };

    public override OperationName Name { get; } = new("withdraw", "ta-tillbaka");

    public override string Title => "Ta tillbaka överlämnandet";

    public override string Summary => "Tar tillbaka ett överlämnande som inte är gjort.";

    public override string Done => "Överlämnandet är tillbakataget.";

    public override int Rank => 90;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool Fits(OpenReferral open) =>
        open.State.Status is ReferralStatus.Proposed or ReferralStatus.ToHandOver;

    public override ReferralCommand Command(OpenReferral open, FieldValues values, OperationTexts texts) =>
        new ReferralCommand.WithdrawReferral(texts.Add(values, Reason), open.InForce.Settings.Limits.Reason);
}
