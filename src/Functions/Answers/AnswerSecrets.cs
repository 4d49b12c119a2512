using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Answers;

/// <summary>
/// Links, browser sessions and one-time codes of answers, each kept as a hash alone. A link is never used up: mail
/// scanners open it first, and colleagues share it. It does nothing by itself; the code does, which goes to the address
/// on file.
/// </summary>
public sealed class AnswerSecrets(StoreConnection store, TimeProvider clock)
{
    /// <summary>Wrong codes before a new one must be asked for.</summary>
    public const int MostTries = 5;

    private const string Table = "answerlinks";
    private const string Links = "link";
    private const string Sessions = "session";
    private const string Codes = "codes";
    private const int SecretBytes = 32;
    private const int CodeDigits = 6;
    private const int CodesInAnHour = 10;
    private static readonly TimeSpan CodeLives = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan SessionLives = TimeSpan.FromHours(12);

    /// <summary>A new token for the answer; earlier ones go on working.</summary>
    public async Task<string> MintLinkAsync(Id answer, CancellationToken cancellation)
    {
        var token = NewSecret();
        await (await TableAsync()).AddEntityAsync(
            new TableEntity(Links, Hash(token)) { ["Answer"] = answer.Value, ["MintedAt"] = clock.GetUtcNow() },
            cancellation);
        return token;
    }

    /// <summary>The answer that the token is for; null when there is no such token.</summary>
    public async Task<Id?> FindLinkAsync(string token, CancellationToken cancellation) =>
        await FindAsync(Links, token, cancellation) is { } row ? Id.FromValue(row.GetString("Answer")) : null;

    /// <summary>Somebody has opened the link: a session that may ask for a code and no more.</summary>
    public async Task<string> BeginSessionAsync(Id answer, CancellationToken cancellation)
    {
        var session = NewSecret();
        await (await TableAsync()).AddEntityAsync(
            new TableEntity(Sessions, Hash(session))
            { ["Answer"] = answer.Value, ["Until"] = clock.GetUtcNow() + SessionLives }, cancellation);
        return session;
    }

    public async Task<AnswerSession?> FindSessionAsync(string session, CancellationToken cancellation) =>
        await FindAsync(Sessions, session, cancellation) is { } row
            && row.GetDateTimeOffset("Until") > clock.GetUtcNow()
            ? new AnswerSession(Hash(session), Id.FromValue(row.GetString("Answer")),
                row.GetBoolean("IsConfirmed") == true)
            : null;

    /// <summary>
    /// Counts that a code is asked for; false when there have been too many for this answer within the hour.
    /// </summary>
    public async Task<bool> MayAskCodeAsync(Id answer, CancellationToken cancellation)
    {
        var table = await TableAsync();
        var hour = clock.GetUtcNow().ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
        while (true)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Codes, answer.Value,
                cancellationToken: cancellation);
            var asked = found is { HasValue: true, Value: { } row } && row.GetString("Hour") == hour
                ? row.GetInt32("Asked") ?? 0
                : 0;
            if (asked >= CodesInAnHour)
                return false;
            var next = new TableEntity(Codes, answer.Value) { ["Hour"] = hour, ["Asked"] = asked + 1 };
            try
            {
                if (found.HasValue)
                    await table.UpdateEntityAsync(next, found.Value!.ETag, TableUpdateMode.Replace, cancellation);
                else
                    await table.AddEntityAsync(next, cancellation);
                return true;
            }
            catch (RequestFailedException changed) when (changed.Status is 404 or 409 or 412)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>
    /// A new code for the session, in the place of the one before; null when the session is over or confirmed.
    /// </summary>
    /// <param name="sessionKey">Of <see cref="AnswerSession"/>.</param>
    public async Task<string?> MintCodeAsync(string sessionKey, CancellationToken cancellation)
    {
        var code = RandomNumberGenerator.GetInt32((int)Math.Pow(10, CodeDigits))
            .ToString($"D{CodeDigits}", CultureInfo.InvariantCulture);
        var isKept = await ChangeSessionAsync(
            sessionKey,
            row =>
            {
                if (row.GetBoolean("IsConfirmed") == true)
                    return false;
                (row["Code"], row["CodeUntil"], row["Tries"]) =
                    (Hash(sessionKey + code), clock.GetUtcNow() + CodeLives, 0);
                return true;
            },
            cancellation);
        return isKept ? code : null;
    }

    /// <summary>
    /// Tries a code. Each wrong one counts; after <see cref="MostTries"/> even the right one is refused.
    /// </summary>
    public async Task<CodeAnswer> TryCodeAsync(string sessionKey, string code, CancellationToken cancellation)
    {
        var answer = CodeAnswer.NoCode;
        await ChangeSessionAsync(
            sessionKey,
            row =>
            {
                var tries = row.GetInt32("Tries") ?? 0;
                answer = row.GetString("Code") is not { } kept
                    || row.GetDateTimeOffset("CodeUntil") <= clock.GetUtcNow() ? CodeAnswer.NoCode
                    : tries >= MostTries ? CodeAnswer.TooMany
                    : kept == Hash(sessionKey + code) ? CodeAnswer.Right
                    : tries + 1 >= MostTries ? CodeAnswer.TooMany : CodeAnswer.Wrong;
                if (answer == CodeAnswer.Right)
                {
                    row["IsConfirmed"] = true;
                    row.Remove("Code");
                }
                else
                {
                    row["Tries"] = tries + 1;
                }

                return answer != CodeAnswer.NoCode;
            },
            cancellation);
        return answer;
    }

    /// <summary>The answer's links and sessions from before the instant work no more.</summary>
    public async Task RevokeAsync(Id answer, DateTimeOffset before, CancellationToken cancellation)
    {
        var table = await TableAsync();
        var until = before + SessionLives;
        foreach (var filter in new[]
            {
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {Links} and Answer eq {answer.Value} and MintedAt le {before}"),
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {Sessions} and Answer eq {answer.Value} and Until le {until}"),
            })
        {
            await foreach (var row in table.QueryAsync<TableEntity>(
                filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
        }
    }

    public async Task EndSessionAsync(string session, CancellationToken cancellation) =>
        await (await TableAsync()).DeleteEntityAsync(Sessions, Hash(session), cancellationToken: cancellation);

    private async Task<bool> ChangeSessionAsync(
        string sessionKey, Func<TableEntity, bool> change, CancellationToken cancellation)
    {
        var table = await TableAsync();
        while (true)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Sessions, sessionKey,
                cancellationToken: cancellation);
            if (found is not { HasValue: true, Value: { } row } || row.GetDateTimeOffset("Until") <= clock.GetUtcNow()
                || !change(row))
                return false;
            try
            {
                await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
                return true;
            }
            catch (RequestFailedException changed) when (changed.Status is 404 or 412)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task<TableEntity?> FindAsync(string partition, string secret, CancellationToken cancellation)
    {
        var found = await (await TableAsync())
            .GetEntityIfExistsAsync<TableEntity>(partition, Hash(secret), cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private Task<TableClient> TableAsync() => store.TableAsync(Table);

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    private static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

/// <param name="Key">Names it among letters and codes without being it.</param>
public sealed record AnswerSession(string Key, Id Answer, bool IsConfirmed);

/// <summary>What became of a code that was tried.</summary>
public enum CodeAnswer
{
    Right,
    Wrong,

    /// <summary>A new one must be asked for.</summary>
    TooMany,

    /// <summary>None is asked for, or it was too long ago.</summary>
    NoCode,
}
