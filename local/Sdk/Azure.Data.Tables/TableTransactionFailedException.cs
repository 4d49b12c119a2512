using System.Globalization;

namespace Azure.Data.Tables;

public class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException)
    {
        // The service writes the index of the action that failed first in its message: "3:The specified entity already exists."
        var prefix = Message.AsSpan(0, Math.Max(0, Message.IndexOf(':', StringComparison.Ordinal)));
        FailedTransactionActionIndex = int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }

    public int? FailedTransactionActionIndex { get; }
}
