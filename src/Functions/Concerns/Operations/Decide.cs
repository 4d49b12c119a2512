using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations;

/// <summary>The decision on a proposed påkallad granskning, for or against (R41, R42).</summary>
internal sealed class Decide : ConcernOperation<ConcernCommand.DecideTriggeredReview>
{
    private static readonly YesNoField Approved =
        new("approved", "Ska en påkallad granskning göras?", "Ja, granskning ska göras", "Nej") { Required = true };

    private static readonly WordsField Reason = Why("Motivering", "Den som skickade synpunkten ser skälen.");

    private static readonly WordsField ScopeHint = new("scopeHint", "Granskningens omfattning", limits => limits.Reason)
    {
        Rows = 3,
        Hint = "Omfattningen styrs av de brister som framkommit.",
    };

    public override OperationName Name { get; } = new("decide", "besluta");

    public override string Title => "Besluta om påkallad granskning";

    public override string Button => "Fatta beslutet";

    public override string Summary => "Beslutar om en föreslagen påkallad granskning.";

    public override string Done =>
        "Beslutet är fattat. Den som skickade synpunkten ser det och skälen i Mina synpunkter.";

    public override Permission Permission => Permission.DecideTriggeredReview;

    public override IReadOnlyList<Field> Fields { get; } = [Approved, Reason, ScopeHint];

    /// <summary>The page of the decision leads to it.</summary>
    public override bool HasOwnLink => true;

    public override bool IsFor(OpenConcern open) => open.Access.Decides;

    public override bool Fits(OpenConcern open) => MayDecide(open);

    public override string Next(OpenConcern open) => $"/synpunkter/arende/{open.Id}/beslut";

    /// <summary>A decision is made by a person, in a role: both stand in it.</summary>
    public override ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation)
    {
        var role = Access.ActingRole(open.User, Permission.DecideTriggeredReview, open.File.Board);
        texts.Keep(ConcernTexts.DeciderName, open.User.Name);
        texts.Keep(ConcernTexts.DeciderTitle, RoleNames.Title(role));
        return new(new ConcernCommand.DecideTriggeredReview(
            values.Read(Approved), texts.Add(values, Reason),
            TypedText.IsBlank(values.Text(ScopeHint)) ? null : texts.Add(values, ScopeHint), open.Rules));
    }

    public override Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        happened is ConcernEvent.TriggeredReviewDecided decided
            ? new Told(
                "Beslut om påkallad granskning",
                [("Beslut", decided.Approved ? "Granskning görs" : "Ingen granskning")], decided.Reason)
            : null;
}
