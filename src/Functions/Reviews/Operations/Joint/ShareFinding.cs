using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Joint;

/// <summary>Tells the other board of a finding, without what somebody can be recognised by.</summary>
internal sealed class ShareFinding : ReviewOperation<ReviewCommand.ShareFinding>
{
    private static readonly OwnChoiceField Finding = new("number", "Brist")
    {
        Required = true,
        Unfolds = true,
        IsNumber = true,
    };

    private static readonly WordsField Text = new(
        "text", "Bristen, som den andra nämnden får läsa den", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
        Hint = "Inga namn på kunder, närstående, medarbetare eller den som har lämnat en synpunkt.",
    };

    public override OperationName Name { get; } = new("share-finding", "lamna-brist");

    public override string Title => "Lämna en brist till den andra nämnden";

    public override string Button => "Lämna bristen";

    public override string Summary =>
        "Lämnar en brist till den andra nämnden i en gemensam granskning, utan uppgifter som pekar ut någon.";

    public override string Done => "Bristen är lämnad. Den andra nämndens granskare avgör om den tas upp hos dem.";

    public override int Rank => 75;

    public override IReadOnlyList<Field> Fields { get; } = [Finding, Text];

    public override string Lead(OpenReview open) =>
        "Den andra nämnden får kategorin, allvarligheten, kravet och det du skriver här. Antalet berörda kunder följer "
            + $"bara med om det är {ReviewWords.Count(open.InForce.Settings.Limits.SmallNumber)} eller fler.";

    public override bool Fits(OpenReview open) =>
        base.Fits(open) && open.Review is { Twin.Standing: not TwinStanding.Cancelled, Seal: null }
            && Left(open.Review).Any();

    public override IReadOnlyList<Choice>? ChoicesOf(OpenReview open, Field field) =>
        field == Finding ? ReviewWords.Findings([.. Left(open.Review)]) : null;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.ShareFinding(
            values.ReadNumber(Finding), texts.Add(values, Text), JointRules.Of(open.InForce.Settings)));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) => happened switch
    {
        ReviewEvent.FindingShared { Shared: var shared } => new Told(
            $"Brist {shared.Number} lämnad till den andra nämnden", [], shared.Text),
        ReviewEvent.FindingReceived { Shared: var shared } => new Told(
            "Den andra nämnden har lämnat en brist",
            [("Krav", words.Requirement(shared.Requirement)), ("Allvarlighet", ReviewWords.Severity(shared.Severity))],
            shared.Text),
        _ => null,
    };

    private static IEnumerable<Finding> Left(Review review) => review.Findings.Where(
        finding => !review.SharedFindings.Contains(finding.Number) && review.OriginOf(finding) is null);
}
