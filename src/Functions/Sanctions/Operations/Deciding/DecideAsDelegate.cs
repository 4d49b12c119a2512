using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions.Operations.Deciding;

internal sealed class DecideAsDelegate : SanctionOperation<SanctionCommand.DecideAsDelegate>
{
    private static readonly YesNoField Granted = new("granted", "Vad beslutar du?", "Bifall", "Avslag")
    {
        Required = true,
    };

    private static readonly WordsField Words = new("words", "Motivering", limits => limits.Reason)
    {
        Required = true,
        Rows = 5,
    };

    private static readonly WordsField Measure = UrgentFields.Measure(optionalInCalls: true);

    private static readonly DayField Until = UrgentFields.Until(optionalInCalls: true);

    public override OperationName Name { get; } = new("decide", "besluta");

    public override string Title => "Besluta på delegation";

    public override string Button => "Fatta beslutet";

    public override string Summary => "Beslutar om sanktionen på delegation.";

    public override string Done => "Beslutet är fattat och anmäls vid nämndens nästa sammanträde.";

    public override Permission Permission => Permission.DecideSanctions;

    public override int Rank => 50;

    public override IReadOnlyList<Field> Fields { get; } = [Granted, Words, Measure, Until];

    /// <summary>What and until when is asked of an omedelbar åtgärd alone.</summary>
    public override IReadOnlyList<Field> FieldsOf(OpenSanction open) =>
    [
        Granted, Words,
        .. open.Sanction.AsksMeasure ? [Measure] : Array.Empty<Field>(),
        .. open.Sanction.AsksUntil ? [Until] : Array.Empty<Field>(),
    ];

    /// <summary>Never whoever proposed it.</summary>
    public override bool IsFor(OpenSanction open) =>
        IsForBoard(open) && open.Sanction.Terms.DecidedBy is { } role
            && Access.ActingRole(open.User, Permission, open.Board) == role
            && (open.Sanction.IsAtOnce || open.Sanction.ProposedBy != open.User.UserId);

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.DecideAsDelegate(values.Read(Granted), texts.Add(values, Words), open.Setup)
        {
            Measure = open.Sanction.AsksMeasure ? texts.Add(values, Measure) : null,
            Until = open.Sanction.AsksUntil ? values.Read(Until) : null,
        };
}
