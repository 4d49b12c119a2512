using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Reviews.Operations.Matters;

/// <summary>Proposes that data are handed over to another authority (R66, R73).</summary>
internal sealed class ProposeReferral : ReviewOperation<ReviewCommand.ProposeReferral>
{
    public override OperationName Name { get; } = new("propose-referral", "foresla-overlamnande");

    public override string Title => "Föreslå ett överlämnande till en annan myndighet";

    public override string Button => "Föreslå överlämnandet";

    public override string Summary =>
        "Föreslår att uppgifter överlämnas till en annan myndighet. Den som har delegationen beslutar.";

    public override string Done => "Överlämnandet är föreslaget. Det står i Att göra hos den som beslutar.";

    public override int Rank => 225;

    public override IReadOnlyList<Field> Fields => ReferralFields.All;

    /// <summary>For its reviewers and for the enhetschef, who have this permission in common.</summary>
    public override Permission Permission => Permission.ReadReviews;

    public override bool IsFor(OpenReview open) => ReviewMatters.IsFor(open);

    public override Permission ActsBy(OpenReview open) => ReviewMatters.ActsBy(open);

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.ProposeReferral(
            ReviewIds.OfMatter(open.Head.Id, open.Head.Version),
            ReferralFields.Proposal(values, texts),
            ReferralRules.Of(open.InForce.Settings)));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.ReferralProposed { Content: var content }
            ? new Told(
                "Överlämnande föreslaget", [("Till", words.Recipient(content.Recipient))], content.Weighing)
            : null;
}
