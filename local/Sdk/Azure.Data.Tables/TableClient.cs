using Azure.Core;
using Azure.Data.Tables.Internal;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

public partial class TableClient
{
    private readonly TableConnection? _connection;
    private readonly string _name = "";

    protected TableClient()
    {
    }

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(TableConnection.FromConnectionString(connectionString, options ?? new()), tableName)
    {
    }

    internal TableClient(TableConnection connection, string tableName)
    {
        TableLimits.CheckTableName(tableName);
        _connection = connection;
        _name = tableName;
    }

    public virtual string Name => _name;

    private TableConnection Connection => _connection ?? throw new NotSupportedException("A client without a connection.");

    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Create(filter);

    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = Connection.CreateMessage(RequestMethod.Post, "Tables");
        message.Request.Headers.Add("Prefer", "return-no-content");
        TableConnection.SetJson(message.Request, $$"""{"TableName":"{{_name}}"}""");
        var response = await Connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.Status is 201 or 204)
            return Response.FromValue(new TableItem(_name), response);
        var failure = new RequestFailedException(response);
        return failure is { Status: 409, ErrorCode: "TableAlreadyExists" } ? Response.FromValue(new TableItem(_name), response) : throw failure;
    }

    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        var body = EntityWriter.Write(entity);
        using var message = Connection.CreateMessage(RequestMethod.Post, _name);
        message.Request.Headers.Add("Prefer", "return-no-content");
        TableConnection.SetJson(message.Request, body);
        return Expect(await Connection.SendAsync(message, cancellationToken).ConfigureAwait(false), 201, 204);
    }

    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = Expect(await GetAsync(partitionKey, rowKey, select, cancellationToken).ConfigureAwait(false), 200);
        return Response.FromValue(EntityReader.ReadOne<T>(response), response);
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = Expect(await GetAsync(partitionKey, rowKey, select, cancellationToken).ConfigureAwait(false), 200, 404);
        return response.Status == 404
            ? new NoValueResponse<T>(response)
            : Response.FromValue(EntityReader.ReadOne<T>(response), response);
    }

    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        ifMatch == default
            ? throw new ArgumentException("An update needs an ETag.", nameof(ifMatch))
            : PutAsync(entity, ifMatch, mode, cancellationToken);

    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => PutAsync(entity, null, mode, cancellationToken);

    /// <summary>An entity that is not there is answered with 404, not with an exception.</summary>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        using var message = Connection.CreateMessage(RequestMethod.Delete, EntityPath(partitionKey, rowKey));
        message.Request.Headers.Add("If-Match", (ifMatch == default ? ETag.All : ifMatch).ToString("H"));
        return Expect(await Connection.SendAsync(message, cancellationToken).ConfigureAwait(false), 204, 404);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = default, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => new EntityPages<T>(Connection, _name, filter, maxPerPage, select, cancellationToken);

    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var actions = transactionActions.ToList();
        using var message = Connection.CreateMessage(RequestMethod.Post, "$batch");
        TransactionBody.Set(message.Request, Connection, _name, actions);
        var response = await Connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.Status != 202)
            throw new TableTransactionFailedException(new RequestFailedException(response));
        return Response.FromValue(TransactionAnswer.Read(response, actions.Count), response);
    }

    internal string EntityPath(string partitionKey, string rowKey)
    {
        TableLimits.CheckKey(partitionKey);
        TableLimits.CheckKey(rowKey);
        return TableConnection.EntityPath(_name, partitionKey, rowKey);
    }

    private async Task<Response> GetAsync(string partitionKey, string rowKey, IEnumerable<string>? select, CancellationToken cancellationToken)
    {
        using var message = Connection.CreateMessage(RequestMethod.Get, EntityPath(partitionKey, rowKey));
        if (select is not null)
            message.Request.Uri.AppendQuery("$select", string.Join(',', select), escapeValue: true);
        return await Connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Response> PutAsync(ITableEntity entity, ETag? ifMatch, TableUpdateMode mode, CancellationToken cancellationToken)
    {
        var body = EntityWriter.Write(entity);
        using var message = Connection.CreateMessage(
            mode == TableUpdateMode.Replace ? RequestMethod.Put : TableConnection.Merge, EntityPath(entity.PartitionKey, entity.RowKey));
        if (ifMatch is { } etag)
            message.Request.Headers.Add("If-Match", etag.ToString("H"));
        TableConnection.SetJson(message.Request, body);
        return Expect(await Connection.SendAsync(message, cancellationToken).ConfigureAwait(false), 204);
    }

    private static Response Expect(Response response, int status, int otherStatus = 0) =>
        response.Status == status || response.Status == otherStatus ? response : throw new RequestFailedException(response);
}
