using Azure.Core;
using Azure.Data.Tables.Internal;

namespace Azure.Data.Tables;

public class TableServiceClient
{
    private readonly TableConnection? _connection;

    protected TableServiceClient()
    {
    }

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions? options = null) =>
        _connection = TableConnection.FromConnectionString(connectionString, options ?? new());

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        _connection = TableConnection.FromToken(endpoint, tokenCredential, options ?? new());

    private TableConnection Connection => _connection ?? throw new NotSupportedException("A client without a connection.");

    public virtual TableClient GetTableClient(string tableName) => new(Connection, tableName);
}
