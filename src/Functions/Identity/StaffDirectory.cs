using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Identity;

/// <summary>Somebody of the staff, as the sign-in told when they were last noted.</summary>
/// <param name="UserId">Entra object id.</param>
/// <param name="SeenOn">The Stockholm day of that.</param>
public sealed record StaffMember(
    string UserId, IReadOnlySet<Role> Roles, IReadOnlySet<BoardId> Boards, DateOnly SeenOn);

/// <summary>
/// Who of the staff has signed in, with roles and boards as the sign-in told them; the names stand among the private
/// texts. Noted once a day for each person, and forgotten by the rules of the settings. No list of a stream: what
/// somebody may today is no part of the record.
/// </summary>
public sealed class StaffDirectory(
    StoreConnection store, PrivateTexts texts, Municipality municipality, SettingsProvider settings)
{
    internal const string Table = "staff";
    private const string Partition = "staff";
    private const string NameEntry = "name";
    private const string Purpose = "staff";
    private readonly ConcurrentDictionary<string, string> _noted = new(StringComparer.Ordinal);

    /// <summary>Asks storage only for whom this process has not noted on the day, or otherwise than now.</summary>
    public async Task NoteAsync(SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        var (roles, boards) = (Joined(user.Roles.Select(RoleNames.Claim)), Joined(user.Boards.Select(it => it.Value)));
        var told = $"{today:O}\n{roles}\n{boards}\n{user.Name}";
        if ((_noted.TryGetValue(user.UserId, out var before) && before == told)
            || settings.Current.Settings.StaffRulesOn(today) is null)
            return;
        var table = await store.TableAsync(Table);
        var key = KeyOf(user.UserId);
        await KeepNameAsync(key, user.Name, cancellation);
        await table.UpsertEntityAsync(
            new TableEntity(Partition, key)
            {
                ["UserId"] = user.UserId,
                ["Roles"] = roles,
                ["Boards"] = boards,
                ["SeenOn"] = today.ToString("O", CultureInfo.InvariantCulture),
            }, TableUpdateMode.Replace, cancellation);
        _noted[user.UserId] = told;
    }

    /// <summary>Everybody who is known on the day, in no order that means anything.</summary>
    public async Task<IReadOnlyList<StaffMember>> AllAsync(DateOnly today, CancellationToken cancellation)
    {
        if (settings.Current.Settings.StaffRulesOn(today) is not { } rules)
            return [];
        var known = new List<StaffMember>();
        await foreach (var row in RowsAsync(await store.TableAsync(Table), cancellation))
        {
            if (Read(row) is var member && member.SeenOn >= rules.ForgottenBefore(today))
                known.Add(member);
        }

        return known;
    }

    /// <summary>Null when the person is not known, or no longer.</summary>
    public async Task<StaffMember?> FindAsync(string userId, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            Partition, KeyOf(userId), cancellationToken: cancellation);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>Null when it has been erased.</summary>
    public async Task<string?> NameAsync(string userId, CancellationToken cancellation) =>
        (await texts.FindAsync(StreamOf(KeyOf(userId)), NameEntry, cancellation))?.Fields.GetValueOrDefault(NameEntry);

    /// <summary>The person as if just signed in, but without a name: for what is asked on their behalf.</summary>
    public SignedInUser Rebuilt(StaffMember member) =>
        new(member.UserId, "", member.Roles, member.Boards) { KnownBoards = municipality.Boards };

    /// <summary>Forgets whoever has not signed in for too long. Once more does no harm.</summary>
    /// <returns>How many were forgotten.</returns>
    public async Task<int> ForgetAsync(DateOnly today, CancellationToken cancellation)
    {
        if (settings.Current.Settings.StaffRulesOn(today) is not { } rules)
            return 0;
        var table = await store.TableAsync(Table);
        var forgotten = 0;
        await foreach (var row in RowsAsync(table, cancellation))
        {
            if (Read(row).SeenOn >= rules.ForgottenBefore(today))
                continue;
            // The row goes last: a run that is cut off finds it again.
            await texts.EraseAsync(StreamOf(row.RowKey), cancellation);
            forgotten += await TryDeleteAsync(table, row, cancellation) ? 1 : 0;
        }

        return forgotten;
    }

    private async Task KeepNameAsync(string key, string name, CancellationToken cancellation)
    {
        var entry = new PrivateEntry(
            new Dictionary<string, string> { [NameEntry] = name }, Purpose, RetentionClass: Purpose);
        if (await texts.TryWriteAsync(StreamOf(key), NameEntry, entry, cancellation))
            return;
        // People change their names.
        await texts.EraseAsync(StreamOf(key), cancellation, NameEntry);
        await texts.TryWriteAsync(StreamOf(key), NameEntry, entry, cancellation);
    }

    /// <summary>False: the person has signed in meanwhile, and is noted with a name again tomorrow.</summary>
    private static async Task<bool> TryDeleteAsync(TableClient table, TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    private static AsyncPageable<TableEntity> RowsAsync(TableClient table, CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellation);

    /// <summary>What a sign-in calls a person may hold characters that a key must not.</summary>
    private static string KeyOf(string userId) => Id.Derive("staff", userId).Value;

    private static string StreamOf(string key) => $"staff-{key}";

    private static string Joined(IEnumerable<string> words) => string.Join(' ', words.Order(StringComparer.Ordinal));

    /// <summary>A role that the settings no longer know is none.</summary>
    private static StaffMember Read(TableEntity row) => new(
        row.GetString("UserId"),
        Words(row, "Roles").Select(word => RoleNames.TryParse(word, out var role) ? role : Role.System)
            .Where(role => role != Role.System).ToHashSet(),
        Words(row, "Boards").Select(word => new BoardId(word)).ToHashSet(),
        DateOnly.ParseExact(row.GetString("SeenOn"), "O", CultureInfo.InvariantCulture));

    private static string[] Words(TableEntity row, string column) =>
        row.GetString(column).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
