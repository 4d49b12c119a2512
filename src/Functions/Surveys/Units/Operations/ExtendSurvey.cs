using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys.Units.Operations;

/// <summary>anstånd: more days for one unit.</summary>
internal sealed class ExtendSurvey : SurveyOperation
{
    private static readonly DayField Until = new("until", "Ny sista svarsdag") { Required = true };

    private static readonly WordsField Reason = new("reason", "Motivering", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
    };

    public override OperationName Name { get; } = new("extend", "anstand");

    public override string Title => "Ge anstånd";

    public override string Button => "Ge anståndet";

    public override string Summary => "Flyttar sista svarsdagen för en enhet.";

    public override string Done => "Anståndet är givet. Enheten påminns inför den nya dagen.";

    public override int Rank => 10;

    public override IReadOnlyList<Field> Fields { get; } = [Until, Reason];

    public override bool Fits(OpenSurvey open) => IsAwaited(open);

    public override SurveyCommand Command(OpenSurvey open, FieldValues values, OperationTexts texts) =>
        new SurveyCommand.Extend(values.Read(Until), texts.Add(values, Reason), Longest(open));
}
