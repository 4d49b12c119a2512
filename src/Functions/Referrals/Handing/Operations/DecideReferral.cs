using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals.Operations;

/// <summary>Decides by delegation whether data are handed over.</summary>
internal sealed class DecideReferral : ReferralOperation
{
    private static readonly YesNoField HandOver =
        new("handOver", "Ska uppgifterna överlämnas?", "Ja, överlämna", "Nej") { Required = true };

    private static readonly WordsField Reason = new("reason", "Motivering", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
        Hint = "Skriv inga uppgifter om kunder.",
    };

    public override OperationName Name { get; } = new("decide", "besluta");

    public override string Title => "Besluta om överlämnandet";

    public override string Button => "Fatta beslutet";

    public override string Summary => "Beslutar om uppgifterna ska överlämnas, och varför.";

    public override string Done => "Beslutet är fattat. Ska uppgifterna överlämnas finns ett dokument att sända.";

    public override int Rank => 10;

    public override IReadOnlyList<Field> Fields { get; } = [HandOver, Reason];

    public override Permission Permission => Permission.DecideReferrals;

    public override bool IsFor(OpenReferral open) => Access.Allows(open.User, Permission, open.Board);

    public override bool Fits(OpenReferral open) => open.State.Status == ReferralStatus.Proposed;

    public override ReferralCommand Command(OpenReferral open, FieldValues values, OperationTexts texts) =>
        new ReferralCommand.DecideReferral(
            values.Read(HandOver), texts.Add(values, Reason), texts.Add("deciderName", open.User.Name),
            open.InForce.Settings.IvoRulesOn(open.Today), open.InForce.Settings.Limits.Reason);
}
