using System.Buffers;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Internal;

/// <summary>An entity group transaction as a multipart request: one change set, one part for each action.</summary>
internal static class TransactionBody
{
    internal static void Set(Request request, TableConnection connection, string table, IReadOnlyList<TableTransactionAction> actions)
    {
        TableLimits.CheckTransaction(actions);
        var batch = $"batch_{Guid.NewGuid()}";
        var changes = $"changeset_{Guid.NewGuid()}";
        var body = new ArrayBufferWriter<byte>(actions.Count * 1024);
        Write(body, $"--{batch}\r\nContent-Type: multipart/mixed; boundary={changes}\r\n\r\n");
        foreach (var action in actions)
        {
            Write(body, $"--{changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            WriteAction(body, connection, table, action);
            Write(body, "\r\n");
        }

        Write(body, $"--{changes}--\r\n--{batch}--\r\n");
        if (body.WrittenCount > TableLimits.TransactionBytes)
            throw TableLimits.Failed("RequestBodyTooLarge", "The request body is too large and exceeds the maximum permissible limit.", 413);
        request.Headers.Add("Content-Type", $"multipart/mixed; boundary={batch}");
        request.Content = RequestContent.Create(body.WrittenMemory);
    }

    private static void WriteAction(ArrayBufferWriter<byte> body, TableConnection connection, string table, TableTransactionAction action)
    {
        var entity = action.Entity;
        TableLimits.CheckKey(entity.PartitionKey);
        TableLimits.CheckKey(entity.RowKey);
        var path = action.ActionType == TableTransactionActionType.Add
            ? table
            : TableConnection.EntityPath(table, entity.PartitionKey, entity.RowKey);
        Write(body, $"{Method(action.ActionType)} {connection.Address}/{path} HTTP/1.1\r\n");
        Write(body, "Accept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\nPrefer: return-no-content\r\n");
        if (action.ActionType is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete)
            Write(body, $"If-Match: {(action.ETag == default ? ETag.All : action.ETag).ToString("H")}\r\n");
        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Write(body, "\r\n");
            return;
        }

        Write(body, "Content-Type: application/json\r\n\r\n");
        EntityWriter.Write(entity, body);
    }

    private static string Method(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.Delete => "DELETE",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        _ => "MERGE",
    };

    private static void Write(ArrayBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);
}
