namespace Azure.Data.Tables;

public class TableTransactionFailedException : RequestFailedException
{
    internal TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException)
    {
    }
}
