using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions.Operations.After;

internal sealed class SendCharge : SanctionOperation<SanctionCommand.SendCharge>
{
    private static readonly DayField On = new("on", "Skickat till ekonomi den")
    {
        Required = true,
        NotAfterToday = true,
    };

    public override OperationName Name { get; } = new("send-charge", "belopp-skickat");

    public override string Title => "Anteckna att beloppet är skickat till ekonomi";

    public override string Summary => "Antecknar att beloppet har gått till ekonomi.";

    public override string Done => "Det är antecknat.";

    public override Permission Permission => Permission.SettleCharges;

    public override int Rank => 72;

    public override IReadOnlyList<Field> Fields { get; } = [On];

    public override bool IsFor(OpenSanction open) => IsForBoard(open);

    public override bool Fits(OpenSanction open) => base.Fits(open) && open.Sanction.Charge is { SentOn: null };

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.SendCharge(values.Read(On), open.Setup);
}

internal sealed class SettleCharge : SanctionOperation<SanctionCommand.SettleCharge>
{
    private static readonly DayField On = new("on", "Reglerat den") { Required = true, NotAfterToday = true };

    public override OperationName Name { get; } = new("settle-charge", "belopp-reglerat");

    public override string Title => "Anteckna att beloppet är reglerat";

    public override string Summary => "Antecknar att beloppet är betalt eller avräknat.";

    public override string Done => "Beloppet är reglerat.";

    public override Permission Permission => Permission.SettleCharges;

    public override int Rank => 73;

    public override IReadOnlyList<Field> Fields { get; } = [On];

    public override bool IsFor(OpenSanction open) => IsForBoard(open);

    public override bool Fits(OpenSanction open) =>
        base.Fits(open) && open.Sanction.Charge is { SentOn: not null, SettledOn: null };

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.SettleCharge(values.Read(On), open.Setup);
}
