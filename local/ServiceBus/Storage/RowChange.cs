namespace Oversight.Local.ServiceBus.Storage;

/// <summary>One change of one row.</summary>
internal abstract record RowChange(long Number)
{
    public sealed record Insert(StoredMessage Message) : RowChange(Message.Number);

    /// <summary>Puts back what was deleted.</summary>
    public sealed record Restore(StoredMessage Message) : RowChange(Message.Number);

    public sealed record Replace(StoredMessage Message) : RowChange(Message.Number);

    public sealed record Count(long Number, int Deliveries) : RowChange(Number);

    public sealed record Delete(long Number) : RowChange(Number);

    /// <summary>About what it adds to a request.</summary>
    public int Bytes => this switch
    {
        Insert insert => insert.Message.Content.Length + Overhead,
        Restore restore => restore.Message.Content.Length + Overhead,
        Replace replace => replace.Message.Content.Length + Overhead,
        _ => Overhead,
    };

    private const int Overhead = 1024;
}
