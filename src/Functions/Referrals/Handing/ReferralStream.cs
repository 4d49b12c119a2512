using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals;

/// <summary>The stream of an överlämnande, and its row in the list of its board.</summary>
public static class ReferralStream
{
    public static StreamKind<ReferralState, ReferralCommand, ReferralEvent> Kind { get; } = new()
    {
        Name = "referral",
        Initial = ReferralState.Initial,
        Decide = ReferralDecider.Decide,
        Evolve = ReferralDecider.Evolve,
        Events = new EventTypes<ReferralEvent>()
            .Add<ReferralEvent.Proposed>("referral.proposed.v2")
            .Add<ReferralEvent.Decided>("referral.decided.v1")
            .Add<ReferralEvent.HandedOver>("referral.handed-over.v1")
            .Add<ReferralEvent.Withdrawn>("referral.withdrawn.v1")
            // Before a concern could bring one.
            .Upcast("referral.proposed.v1", StoredJson.Read<ReferralEvent.Proposed>),
        ProjectionVersion = 3,
        Rows = [typeof(ReferralRow)],
        Project = Project,
        Effects =
        [
            Effect.OfEvent<ReferralEvent>(ReferralDocuments.Name, happened => happened is ReferralEvent.Decided),
            Effect.OfEvent<ReferralEvent>(
                ReferralEnding.Name, happened => happened is not ReferralEvent.Proposed),
        ],
    };

    public static string StreamId(Id id) => $"{Kind.Name}-{id}";

    public static string PartitionOf(BoardId board) => $"referrals|{board}";

    private static IEnumerable<ViewRow> Project(StreamHead head, ReferralState state)
    {
        if (state.Referral is { } referral)
            yield return new ViewRow(PartitionOf(referral.Unit.Board), head.Id.Value, new ReferralRow(
                head.Id, referral.Review, referral.Unit.Board, referral.Unit.Name, referral.Content.Recipient,
                state.Status, referral.ProposedOn, referral.Deciders)
            {
                Concerns = referral.Concerns,
                ProviderName = referral.Unit.ProviderName,
            });
    }
}

/// <summary>An överlämnande in the list of its board.</summary>
/// <param name="Review">Null where a concern brought it.</param>
/// <param name="Deciders">The roles that decide by delegation.</param>
public sealed record ReferralRow(
    Id Id, Id? Review, BoardId Board, string Unit, CodeId Recipient, ReferralStatus Status, DateOnly ProposedOn,
    IReadOnlyList<Role> Deciders)
{
    /// <summary>Closed with them where there is no review.</summary>
    public required IReadOnlyList<Id> Concerns { get; init; }

    public required string ProviderName { get; init; }
}
