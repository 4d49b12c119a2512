using Oversight.Functions.Web;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals;

public sealed record ReferralSummary(
    Id Id, Id? ReviewId, BoardId Board, string Unit, CodeId Recipient, ReferralStatus Status, DateOnly ProposedOn)
{
    public static ReferralSummary Of(ReferralRow row) =>
        new(row.Id, row.Review, row.Board, row.Unit, row.Recipient, row.Status, row.ProposedOn);
}

/// <summary>An överlämnande as the API gives it. Texts that are gallrade are said to be.</summary>
public sealed record ReferralDetails
{
    public required Id Id { get; init; }

    public required int Version { get; init; }

    public required ReferralStatus Status { get; init; }

    public required Id? ReviewId { get; init; }

    public required IReadOnlyList<Id> ConcernIds { get; init; }

    public required BoardId Board { get; init; }

    public required string Unit { get; init; }

    public required CodeId Recipient { get; init; }

    public required CodeId Ground { get; init; }

    public required IReadOnlyList<CodeId> Data { get; init; }

    public required string Fields { get; init; }

    public required string? Masked { get; init; }

    public required string Weighing { get; init; }

    public required bool SixMonths { get; init; }

    public required DateOnly ProposedOn { get; init; }

    public required ReferralDecisionDetails? Decision { get; init; }

    public required DateOnly? HandedOverOn { get; init; }

    public static ReferralDetails Of(OpenReferral open)
    {
        var (referral, content) = (open.Referral, open.Referral.Content);
        return new ReferralDetails
        {
            Id = open.Head.Id,
            Version = open.Head.Version,
            Status = open.State.Status,
            ReviewId = referral.Review,
            ConcernIds = referral.Concerns,
            Board = open.Board,
            Unit = referral.Unit.Name,
            Recipient = content.Recipient,
            Ground = content.Ground,
            Data = content.Data,
            Fields = open.Texts.Show(content.Fields),
            Masked = open.Texts.Show(content.Masked),
            Weighing = open.Texts.Show(content.Weighing),
            SixMonths = content.SixMonths,
            ProposedOn = referral.ProposedOn,
            Decision = referral.Decision is { } decision
                ? new ReferralDecisionDetails(
                    decision.On, decision.HandOver, open.Texts.Show(decision.Reason), decision.By,
                    decision.DelegationPoint)
                : null,
            HandedOverOn = referral.HandedOverOn,
        };
    }
}

public sealed record ReferralDecisionDetails(
    DateOnly On, bool HandOver, string Reason, Role By, string DelegationPoint);

internal sealed class ReferralApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("Referrals_ApiList", "Överlämnanden till andra myndigheter av det som du läser.",
            Response: typeof(ListPage<ReferralSummary>)),
        new("Referrals_ApiRead", "Ett överlämnande till en annan myndighet.", Response: typeof(ReferralDetails)),
    ];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["ReferralSummary.id"] = "Överlämnandets id.",
        ["ReferralSummary.reviewId"] = "Granskningen; saknas när en synpunkt ledde till överlämnandet.",
        ["ReferralSummary.board"] = "Nämnden.",
        ["ReferralSummary.unit"] = "Enheten.",
        ["ReferralSummary.recipient"] = "Myndigheten, en kod ur kodlistan.",
        ["ReferralSummary.status"] = "Hur långt det har kommit.",
        ["ReferralSummary.proposedOn"] = "Dagen då det föreslogs.",
        ["ReferralDetails.id"] = "Överlämnandets id.",
        ["ReferralDetails.version"] = "Överlämnandets version, för If-Match.",
        ["ReferralDetails.status"] = "Hur långt det har kommit.",
        ["ReferralDetails.reviewId"] = "Granskningen; saknas när en synpunkt ledde till överlämnandet.",
        ["ReferralDetails.concernIds"] = "Synpunkterna som granskningen görs på grund av, eller den som ledde hit.",
        ["ReferralDetails.board"] = "Nämnden.",
        ["ReferralDetails.unit"] = "Enheten.",
        ["ReferralDetails.recipient"] = "Myndigheten, en kod ur kodlistan.",
        ["ReferralDetails.ground"] = "Lagrummet, en kod ur kodlistan.",
        ["ReferralDetails.data"] = "Slagen av uppgifter, koder ur kodlistan.",
        ["ReferralDetails.fields"] = "Exakt vilka uppgifter och handlingar som överlämnas.",
        ["ReferralDetails.masked"] = "Vad som är maskerat. Saknas när inget är det.",
        ["ReferralDetails.weighing"] = "Skälen och avvägningen.",
        ["ReferralDetails.sixMonths"] = "Om det är bekräftat att brottet ger minst sex månaders fängelse.",
        ["ReferralDetails.proposedOn"] = "Dagen då det föreslogs.",
        ["ReferralDetails.decision"] = "Beslutet. Saknas tills det är fattat.",
        ["ReferralDetails.handedOverOn"] = "Dagen då uppgifterna överlämnades. Saknas tills det är gjort.",
        ["ReferralDecisionDetails.on"] = "Dagen för beslutet.",
        ["ReferralDecisionDetails.handOver"] = "Om uppgifterna ska överlämnas.",
        ["ReferralDecisionDetails.reason"] = "Skälen.",
        ["ReferralDecisionDetails.by"] = "Rollen som beslutade.",
        ["ReferralDecisionDetails.delegationPoint"] = "Punkten i delegationsordningen.",
    };
}
