using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Reviews.Operations.Matters;

/// <summary>An överlämnande as it is proposed, of a review or of a concern: one form.</summary>
public static class ReferralFields
{
    internal static readonly CodeField Recipient =
        new("recipient", "Till vilken myndighet?", CodeLists.ReferralRecipients)
        {
            Required = true,
            Unfolds = true,
        };

    internal static readonly CodeField Ground = new("ground", "Med stöd av", CodeLists.ReferralGrounds)
    {
        Required = true,
    };

    internal static readonly TickField SixMonths =
        new("sixMonths", "Brottet ger minst sex månaders fängelse")
        {
            Hint = "Behövs bara för 10 kap. 23 § offentlighets- och sekretesslagen.",
            OptionalInCalls = true,
        };

    internal static readonly SeveralField Data = new("data", "Vilka slag av uppgifter?", CodeLists.ReferralData)
    {
        Required = true,
    };

    internal static readonly WordsField What =
        new("fields", "Exakt vilka uppgifter och handlingar", limits => limits.LongText)
        {
            Required = true,
            Rows = 5,
            Hint = "En på varje rad. Skriv handlingarnas namn och datum, men inga namn på kunder.",
        };

    internal static readonly WordsField Masked = new("masked", "Vad är maskerat?", limits => limits.LongText)
    {
        Rows = 3,
        Hint = "Lämna tomt om inget är maskerat.",
    };

    internal static readonly WordsField Weighing = new("weighing", "Skäl och avvägning", limits => limits.LongText)
    {
        Required = true,
        Rows = 5,
        Hint = "Varför behöver myndigheten uppgifterna, och varför väger det tyngre än sekretessen?",
    };

    public static IReadOnlyList<Field> All { get; } =
        [Recipient, Ground, SixMonths, Data, What, Masked, Weighing];

    public static ReferralProposal Proposal(FieldValues values, OperationTexts texts) => new()
    {
        Recipient = values.Read(Recipient),
        Ground = values.Read(Ground),
        Data = [.. values.All(Data).Select(code => new CodeId(code))],
        Fields = texts.Add(values, What),
        Masked = texts.Add(values, Masked),
        Weighing = texts.Add(values, Weighing),
        SixMonths = values.Read(SixMonths),
    };
}
