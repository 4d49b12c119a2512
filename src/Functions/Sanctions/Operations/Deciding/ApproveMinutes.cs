using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions.Operations.Deciding;

internal sealed class ApproveMinutes : SanctionOperation<SanctionCommand.ApproveMinutes>
{
    private static readonly DayField Approved = new("approvedOn", "Justerat den") { NotAfterToday = true };

    private static readonly DayField Posted = new("postedOn", "Anslaget den")
    {
        NotAfterToday = true,
        Hint = "Lämna tomt om protokollet inte är anslaget än.",
    };

    public override OperationName Name { get; } = new("approve-minutes", "justering");

    public override string Title => "Registrera justering och anslag";

    public override string Summary => "Registrerar när paragrafen justerades och anslogs.";

    public override string Done => "Justeringen är registrerad. När paragrafen är justerad kan underrättelsen skickas.";

    public override Permission Permission => Permission.RecordDecisions;

    public override int Rank => 55;

    public override IReadOnlyList<Field> Fields { get; } = [Approved, Posted];

    public override IReadOnlyList<Field> FieldsOf(OpenSanction open) =>
        open.Sanction.Question.Decision?.ApprovedOn is null ? Fields : [Posted];

    public override bool IsFor(OpenSanction open) => IsForBoard(open);

    public override bool Fits(OpenSanction open) => base.Fits(open)
        && open.Sanction.Question.Decision is { Route: DecisionRoute.Board, PostedOn: null };

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.ApproveMinutes(values.Read(Approved), values.Read(Posted), open.Setup);
}

internal sealed class NotifyProvider : SanctionOperation<SanctionCommand.Notify>
{
    public override OperationName Name { get; } = new("notify", "underratta");

    public override string Title => "Underrätta om beslutet";

    public override string Summary => "Gör underrättelsen om beslutet, när paragrafen är justerad.";

    public override string Done =>
        "Underrättelsen och expedieringslistan finns bland dokumenten. En länk där verksamheten läser underrättelsen "
            + "och bekräftar att den är mottagen går till enhetens adress.";

    public override int Rank => 60;

    public override bool Fits(OpenSanction open) => base.Fits(open)
        && open.Sanction.Question.Decision is { NotifiedOn: null, MayBeNotified: true } && open.Of.Review.Seal is null;

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.Notify(open.Setup);
}

internal sealed class RecordReceipt : SanctionOperation<SanctionCommand.RecordReceipt>
{
    private static readonly DayField On = new("on", "Mottagen den") { Required = true, NotAfterToday = true };

    private static readonly WordsField How = new("how", "Hur vet ni det?", limits => limits.ShortText)
    {
        Required = true,
        IsLine = true,
        Hint = "Till exempel delgivningskvitto på papper. En bekräftelse genom länken antecknas av sig själv.",
    };

    public override OperationName Name { get; } = new("record-receipt", "mottagen");

    public override string Title => "Anteckna att underrättelsen är mottagen";

    public override string Summary => "Antecknar när och hur verksamheten tog emot underrättelsen.";

    public override string Done => "Mottagandet är antecknat.";

    public override int Rank => 70;

    public override IReadOnlyList<Field> Fields { get; } = [On, How];

    public override bool Fits(OpenSanction open) =>
        base.Fits(open) && open.Sanction.Question.Decision is { NotifiedOn: not null, ReceivedOn: null };

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.RecordReceipt(values.Read(On), texts.Add(values, How), open.Setup);
}
