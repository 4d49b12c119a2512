using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Reviews.Matters;
using Oversight.Sanctions;
using Oversight.Settings;

namespace Oversight.Functions.Sanctions.Operations.After;

internal sealed class Reconsider : SanctionOperation<SanctionCommand.Reconsider>
{
    private static readonly NameField<QuestionKind> What =
        new("what", "Vad ska prövas?", SanctionWords.LaterQuestions) { Required = true };

    private static readonly WordsField Reason = Why("Motivering", "Vad uppföljningen visar.");

    public override OperationName Name { get; } = new("reconsider", "omprova");

    public override string Title => "Föreslå hävning eller förlängning";

    public override string Summary =>
        "Öppnar en ny fråga till den som beslutade: att häva sanktionen, eller att flytta sista dagen.";

    public override string Done => "Frågan är öppnad. Skriv tjänsteskrivelsen.";

    public override int Rank => 80;

    public override IReadOnlyList<Field> Fields { get; } = [What, Reason];

    public override bool Fits(OpenSanction open) =>
        base.Fits(open) && open.Sanction.Question.Decision is not { NotifiedOn: null };

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.Reconsider(values.Read(What), texts.Add(values, Reason), open.Setup);
}

internal sealed class Conclude : SanctionOperation<SanctionCommand.Conclude>
{
    private static readonly NameField<SanctionEnding> Ending =
        new("ending", "Hur slutar den?", SanctionWords.Conclusions) { Required = true };

    private static readonly WordsField Reason = Why("Vad har gjorts?");

    public override OperationName Name { get; } = new("conclude", "avsluta");

    public override string Title => "Avsluta sanktionen";

    public override string Summary =>
        "Avslutar en sanktion som är verkställd, eller som en strängare har ersatt.";

    public override string Done => "Sanktionen är avslutad.";

    public override int Rank => 85;

    public override IReadOnlyList<Field> Fields { get; } = [Ending, Reason];

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.Conclude(values.Read(Ending), texts.Add(values, Reason), open.Setup);
}

internal sealed class RecordMove : SanctionOperation<SanctionCommand.RecordMove>
{
    public override OperationName Name { get; } = new("record-move", "kundflytt");

    public override string Title => "Anteckna kundflytten";

    public override string Summary => "Antecknar hur många kunder som är kvar.";

    public override string Done => "Kundflytten är antecknad.";

    public override int Rank => 75;

    public override IReadOnlyList<Field> Fields { get; } =
        [MoveWords.Remaining, MoveWords.LastDay, MoveWords.ChoiceOffered];

    public override bool Fits(OpenSanction open) => base.Fits(open) && open.Sanction.Move is not null;

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.RecordMove(
            values.Read(MoveWords.Remaining), values.Read(MoveWords.LastDay), values.Read(MoveWords.ChoiceOffered),
            open.Setup);
}
