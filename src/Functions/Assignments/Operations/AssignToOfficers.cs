using Microsoft.AspNetCore.Http;
using Oversight.Assignments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Reviews;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Assignments.Operations;

/// <summary>A review whose final report gives tasks.</summary>
public sealed record AssigningScene(OpenReview Review) : IScene
{
    public SignedInUser User => Review.User;

    public SettingsInForce InForce => Review.InForce;
}

/// <summary>The reviewers give the handläggare of the board something to do.</summary>
internal sealed class AssignToOfficers(ReviewDesk reviews, AssignmentDesk desk) : Creation<AssigningScene>
{
    private static readonly WordsField What = new("what", "Vad ska göras?", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
        Hint = "Skriv inga uppgifter om kunder.",
    };

    private static readonly WordsField Whom = new("whom", "Vem eller vilken grupp?", limits => limits.ShortText)
    {
        IsLine = true,
        Hint = "Lämna tomt om vilken handläggare som helst i nämnden kan göra det.",
    };

    private static readonly DayField Until = new("until", "Senast") { Required = true };

    public override OperationName Name { get; } = new("assign", "uppgift");

    public override string Title => "Ge handläggarna en uppgift";

    public override string Button => "Ge uppgiften";

    public override string Summary => "Ger nämndens handläggare en uppgift efter den fastställda rapporten.";

    public override string Done => "Uppgiften står i handläggarnas Att göra.";

    public override Permission Permission => Permission.Review;

    public override IReadOnlyList<Field> Fields { get; } = [What, Whom, Until];

    public override string ApiFunction => AssignmentFunctions.CreateApiName;

    public override Type ApiAnswer => typeof(AssignmentDetails);

    public override bool NeedsKey => true;

    public override async Task<Opening<AssigningScene>> OpenAsync(
        HttpRequest request, string? parent, CancellationToken cancellation) =>
        await reviews.OpenAsync(request, parent ?? "", cancellation) switch
        {
            Opening<OpenReview>.Opened { Subject: var open } =>
                new Opening<AssigningScene>.Opened(new AssigningScene(open)),
            Opening<OpenReview>.Missing => new Opening<AssigningScene>.Missing(),
            _ => new Opening<AssigningScene>.Closed(),
        };

    public override bool IsFor(AssigningScene scene) => MayAssign(scene.Review);

    public static bool MayAssign(OpenReview open) =>
        open.IsReviewer && Access.Allows(open.User, Permission.Review, open.Board)
        && open.State.Status != ReviewStatus.Closed && open.Review.Pause is null;

    public override BoardId? BoardOf(AssigningScene scene) => scene.Review.Board;

    public override string Form(AssigningScene scene) => AssignmentFunctions.FormOf(scene.Review);

    public override IReadOnlyList<Crumb> Trail(AssigningScene scene) =>
    [
        new Crumb("Granskningar", "/granskningar"),
        new Crumb($"Granskning {scene.Review.Reference}", scene.Review.Address),
    ];

    public override string Lead(AssigningScene scene) =>
        $"Uppgiften gäller {scene.Review.Review.Unit.Name}. Handläggarna ser den, men inte granskningen.";

    /// <summary>Announced in the review's stream; the uppgift itself follows from that.</summary>
    public override async Task<Outcome<Made>> RunAsync(
        AssigningScene scene, FieldValues values, NewIdentity identity, Envelope envelope,
        CancellationToken cancellation)
    {
        var open = scene.Review;
        var texts = await reviews.DraftAsync(Name.Name, envelope, cancellation);
        var limits = scene.InForce.Settings.Limits;
        var command = new ReviewCommand.GiveAssignment(
            identity.Id, texts.Add(values, What), texts.Add(values, Whom), values.Read(Until), limits.Reason,
            limits.ShortText);
        if (values.Unreadable(() => ReviewDecider.Decide(open.State, command, envelope.Context)) is { } reasons)
            return new Outcome<Made>.Refused(reasons);
        // What others do to the review meanwhile is no conflict: a further task is one.
        var outcome = await reviews.ChangeAsync(
            open, command, texts, [], envelope with { Against = Against.Latest }, cancellation);
        if (outcome is not Outcome<ReviewState>.Done { Repeated: var repeated })
            return outcome.Of<ReviewState, Made>(
                (_, _) => throw new InvalidOperationException("It is decided on whatever stands."));
        var given = await desk.OpenAsync(scene.User, identity.Id.Value, cancellation);
        return given is Opening<OpenAssignment>.Opened { Subject: var made }
            ? new Outcome<Made>.Done(
                made.Head, new Made(made.Address, $"/api/v1/assignments/{made.Head.Id}", AssignmentDetails.Of(made),
                    made.Head.Version), repeated)
            // It comes within a minute, whatever was away.
            : new Outcome<Made>.Done(
                open.Head, new Made(open.Address, $"/api/v1/assignments/{identity.Id}", new { identity.Id }, 1),
                repeated);
    }
}
