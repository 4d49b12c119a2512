using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Referrals;
using Oversight.Settings;

namespace Oversight.Functions.Referrals;

/// <summary>Överlämnanden as people read them.</summary>
public static class ReferralWords
{
    public static string Title(OpenReferral open) => $"Överlämnande om {open.Referral.Unit.Name}";

    /// <summary>What it comes of.</summary>
    public static Crumb Origin(Referral referral) => referral.Review is { } review
        ? new Crumb("Granskningen", $"/granskningar/{review}")
        : new Crumb("Synpunkten", $"/synpunkter/arende/{referral.Concerns[0]}");

    public static string Text(ReferralStatus status) => status switch
    {
        ReferralStatus.ToHandOver => "Ska överlämnas",
        ReferralStatus.HandedOver => "Överlämnat",
        ReferralStatus.Declined => "Överlämnas inte",
        ReferralStatus.Withdrawn => "Tillbakataget",
        _ => "Väntar på beslut",
    };

    public static string Color(ReferralStatus status) => status switch
    {
        ReferralStatus.HandedOver => "success",
        ReferralStatus.Declined or ReferralStatus.Withdrawn => "neutral",
        _ => "warning",
    };

    public static string Recipient(CodeId code, MunicipalitySettings settings) =>
        settings.Codes(CodeLists.ReferralRecipients).Text(code);

    public static string Ground(CodeId code, MunicipalitySettings settings) =>
        settings.Codes(CodeLists.ReferralGrounds).Text(code);

    public static string Data(IEnumerable<CodeId> codes, MunicipalitySettings settings) =>
        string.Join("; ", codes.Select(settings.Codes(CodeLists.ReferralData).Text));

    public static TimelineEntry Entry(
        Recorded<ReferralEvent> recorded, KeptTexts texts, MunicipalitySettings settings)
    {
        var (what, facts, words) = Told(recorded.Event, settings);
        return new TimelineEntry(
            recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), what, facts, texts.Show(words));
    }

    private static (string What, IReadOnlyList<(string Label, string Value)> Facts, TextReference? Words) Told(
        ReferralEvent happened, MunicipalitySettings settings) => happened switch
        {
            ReferralEvent.Proposed { Referral.Content: var content } => (
                "Överlämnandet föreslaget",
                [("Till", Recipient(content.Recipient, settings)), ("Med stöd av", Ground(content.Ground, settings))],
                content.Weighing),
            ReferralEvent.Decided { Decision: var decision } => (
                decision.HandOver ? "Beslut: uppgifterna överlämnas" : "Beslut: inget överlämnas",
                [("Delegation", decision.DelegationPoint)], decision.Reason),
            ReferralEvent.HandedOver handed =>
                ("Överlämnat", [("Dag", SwedishDates.Text(handed.HandedOverOn))], null),
            ReferralEvent.Withdrawn { Reason: var reason } => ("Förslaget tillbakataget", [], reason),
            _ => throw new InvalidOperationException($"Nobody tells of {happened.GetType().Name}."),
        };
}

internal sealed class ReferralRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [ReferralRefusals.NotInThisState] = "Det går inte att göra i det läge som överlämnandet har nu.",
        [ReferralRefusals.NotTheDecider] = "Du beslutar inte om överlämnandet. Den som har delegationen gör det.",
        [ReferralRefusals.AnswerMissing] = "Välj om uppgifterna ska överlämnas.",
        [ReferralRefusals.DayMissing] = "Ange dagen.",
        [ReferralRefusals.DayInFuture] = "Dagen har inte varit än.",
        [ReferralRefusals.NoUnit] =
            "Synpunkten gäller ingen enhet i registret. Koppla den till en enhet först.",
        [ReferralRefusals.DayTooEarly] = "Dagen är före beslutet om överlämnandet.",
    };
}
