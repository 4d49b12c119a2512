using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Handover;

/// <summary>Somebody who is about to take over, and from whom it can be done.</summary>
public sealed record HandoverScene(
    SignedInUser User, SettingsInForce InForce, IReadOnlyList<LeadReviews> Leads) : IScene;

/// <summary>An ansvarig granskare with what is hers or his among the reviews that the reader may take over.</summary>
/// <param name="UserId">Entra object id; never shown.</param>
public sealed record LeadReviews(string UserId, string Name, IReadOnlyList<Id> Reviews)
{
    /// <summary>The person under a pseudonym, and a review that tells whether a form is sent twice.</summary>
    public string Choice => $"{Pseudonym}.{Reviews[0]}";

    public string Pseudonym => Id.Derive("ansvarig-granskare", UserId).Value;
}

/// <summary>What was taken over.</summary>
public sealed record TakenOverReviews(IReadOnlyList<Id> Reviews);

/// <summary>
/// Takes over everything that another is ansvarig granskare for (lämna över allt). Each review is a change of its own:
/// one that was cut off is carried on by asking again.
/// </summary>
internal sealed class TakeOverAll(ReviewLists lists, ReviewDesk desk, SettingsProvider settings)
    : Creation<HandoverScene>
{
    private static readonly OwnChoiceField From = new("from", "Ta över från")
    {
        Required = true,
        Unfolds = true,
    };

    private static readonly WordsField Reason = new("reason", "Varför tar du över?", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
    };

    public override OperationName Name { get; } = new("take-over-all", "ta-over");

    public override string Title => "Ta över en kollegas granskningar";

    public override string Button => "Ta över alla";

    public override string Summary => "Tar över alla pågående granskningar som en annan är ansvarig granskare för.";

    public override string Done => "Du är ansvarig granskare för granskningarna.";

    public override Permission Permission => Permission.Review;

    public override IReadOnlyList<Field> Fields { get; } = [From, Reason];

    public override string ApiFunction => HandoverFunctions.ApiName;

    public override Type ApiAnswer => typeof(TakenOverReviews);

    public override async Task<Opening<HandoverScene>> OpenAsync(
        HttpRequest request, string? parent, CancellationToken cancellation)
    {
        var user = request.User();
        var leads = (await lists.ForAsync(user, cancellation))
            .Where(row => row.Lead is { } lead && lead != user.UserId && row.Status != ReviewStatus.Closed
                && !row.IsSealed && Access.Allows(user, Permission, row.Unit.Board))
            .GroupBy(row => row.Lead!, row => row.Id, StringComparer.Ordinal).ToList();
        var named = new List<LeadReviews>();
        foreach (var of in leads)
            named.Add(new LeadReviews(of.Key, await NameAsync(user, of.First(), cancellation), [.. of]));
        return new Opening<HandoverScene>.Opened(new HandoverScene(
            user, await settings.GetAsync(cancellation),
            [.. named.OrderBy(lead => lead.Name, SwedishOrder.Comparer)]));
    }

    public override string Form(HandoverScene scene) => HandoverFunctions.Address;

    public override IReadOnlyList<Crumb> Trail(HandoverScene scene) => [new Crumb("Granskningar", "/granskningar")];

    public override string Lead(HandoverScene scene) => scene.Leads.Count == 0
        ? "Ingen annan är ansvarig för en granskning som du kan ta över."
        : "Till exempel när en kollega slutar eller är borta länge. Allt som var kollegans följer med.";

    public override IReadOnlyList<Choice>? ChoicesOf(HandoverScene scene, Field field) => field == From
        ? [.. scene.Leads.Select(lead =>
            new Choice(lead.Choice, $"{lead.Name} ({ReviewWords.Count(lead.Reviews.Count)})"))]
        : null;

    public override async Task<Outcome<Made>> RunAsync(
        HandoverScene scene, FieldValues values, NewIdentity identity, Envelope envelope,
        CancellationToken cancellation)
    {
        var chosen = values.Text(From).Split('.');
        if (scene.Leads.FirstOrDefault(lead => lead.Pseudonym == chosen[0]) is { } from)
            return await TakeAsync(scene, from, values, envelope, cancellation);
        // Sent twice: what stood there is the person's own by now.
        if (Id.TryParse(chosen[^1], out var sent)
            && await desk.FindAsync(scene.User, sent, cancellation) is { Review.Lead: { } lead } open
            && lead.UserId == scene.User.UserId)
            return Taken(open.Head, [sent], isRepeated: true);
        values.Refuse(ReviewRefusals.CodeMissing, From.Name);
        return new Outcome<Made>.Refused(values.Faults);
    }

    private async Task<string> NameAsync(SignedInUser user, Id review, CancellationToken cancellation) =>
        await desk.FindAsync(user, review, cancellation) is { Review.Lead.Name: var name }
            ? (await desk.TextsAsync(review, cancellation)).Show(name) ?? ReviewTexts.Erased
            : ReviewTexts.Erased;

    private static Outcome<Made>.Done Taken(StreamHead head, IReadOnlyList<Id> taken, bool isRepeated) => new(
        head, new Made("/granskningar", "/api/v1/reviews", new TakenOverReviews(taken), head.Version), isRepeated);

    private async Task<Outcome<Made>> TakeAsync(
        HandoverScene scene, LeadReviews from, FieldValues values, Envelope envelope, CancellationToken cancellation)
    {
        var taken = new List<Id>();
        Outcome<ReviewState>.Done? last = null;
        foreach (var id in from.Reviews)
        {
            switch (await TakeAsync(scene, from, id, values, envelope, cancellation))
            {
                case Outcome<ReviewState>.Done done:
                    last = done;
                    taken.Add(id);
                    break;
                // Ended by somebody in the meantime is no reason to stop; what was typed wrongly is.
                case Outcome<ReviewState>.Refused { Reasons: var reasons }
                    when reasons.Any(reason => reason.Field is not null):
                    return new Outcome<Made>.Refused(reasons);
            }
        }

        return last is null
            ? new Outcome<Made>.Refused([new Refusal(ReviewRefusals.NothingChanged)])
            : Taken(last.Head, taken, isRepeated: false);
    }

    /// <summary>Null: it is not the other's any more, for somebody else was first.</summary>
    private async Task<Outcome<ReviewState>?> TakeAsync(
        HandoverScene scene, LeadReviews from, Id id, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        while (await desk.FindAsync(scene.User, id, cancellation) is { IsSeen: true } open
            && open.Review.Lead?.UserId == from.UserId)
        {
            var own = envelope with { Against = Against.Version(open.Head.Version) };
            var texts = await desk.DraftAsync(Name.Name, own, cancellation);
            var command = new ReviewCommand.TakeOver(
                texts.Add(ReviewTexts.ReviewerName, scene.User.Name), texts.Add(values, Reason), open.Setup);
            if (values.Faults.Count > 0)
                return new Outcome<ReviewState>.Refused(values.Faults);
            // Whatever else was done to it meanwhile, it is looked at again.
            if (await desk.ChangeAsync(open, command, texts, [], own, cancellation)
                is not Outcome<ReviewState>.Conflict and var outcome)
                return outcome;
        }

        return null;
    }
}
