using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace Oversight.Functions.Storage;

/// <summary>The official client, which asks <see cref="TableLimits"/> before each write.</summary>
internal sealed class CheckedTable : TableClient
{
    internal CheckedTable(string connectionString, string name, TableClientOptions options)
        : base(connectionString, name, options)
    {
    }

    internal CheckedTable(Uri endpoint, string name, TokenCredential identity, TableClientOptions options)
        : base(endpoint, name, identity, options)
    {
    }

    public override Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
    {
        TableLimits.Check(entity);
        return base.AddEntityAsync(entity, cancellationToken);
    }

    public override Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
    {
        TableLimits.Check(entity);
        return base.UpdateEntityAsync(entity, ifMatch, mode, cancellationToken);
    }

    public override Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
    {
        TableLimits.Check(entity);
        return base.UpsertEntityAsync(entity, mode, cancellationToken);
    }

    public override Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var rows = transactionActions.ToList();
        TableLimits.Check(rows);
        return base.SubmitTransactionAsync(rows, cancellationToken);
    }

    // Nothing here writes in this way; without a check it must not come to be used.
    public override Response AddEntity<T>(T entity, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public override Response UpdateEntity<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public override Response UpsertEntity<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public override Response<IReadOnlyList<Response>> SubmitTransaction(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
