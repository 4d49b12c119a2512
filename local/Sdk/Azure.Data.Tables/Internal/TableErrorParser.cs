using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Internal;

/// <summary>Reads code and message out of <c>{"odata.error":{"code":"...","message":{"value":"..."}}}</c>.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = response.ContentStream is MemoryStream ? Parse(response.Content.ToMemory()) : null;
        return error is not null;
    }

    internal static ResponseError? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (!document.RootElement.TryGetProperty("odata.error", out var error))
                return null;
            var code = error.GetProperty("code").GetString();
            var message = error.TryGetProperty("message", out var text) && text.TryGetProperty("value", out var value) ? value.GetString() : code;
            return new ResponseError(code, message);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
