namespace Azure.Data.Tables.Internal;

/// <summary>
/// What the real service refuses and the emulator lets through: refused here with the service's own codes, so that a fault
/// shows on a developer's machine and not first in Azure.
/// </summary>
internal static class TableLimits
{
    internal const int EntityBytes = 1024 * 1024;
    internal const int TransactionBytes = 4 * 1024 * 1024;
    internal const int TransactionActions = 100;
    private const int PropertyBytes = 64 * 1024;
    private const int KeyBytes = 1024;
    private const int Properties = 252;
    private const int NameLength = 255;
    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static RequestFailedException Refuse(string code, string message, int status = 400) => new(status, message, code, null);

    internal static void CheckTableName(string name)
    {
        var valid = name.Length is >= 3 and <= 63 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit);
        if (!valid)
            throw Refuse("InvalidResourceName", "The specified resource name contains invalid characters.");
    }

    internal static void CheckKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length * 2 > KeyBytes)
            throw Refuse("KeyValueTooLarge", "The partition or row key is larger than 1024 bytes.");
        foreach (var c in key)
        {
            if (c is '/' or '\\' or '#' or '?' or < ' ' or (>= '\u007F' and <= '\u009F'))
                throw Refuse("OutOfRangeInput", "One of the request inputs is out of range: a character that keys cannot hold.");
        }
    }

    internal static void CheckPropertyName(string name)
    {
        if (name.Length > NameLength)
            throw Refuse("PropertyNameTooLong", "The property name exceeds the maximum allowed length.");
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsLetterOrDigit(c) || c == '_'))
            throw Refuse("PropertyNameInvalid", "The property name is invalid.");
    }

    internal static void CheckPropertyCount(int count)
    {
        if (count > Properties)
            throw Refuse("TooManyProperties", "The entity contains more properties than allowed.");
    }

    internal static void CheckTime(DateTimeOffset time)
    {
        if (time < Earliest)
            throw Refuse("OutOfRangeInput", "One of the request inputs is out of range: a time before 1601.");
    }

    internal static void CheckValueBytes(int bytes)
    {
        if (bytes > PropertyBytes)
            throw Refuse("PropertyValueTooLarge", "The property value exceeds the maximum allowed size (64KB).");
    }

    internal static void CheckEntityBytes(int bytes)
    {
        if (bytes > EntityBytes)
            throw Refuse("EntityTooLarge", "The entity is larger than the maximum allowed size (1MB).");
    }

    internal static void CheckTransaction(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count == 0)
            throw new InvalidOperationException("A transaction must have at least one action.");
        if (actions.Count > TransactionActions)
            throw Failed("InvalidInput", "100:The batch request operation exceeds the maximum 100 changes per change set.");
        var rows = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < actions.Count; i++)
        {
            if (actions[i].Entity.PartitionKey != actions[0].Entity.PartitionKey)
                throw Failed("CommandsInBatchActOnDifferentPartitions", $"{i}:All commands in a batch must operate on same entity group.");
            if (!rows.Add(actions[i].Entity.RowKey))
                throw Failed("InvalidDuplicateRow", $"{i}:The batch request contains multiple changes with same row key.");
        }
    }

    internal static TableTransactionFailedException Failed(string code, string message, int status = 400) => new(Refuse(code, message, status));
}
