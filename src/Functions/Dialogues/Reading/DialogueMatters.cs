using Oversight.Dialogues;
using Oversight.Functions.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers;
using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Functions.Surveys;

namespace Oversight.Functions.Dialogues.Reading;

/// <summary>The units that the register has for an area.</summary>
public sealed class DialogueRegister(Views views, UnitContacts contacts)
{
    public async Task<IReadOnlyList<DialogueParticipant>> ReadAsync(
        BoardId board, CodeId area, DateOnly day, CancellationToken cancellation) =>
    [
        .. (await views.ReadAllAsync<UnitIndexRow>(RegisterPartitions.UnitIndex, cancellation))
            .Where(row => row.Board == board && row.AgreementArea == area && row.ValidFrom <= day
                && (row.ValidTo is not { } last || day <= last))
            .OrderBy(row => row.Name, SwedishOrder.Comparer).ThenBy(row => row.UnitId.Value, StringComparer.Ordinal)
            .Select(row => new DialogueParticipant(row.UnitId, row.Name, row.ProviderId, row.ProviderName)),
    ];

    /// <summary>Those of them who have no address that a letter can go to.</summary>
    public async Task<IReadOnlySet<Id>> WithoutAddressAsync(
        IEnumerable<DialogueParticipant> participants, DateOnly day, CancellationToken cancellation)
    {
        var missing = await Task.WhenAll(participants.Select(async one =>
            (await contacts.OfUnitAsync(one.UnitId, day, cancellation)).Address is null ? one.UnitId : (Id?)null));
        return missing.OfType<Id>().ToHashSet();
    }
}

/// <summary>
/// What is open about those whom a meeting is for: read from lists when it is asked for, and kept nowhere. Nothing that
/// is closed to the reader by jäv or a seal.
/// </summary>
public sealed class DialogueMatters(
    Views views, ReviewLists reviews, NewestSurveys surveys, Conflicts conflicts)
{
    /// <summary>Concerns about them that were assessed to be taken up at the next dialogue, oldest first.</summary>
    public async Task<IReadOnlyList<ConcernRow>> ConcernsAsync(
        SignedInUser user, BoardId board, IReadOnlyList<DialogueParticipant> about, CancellationToken cancellation)
    {
        if (!ContentAccess.Reads(user, ContentClass.Concern, board))
            return [];
        var units = about.Select(one => one.UnitId).ToHashSet();
        var lists = await Task.WhenAll(about.Select(one => one.ProviderId).Distinct().Select(
            provider => views.ReadAllAsync<ConcernRow>(
                RegisterPartitions.OfProvider(provider), cancellation, ConcernPartitions.OfProvider)));
        var closed = await conflicts.OfAsync(user, cancellation);
        return
        [
            .. lists.SelectMany(rows => rows).Where(row => row.AwaitsDialogue && row.Board == board
                && row.UnitId is { } unit && units.Contains(unit) && !closed.Contains(row.ConcernId))
                .OrderBy(row => row.ReceivedAt),
        ];
    }

    /// <summary>What they say themselves, in their last avtalsenkät, that they do not do.</summary>
    public async Task<IReadOnlyList<SurveyLine>> SurveysAsync(
        SignedInUser user, BoardId board, IReadOnlyList<DialogueParticipant> about, CancellationToken cancellation) =>
        Access.Allows(user, Permission.ReadSurveys, board) ? await BrokenAsync(board, about, cancellation) : [];

    /// <summary>The same of one of them, as it is told to itself.</summary>
    public Task<IReadOnlyList<SurveyLine>> ToldSurveysAsync(
        BoardId board, DialogueParticipant one, CancellationToken cancellation) =>
        BrokenAsync(board, [one], cancellation);

    private async Task<IReadOnlyList<SurveyLine>> BrokenAsync(
        BoardId board, IReadOnlyList<DialogueParticipant> about, CancellationToken cancellation)
    {
        var newest = await Task.WhenAll(about.DistinctBy(one => one.UnitId).Select(
            one => surveys.OfUnitAsync(one.UnitId, one.ProviderId, board, cancellation)));
        return
        [
            .. newest.OfType<SurveyLine>().Where(line => line.Broken.Count > 0)
                .OrderBy(line => line.Row.Unit.Name, SwedishOrder.Comparer)
                .ThenBy(line => line.Row.Id.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Reviews of them with a report and something that remains.</summary>
    public async Task<IReadOnlyList<ReviewRow>> ReviewsAsync(
        SignedInUser user, BoardId board, IReadOnlyList<DialogueParticipant> about, CancellationToken cancellation) =>
        Open(await reviews.ForAsync(user, cancellation), board, about);

    /// <summary>
    /// The same for the eyes of the one that they are about: nothing that is sealed, whoever reads the letter before it
    /// is sent.
    /// </summary>
    public async Task<IReadOnlyList<ReviewRow>> ToldAsync(
        BoardId board, DialogueParticipant one, CancellationToken cancellation)
    {
        var sealedMatters = await conflicts.SealedAsync(cancellation);
        var rows = await views.ReadAllAsync<ReviewRow>(ReviewPartitions.OfBoard(board), cancellation);
        return Open(
            [.. rows.Where(row => !row.IsSealed && !sealedMatters.Contains(row.Id)
                && !row.Concerns.Any(sealedMatters.Contains))],
            board, [one]);
    }

    private static IReadOnlyList<ReviewRow> Open(
        IReadOnlyList<ReviewRow> rows, BoardId board, IReadOnlyList<DialogueParticipant> about) =>
    [
        .. rows.Where(row => row.Unit.Board == board && row.Reported is not null && row.OpenFindings > 0
                // Of a unit that has changed hands, what was found before is not for its new provider.
                && about.Any(one => one.UnitId == row.Unit.UnitId && one.ProviderId == row.Unit.ProviderId))
            .OrderBy(row => row.Unit.Name, SwedishOrder.Comparer).ThenBy(row => row.OpenedOn),
    ];
}
