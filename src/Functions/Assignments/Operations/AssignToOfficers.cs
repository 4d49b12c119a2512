using Microsoft.AspNetCore.Http;
using Oversight.Assignments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Reviews;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;

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
        open.IsReviewer && Access.Allows(open.User, Permission.Review, open.Board);

    public override BoardId? BoardOf(AssigningScene scene) => scene.Review.Board;

    public override string Form(AssigningScene scene) => AssignmentFunctions.FormOf(scene.Review);

    public override IReadOnlyList<Crumb> Trail(AssigningScene scene) =>
    [
        new Crumb("Granskningar", "/granskningar"),
        new Crumb($"Granskning {scene.Review.Reference}", scene.Review.Address),
    ];

    public override string Lead(AssigningScene scene) =>
        $"Uppgiften gäller {scene.Review.Review.Unit.Name}. Handläggarna ser den, men inte granskningen.";

    public override async Task<Outcome<Made>> RunAsync(
        AssigningScene scene, FieldValues values, NewIdentity identity, Envelope envelope,
        CancellationToken cancellation)
    {
        var texts = await desk.DraftAsync(Name.Name, envelope, cancellation);
        var limits = scene.InForce.Settings.Limits;
        var command = new AssignmentCommand.Assign(
            scene.Review.Head.Id, scene.Review.Review, texts.Add(values, What), texts.Add(values, Whom),
            values.Read(Until), limits.Reason, limits.ShortText);
        if (values.Faults.Count > 0)
        {
            var decided = AssignmentDecider.Decide(AssignmentState.Initial, command, envelope.Context);
            return new Outcome<Made>.Refused(values.FaultsAnd(
                decided is Decision<AssignmentEvent>.Refused no ? no.Reasons : []));
        }

        var outcome = await desk.AssignAsync(identity.Id, command, texts, envelope, cancellation);
        var written = await desk.TextsAsync(identity.Id, cancellation);
        return await outcome
            .Of((head, state) => new OpenAssignment(new(head, state), scene.User, scene.InForce, written))
            .MadeAsync(
                open => open.Address, open => $"/api/v1/assignments/{open.Head.Id}",
                open => Task.FromResult<object>(AssignmentDetails.Of(open)));
    }
}
