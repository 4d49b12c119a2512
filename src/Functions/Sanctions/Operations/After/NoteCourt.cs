using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions.Operations.After;

internal sealed class NoteCourt : SanctionOperation<SanctionCommand.NoteCourt>
{
    private static readonly NameField<CourtStep> Step =
        new("step", "Vad har hänt?", SanctionWords.CourtSteps) { Required = true };

    private static readonly DayField On = new("on", "Den") { Required = true, NotAfterToday = true };

    private static readonly DayField Until = new("until", "Sista dag att yttra sig")
    {
        Hint = "Bara när domstolen har begärt ett yttrande.",
    };

    private static readonly WordsField Words = new("words", "Anteckning", limits => limits.Reason)
    {
        Rows = 3,
        Hint = "Domstol och målnummer.",
    };

    public override OperationName Name { get; } = new("note-court", "domstol");

    public override string Title => "Anteckna överklagande, dom eller tvist";

    public override string Summary =>
        "Antecknar att beslutet är överklagat, att yttrande är begärt, inhibition, tvist eller domstolens beslut.";

    public override string Done => "Det är antecknat.";

    public override int Rank => 88;

    public override IReadOnlyList<Field> Fields { get; } = [Step, On, Until, Words];

    public override bool Fits(OpenSanction open) => base.Fits(open) && open.Sanction.InForceSince is not null;

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.NoteCourt(
            values.Read(Step), values.Read(On), values.Read(Until), texts.Add(values, Words), open.Setup);
}
