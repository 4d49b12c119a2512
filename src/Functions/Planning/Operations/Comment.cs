using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Storage;
using Oversight.Planning;

namespace Oversight.Functions.Planning.Operations;

internal sealed class Comment(Plans plans) : PlanOperation
{
    private static readonly WordsField Text = PlanFields.Reason("Din kommentar") with { Name = "text" };

    public override OperationName Name { get; } = new("comment", "kommentera");

    public override string Title => "Kommentera utkastet";

    public override string Button => "Spara kommentaren";

    public override string Summary => "Lämnar en kommentar på utkastet till dem som arbetar med planen.";

    public override string Done => "Kommentaren är sparad.";

    public override Permission Permission => Permission.ReadPlan;

    public override bool IsEmbedded => false;

    public override int Rank => 40;

    public override IReadOnlyList<Field> Fields { get; } = [Text];

    /// <summary>Whoever reads drafts.</summary>
    public override bool IsFor(OpenPlan open) => ContentAccess.Reads(open.User, ContentClass.PlanDraft, open.Board);

    public override bool Fits(OpenPlan open) => open.State is PlanState.Draft;

    public override async Task<Outcome<PlanState>?> RunAsync(
        OpenPlan open, FieldValues values, Envelope envelope, CancellationToken cancellation) =>
        await plans.CommentAsync(open, values.Text(Text), envelope, cancellation);
}
