using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.MorningLetters;

namespace Oversight.Functions.MorningLetters.Operations;

internal sealed class TurnOff : MorningLetterOperation
{
    public override OperationName Name { get; } = new("turn-off", "sla-av");

    public override string Title => "Slå av morgonbrevet";

    public override string Button => "Slå av";

    public override string Summary => "Den som anropar får inga fler morgonbrev, och adressen tas bort.";

    public override string Done => "Morgonbrevet är av och adressen är borttagen.";

    public override int Rank => 20;

    public override bool Fits(OpenMorningLetter open) => open.State.Wish is not null;

    public override MorningLetterCommand Command(FieldValues values, OperationTexts texts) =>
        new MorningLetterCommand.TurnOff();
}
