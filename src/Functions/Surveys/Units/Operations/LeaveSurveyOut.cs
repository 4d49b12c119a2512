using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys.Units.Operations;

/// <summary>Nothing is asked for any more of this unit.</summary>
internal sealed class LeaveSurveyOut : SurveyOperation
{
    private static readonly WordsField Reason = new("reason", "Motivering", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
    };

    public override OperationName Name { get; } = new("leave-out", "undanta");

    public override string Title => "Undanta enheten";

    public override string Summary => "Begär inte längre något svar av enheten. Svarslänken slutar gälla.";

    public override string Done => "Enheten behöver inte svara. Svarslänken gäller inte längre.";

    public override int Rank => 40;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool Fits(OpenSurvey open) => IsAwaited(open);

    public override SurveyCommand Command(OpenSurvey open, FieldValues values, OperationTexts texts) =>
        new SurveyCommand.LeaveOut(texts.Add(values, Reason), Longest(open));
}
