namespace Oversight.Functions.Web;

/// <summary>
/// A request that cannot be read: the error middleware answers with the status, as a page or as problem details.
/// </summary>
public sealed class RequestRefusedException(int status, Refusal refusal) : Exception(refusal.Code)
{
    public int Status { get; } = status;

    public Refusal Refusal { get; } = refusal;
}
