using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys.Units.Operations;

/// <summary>The link has come to somebody else: it stops working and a new one is sent.</summary>
internal sealed class RenewSurveyLink : SurveyOperation
{
    private static readonly WordsField Reason = new("reason", "Motivering", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
    };

    public override OperationName Name { get; } = new("renew-link", "byt-lank");

    public override string Title => "Byt svarslänken";

    public override string Summary =>
        "Gör de gamla svarslänkarna ogiltiga och skickar en ny till kontakten i registret.";

    public override string Done => "De gamla länkarna gäller inte längre. En ny är på väg till kontakten i registret.";

    public override int Rank => 30;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool Fits(OpenSurvey open) => IsAwaited(open);

    public override SurveyCommand Command(OpenSurvey open, FieldValues values, OperationTexts texts) =>
        new SurveyCommand.RenewLink(texts.Add(values, Reason), Longest(open));
}
