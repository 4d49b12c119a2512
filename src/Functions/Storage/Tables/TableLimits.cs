using System.Text;
using System.Text.Encodings.Web;
using Azure.Data.Tables;

namespace Oversight.Functions.Storage;

/// <summary>
/// What Table Storage takes (Microsoft Learn: Understanding the Table service data model; Performing entity group
/// transactions). Asked before every write, because storage on one's own machine takes more than the service does.
/// </summary>
internal static class TableLimits
{
    internal const int MaxEntityBytes = 1024 * 1024;
    internal const int MaxPropertyBytes = 64 * 1024;
    internal const int MaxKeyBytes = 1024;
    internal const int MaxProperties = 252;
    internal const int MaxNameLength = 255;
    internal const int MaxRows = 100;
    internal const int MaxTransactionBytes = 4 * 1024 * 1024;

    /// <summary>The head of one row in the body of a transaction: boundary, verb, address and headers.</summary>
    private const int RowHeadBytes = 700;
    private const int PropertyHeadBytes = 60;

    private static readonly DateTimeOffset FirstTime = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Set by the service; they do not count.</summary>
    private static readonly HashSet<string> OfService = new(StringComparer.Ordinal)
        { "PartitionKey", "RowKey", "Timestamp", "odata.etag" };

    internal static void Check(ITableEntity entity)
    {
        CheckKey(nameof(entity.PartitionKey), entity.PartitionKey);
        CheckKey(nameof(entity.RowKey), entity.RowKey);
        var bytes = 4 + (2 * (entity.PartitionKey.Length + entity.RowKey.Length));
        var properties = Properties(entity).ToList();
        if (properties.Count > MaxProperties)
            throw new TableLimitException(
                $"An entity has {properties.Count} properties; at most {MaxProperties} are taken.");
        foreach (var (name, value) in properties)
        {
            if (!IsName(name))
                throw new TableLimitException($"'{name}' cannot be the name of a property.");
            var size = SizeOf(name, value);
            if (size > MaxPropertyBytes)
                throw new TableLimitException(
                    $"The property {name} has {size} bytes; at most {MaxPropertyBytes} are taken.");
            bytes += 8 + (2 * name.Length) + size;
        }

        if (bytes > MaxEntityBytes)
            throw new TableLimitException($"An entity has {bytes} bytes; at most {MaxEntityBytes} are taken.");
    }

    internal static void Check(IReadOnlyList<TableTransactionAction> rows)
    {
        if (rows.Count > MaxRows)
            throw new TableLimitException($"A transaction has {rows.Count} rows; at most {MaxRows} are taken.");
        if (rows.Select(row => row.Entity.PartitionKey).Distinct(StringComparer.Ordinal).Count() > 1)
            throw new TableLimitException("A transaction has rows of several partitions; one is taken.");
        if (rows.DistinctBy(row => row.Entity.RowKey, StringComparer.Ordinal).Count() < rows.Count)
            throw new TableLimitException("A transaction writes the same row twice.");
        foreach (var row in rows.Where(row => row.ActionType != TableTransactionActionType.Delete))
            Check(row.Entity);
        var bytes = rows.Sum(BodyBytes);
        if (bytes > MaxTransactionBytes)
            throw new TableLimitException(
                $"A transaction has about {bytes} bytes; at most {MaxTransactionBytes} are taken.");
    }

    private static void CheckKey(string name, string? key)
    {
        if (key is null)
            throw new TableLimitException($"{name} is missing.");
        if (2 * key.Length > MaxKeyBytes)
            throw new TableLimitException($"{name} has {2 * key.Length} bytes; at most {MaxKeyBytes} are taken.");
        if (key.Any(c => c is '/' or '\\' or '#' or '?' or < ' ' or (>= '\u007F' and <= '\u009F')))
            throw new TableLimitException($"{name} has a character that keys cannot have.");
    }

    private static IEnumerable<KeyValuePair<string, object>> Properties(ITableEntity entity) =>
        entity is TableEntity table
        ? table.Where(property => property.Value is not null && !OfService.Contains(property.Key))
        : throw new ArgumentException(
            $"{entity.GetType().Name} cannot be measured; write a {nameof(TableEntity)}.", nameof(entity));

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxNameLength && (char.IsLetter(name[0]) || name[0] == '_')
        && name.All(c => char.IsLetterOrDigit(c) || c == '_');

    private static int SizeOf(string name, object value) => value switch
    {
        string text => 2 * text.Length,
        byte[] bytes => bytes.Length,
        BinaryData data => data.ToMemory().Length,
        bool => 1,
        int => 4,
        long or double or float => 8,
        Guid => 16,
        DateTimeOffset time when time < FirstTime =>
            throw new TableLimitException($"The property {name} is a time before 1601."),
        DateTime time when time < FirstTime.UtcDateTime =>
            throw new TableLimitException($"The property {name} is a time before 1601."),
        DateTimeOffset or DateTime => 8,
        _ => throw new TableLimitException(
            $"The property {name} is of a type that is not taken: {value.GetType().Name}."),
    };

    private static long BodyBytes(TableTransactionAction row)
    {
        var bytes = RowHeadBytes + (6L * (row.Entity.PartitionKey.Length + row.Entity.RowKey.Length));
        if (row.ActionType == TableTransactionActionType.Delete)
            return bytes;
        return bytes + Properties(row.Entity).Sum(
            property => (long)PropertyHeadBytes + (2 * property.Key.Length) + BodyBytes(property.Value));
    }

    // As the client writes it: what is not plain ASCII is escaped.
    private static long BodyBytes(object value) => value switch
    {
        string text => Encoding.UTF8.GetByteCount(JavaScriptEncoder.Default.Encode(text)),
        byte[] bytes => bytes.Length * 4L / 3,
        BinaryData data => data.ToMemory().Length * 4L / 3,
        _ => 40,
    };
}

/// <summary>A row or a transaction that the service would refuse. Nothing has been sent.</summary>
public sealed class TableLimitException(string message) : Exception(message);
