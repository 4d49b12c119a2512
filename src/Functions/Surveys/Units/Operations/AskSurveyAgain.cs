using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys.Units.Operations;

/// <summary>Asks the provider to correct its answer, or to say more about what something else tells.</summary>
internal sealed class AskSurveyAgain : SurveyOperation
{
    private static readonly DayField Until = new("until", "Sista svarsdag")
    {
        Hint = "Lämna tomt för den vanliga tiden.",
    };

    private static readonly WordsField Reason =
        new("reason", "Vad ska rättas eller förklaras?", limits => limits.Reason)
        {
            Required = true,
            Rows = 4,
            Hint = "Den som svarar läser det. Skriv inga uppgifter om kunder eller om den som har lämnat en synpunkt.",
        };

    public override OperationName Name { get; } = new("ask-again", "fraga-igen");

    public override string Title => "Be om ett rättat svar";

    public override string Button => "Be om svaret";

    public override string Summary => "Ber anordnaren svara igen. Det förra svaret finns kvar.";

    public override string Done => "En ny svarslänk är på väg. Det förra svaret finns kvar tills det nya kommer.";

    public override int Rank => 20;

    public override IReadOnlyList<Field> Fields { get; } = [Until, Reason];

    public override bool Fits(OpenSurvey open) => open.State.Status == SurveyStatus.Answered;

    public override SurveyCommand Command(OpenSurvey open, FieldValues values, OperationTexts texts) =>
        new SurveyCommand.AskAgain(values.Read(Until), texts.Add(values, Reason), Longest(open));
}
