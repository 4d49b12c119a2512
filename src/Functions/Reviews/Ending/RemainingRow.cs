using System.Globalization;
using Oversight.Functions.Web;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Ending;

/// <summary>Something that is to be done before a review can be closed.</summary>
/// <param name="Href">Where it is done; null: elsewhere.</param>
public sealed record RemainingRow(string Text, string? Href)
{
    /// <summary>Everything that remains, for the page of a review.</summary>
    public static IReadOnlyList<RemainingRow> Of(OpenReview open, RefusalCatalogue texts) =>
    [
        .. ReviewClosing.Remaining(open.Review, open.Setup).Select(remains => Row(open, remains, texts)),
    ];

    private static RemainingRow Row(OpenReview open, Refusal remains, RefusalCatalogue texts) => remains.Code switch
    {
        ReviewRefusals.FindingsRemain => new(
            Count(remains, "brist är inte åtgärdad", "brister är inte åtgärdade"), "#brister"),
        ReviewRefusals.PlanOpen => new("Åtgärdsplanen är inte godkänd", "#atgardsplan"),
        ReviewRefusals.FollowUpOpen or ReviewRefusals.CheckOpen =>
            new(texts.Text(remains).TrimEnd('.'), "#uppfoljning"),
        ReviewRefusals.NoCase => new("Registratorn har inte öppnat ärendet", null),
        ReviewRefusals.AssignmentOpen => new(
            Count(remains, "uppgift till handläggarna är inte klar", "uppgifter till handläggarna är inte klara"),
            "#uppgifter"),
        ReviewRefusals.SanctionOpen => new(Count(remains, "sanktion pågår", "sanktioner pågår"), null),
        ReviewRefusals.IvoPositionOpen => new(
            Count(remains, "ställningstagande till anmälan till IVO är inte klart",
                "ställningstaganden till anmälan till IVO är inte klara"), null),
        ReviewRefusals.ReferralOpen => new(
            Count(remains, "överlämnande är inte klart", "överlämnanden är inte klara"), null),
        CustomerMoveRefusals.CustomersRemain => new(
            Count(remains, "kund har inte flyttat", "kunder har inte flyttat"), "#kundflytt"),
        _ => new(texts.Text(remains).TrimEnd('.'), null),
    };

    private static string Count(Refusal remains, string one, string many) => remains.Arguments[0] == "1"
        ? $"1 {one}"
        : string.Create(CultureInfo.InvariantCulture, $"{remains.Arguments[0]} {many}");
}
