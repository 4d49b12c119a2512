namespace Azure.Data.Tables.Internal;

/// <summary>The answer when there is no such entity.</summary>
internal sealed class NoValueResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException($"Status: {response.Status}, the service returned no value.");

    public override Response GetRawResponse() => response;
}
