using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Reviews.Operations.Matters;

/// <summary>Proposes that data are handed over to another authority (R66, R73).</summary>
internal sealed class ProposeReferral : ReviewOperation<ReviewCommand.ProposeReferral>
{
    private static readonly CodeField Recipient =
        new("recipient", "Till vilken myndighet?", CodeLists.ReferralRecipients)
        {
            Required = true,
            Unfolds = true,
        };

    private static readonly CodeField Ground = new("ground", "Med stöd av", CodeLists.ReferralGrounds)
    {
        Required = true,
    };

    private static readonly TickField SixMonths =
        new("sixMonths", "Brottet ger minst sex månaders fängelse")
        {
            Hint = "Behövs bara för 10 kap. 23 § offentlighets- och sekretesslagen.",
            OptionalInCalls = true,
        };

    private static readonly SeveralField Data = new("data", "Vilka slag av uppgifter?", CodeLists.ReferralData)
    {
        Required = true,
    };

    private static readonly WordsField What =
        new("fields", "Exakt vilka uppgifter och handlingar", limits => limits.LongText)
        {
            Required = true,
            Rows = 5,
            Hint = "En på varje rad. Skriv handlingarnas namn och datum, men inga namn på kunder.",
        };

    private static readonly WordsField Masked = new("masked", "Vad är maskerat?", limits => limits.LongText)
    {
        Rows = 3,
        Hint = "Lämna tomt om inget är maskerat.",
    };

    private static readonly WordsField Weighing = new("weighing", "Skäl och avvägning", limits => limits.LongText)
    {
        Required = true,
        Rows = 5,
        Hint = "Varför behöver myndigheten uppgifterna, och varför väger det tyngre än sekretessen?",
    };

    public override OperationName Name { get; } = new("propose-referral", "foresla-overlamnande");

    public override string Title => "Föreslå ett överlämnande till en annan myndighet";

    public override string Button => "Föreslå överlämnandet";

    public override string Summary =>
        "Föreslår att uppgifter överlämnas till en annan myndighet. Den som har delegationen beslutar.";

    public override string Done => "Överlämnandet är föreslaget. Det står i Att göra hos den som beslutar.";

    public override int Rank => 225;

    public override IReadOnlyList<Field> Fields { get; } =
        [Recipient, Ground, SixMonths, Data, What, Masked, Weighing];

    /// <summary>For its reviewers and for the enhetschef, who have this permission in common.</summary>
    public override Permission Permission => Permission.ReadReviews;

    public override bool IsFor(OpenReview open) => ReviewMatters.IsFor(open);

    public override Permission ActsBy(OpenReview open) => ReviewMatters.ActsBy(open);

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.ProposeReferral(
            ReviewIds.OfMatter(open.Head.Id, open.Head.Version),
            new ReferralProposal
            {
                Recipient = values.Read(Recipient),
                Ground = values.Read(Ground),
                Data = [.. values.All(Data).Select(code => new CodeId(code))],
                Fields = texts.Add(values, What),
                Masked = texts.Add(values, Masked),
                Weighing = texts.Add(values, Weighing),
                SixMonths = values.Read(SixMonths),
            },
            ReferralRules.Of(open.InForce.Settings)));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.ReferralProposed { Content: var content }
            ? new Told(
                "Överlämnande föreslaget", [("Till", words.Recipient(content.Recipient))], content.Weighing)
            : null;
}
