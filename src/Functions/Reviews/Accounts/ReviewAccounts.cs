using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Accounts;

/// <summary>The period of a redovisning; both days count.</summary>
public sealed record AccountPeriod(DateOnly From, DateOnly To)
{
    public bool Holds(DateOnly day) => day >= From && day <= To;
}

/// <summary>
/// Makes the redovisning av granskningar of a board: every review whose report in force is of the period, sanction or
/// not.
/// </summary>
public sealed class ReviewAccounts(Views views, DocumentStore store)
{
    /// <summary>The same document for the same board and period: made again, it is its next version.</summary>
    public static Id IdOf(BoardId board, AccountPeriod period) =>
        Id.Derive("review-account", $"{board}/{period.From:yyyy-MM-dd}/{period.To:yyyy-MM-dd}");

    public async Task<IReadOnlyList<ReviewRow>> ReportedAsync(
        BoardId board, AccountPeriod period, CancellationToken cancellation) =>
    [
        .. (await views.ReadAllAsync<ReviewRow>(ReviewPartitions.OfBoard(board), cancellation))
            // What is sealed is accounted for when the seal has been taken away.
            .Where(row => !row.IsSealed && row.Reported is { } report && period.Holds(report.On))
            .OrderBy(row => row.Unit.Name, SwedishOrder.Comparer).ThenBy(row => row.Id.Value, StringComparer.Ordinal),
    ];

    public Task<Folded<DocumentState>> MakeAsync(
        BoardId board, AccountPeriod period, IReadOnlyList<ReviewRow> rows, SignedInUser by, SettingsInForce inForce,
        Envelope envelope, CancellationToken cancellation) => store.SaveAsync(
        new DocumentDraft(
            IdOf(board, period), board, new CodeId("redovisning-av-granskningar"), ContentClass.ReviewPaper,
            AccountPaper.Of(board, period, rows, new Signatory(
                RoleNames.Title(envelope.Context.Actor.Role), by.Name, inForce.Settings.UnitOf(board)),
                inForce.Settings, envelope.Context.Today),
            [.. rows.SelectMany(row => row.Concerns.Prepend(row.Id))]),
        envelope, cancellation);
}
