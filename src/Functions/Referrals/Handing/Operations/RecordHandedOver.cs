using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals.Operations;

/// <summary>Says that data have been handed over.</summary>
internal sealed class RecordHandedOver : ReferralOperation
{
    private static readonly DayField HandedOverOn = new("handedOverOn", "Vilken dag överlämnades uppgifterna?")
    {
        Required = true,
        NotAfterToday = true,
    };

    public override OperationName Name { get; } = new("record-handed-over", "overlamnat");

    public override string Title => "Anteckna att uppgifterna är överlämnade";

    public override string Button => "Spara";

    public override string Summary => "Antecknar vilken dag uppgifterna överlämnades.";

    public override string Done => "Överlämnandet är antecknat och klart.";

    public override int Rank => 20;

    public override IReadOnlyList<Field> Fields { get; } = [HandedOverOn];

    public override bool Fits(OpenReferral open) => open.State.Status == ReferralStatus.ToHandOver;

    public override ReferralCommand Command(OpenReferral open, FieldValues values, OperationTexts texts) =>
        new ReferralCommand.RecordHandedOver(values.Read(HandedOverOn));
}
