using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Reviews.Operations.Checklist;

internal sealed class AddFinding : ReviewOperation<ReviewCommand.AddFinding>
{
    private static readonly OwnChoiceField Requirement = RequirementField("Krav som inte är uppfyllt");

    private static readonly CodeField Category = new("category", "Kategori", CodeLists.ConcernCategories)
    {
        Required = true,
        Unfolds = true,
    };

    private static readonly ScaleField Severity = new("severity", "Allvarlighet", ReviewWords.Severities)
    {
        Required = true,
    };

    private static readonly NumberField Affected = new("affected", "Antal berörda kunder")
    {
        Hint = "Lämna tomt om det inte är känt. Låga antal skrivs i ord i dokumenten.",
    };

    private static readonly OwnChoiceField CauseOf = new("causeOf", "Bidragande orsak till")
    {
        Unfolds = true,
        IsNumber = true,
    };

    private static readonly WordsField Text = new("text", "Bristen", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
        Hint = "Så som den ska stå i rapporten. Skriv inga namn.",
    };

    private static readonly WordsField Consequence = new("consequence", "Följd för kunderna", limits => limits.Reason)
    {
        Rows = 4,
    };

    public override OperationName Name { get; } = new("add-finding", "ny-brist");

    public override string Title => "Ny brist";

    public override string Button => "Spara bristen";

    public override string Summary => "Antecknar en brist i ett krav som inte är uppfyllt.";

    public override string Done => "Bristen är antecknad.";

    public override int Rank => 60;

    public override IReadOnlyList<Field> Fields { get; } =
        [Requirement, Category, Severity, Affected, CauseOf, Text, Consequence];

    public override IReadOnlyList<Choice>? ChoicesOf(OpenReview open, Field field) =>
        field == Requirement
            ? new ReviewWords(open.InForce.Settings, open.Setup.Rules).Unmet(open.Review)
            : field == CauseOf ? ReviewWords.Findings(open.Review.Findings) : null;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.AddFinding(
            Code(values, Requirement), values.Read(Category), values.Read(Severity), values.Read(Affected),
            values.ReadNumber(CauseOf), texts.Add(values, Text), texts.Add(values, Consequence), open.Setup,
            open.Ivo));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.FindingAdded { Finding: var finding }
        ? new Told(
            $"Brist {finding.Number} antecknad",
            [("Krav", words.Requirement(finding.Requirement)),
                ("Allvarlighet", ReviewWords.Severity(finding.Severity))], finding.Text)
        : null;
}
