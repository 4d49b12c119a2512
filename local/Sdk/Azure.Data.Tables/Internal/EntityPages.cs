using System.Globalization;
using Azure.Core;

namespace Azure.Data.Tables.Internal;

/// <summary>A query as pages; the continuation token is the service's two next keys.</summary>
internal sealed class EntityPages<T>(
    TableConnection connection, string table, string? filter, int? maxPerPage, IEnumerable<string>? select, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : class, ITableEntity
{
    private readonly string? _select = select is null ? null : string.Join(',', select);

    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var token = continuationToken;
        do
        {
            var page = await ReadAsync(token, pageSizeHint ?? maxPerPage).ConfigureAwait(false);
            yield return page;
            token = page.ContinuationToken;
        }
        while (token is not null);
    }

    private async Task<Page<T>> ReadAsync(string? token, int? size)
    {
        using var message = connection.CreateMessage(RequestMethod.Get, $"{table}()");
        var uri = message.Request.Uri;
        if (size is { } top)
            uri.AppendQuery("$top", top.ToString(CultureInfo.InvariantCulture));
        if (_select is not null)
            uri.AppendQuery("$select", _select, escapeValue: true);
        if (!string.IsNullOrEmpty(filter))
            uri.AppendQuery("$filter", filter, escapeValue: true);
        if (token?.Split(' ') is [var partition, .. var row])
        {
            uri.AppendQuery("NextPartitionKey", partition, escapeValue: true);
            if (row is [{ Length: > 0 } next])
                uri.AppendQuery("NextRowKey", next, escapeValue: true);
        }

        var response = await connection.SendAsync(message, CancellationToken).ConfigureAwait(false);
        if (response.Status != 200)
            throw new RequestFailedException(response);
        return Page<T>.FromValues(EntityReader.ReadMany<T>(response), Next(response), response);
    }

    private static string? Next(Response response)
    {
        if (!response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition))
            return null;
        response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row);
        return $"{partition} {row}";
    }
}
