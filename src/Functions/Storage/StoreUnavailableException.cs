namespace Oversight.Functions.Storage;

/// <summary>Storage did not answer. Nothing was acknowledged; the caller may try again (503, Retry-After).</summary>
public sealed class StoreUnavailableException(string message, Exception inner) : Exception(message, inner);
