using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Oversight.Functions.Input;

namespace Oversight.Functions.Web;

/// <summary>What a caller sent, or the answer that says what is wrong with it.</summary>
public sealed class JsonBody<T>
    where T : notnull
{
    private readonly T? _value;
    private readonly IResult? _problem;

    internal JsonBody(T value) => _value = value;

    internal JsonBody(IResult problem) => _problem = problem;

    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out IResult? problem)
    {
        value = _value;
        problem = _problem;
        return problem is null;
    }
}

public static class ApiRequest
{
    /// <summary>
    /// Reads a JSON body: wrong content type 415, too large 413, malformed, unknown or missing properties 400 with
    /// their names.
    /// </summary>
    public static async Task<JsonBody<T>> ReadJsonAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : notnull
    {
        if (!request.HasJsonContentType())
            return Refuse<T>(StatusCodes.Status415UnsupportedMediaType, new Refusal(
                WebRefusals.ContentType, null, "application/json"));
        if (await ReadBytesAsync(request, BodyLimits.Text, cancellation) is not { } bytes)
        {
            return Refuse<T>(
                StatusCodes.Status413PayloadTooLarge,
                new Refusal(WebRefusals.TooLarge, null, (BodyLimits.Text / BodyLimits.Megabyte).ToString(
                    CultureInfo.InvariantCulture)));
        }

        return Parse<T>(Incoming.Json(bytes)) is { } parsed ? parsed : Refuse<T>(
            StatusCodes.Status400BadRequest, new Refusal(WebRefusals.BodyMissing));
    }

    /// <summary>The whole body, or null when it is larger than the limit, whatever its Content-Length says.</summary>
    public static async Task<byte[]?> ReadBytesAsync(HttpRequest request, long limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
            return null;
        using var kept = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            while (await request.Body.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                if (kept.Length + read > limit)
                    return null;
                kept.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return kept.ToArray();
    }

    /// <summary>A caller's own word as an answer may repeat it.</summary>
    internal static string Shorten(string name) => name.Length <= 100 ? name : name[..100] + "…";

    private static JsonBody<T>? Parse<T>(ReadOnlyMemory<byte> bytes)
        where T : notnull
    {
        try
        {
            using var document = JsonDocument.Parse(
                bytes, new JsonDocumentOptions { MaxDepth = ApiJson.Options.MaxDepth });
            if (document.RootElement.ValueKind == JsonValueKind.Null)
                return null;
            if (JsonShape.FindFault(document.RootElement, ApiJson.Options.GetTypeInfo(typeof(T))) is { } fault)
                return Refuse<T>(StatusCodes.Status400BadRequest, fault);
            return JsonSerializer.Deserialize<T>(bytes.Span, ApiJson.Options) is { } value
                ? new JsonBody<T>(value)
                : null;
        }
        catch (JsonException wrong) when (wrong.Path is not { Length: > 1 })
        {
            var line = ((wrong.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            return Refuse<T>(StatusCodes.Status400BadRequest, new Refusal(WebRefusals.MalformedJson, null, line));
        }
        catch (JsonException wrong)
        {
            var field = wrong.Path![1..].TrimStart('.');
            return Refuse<T>(StatusCodes.Status400BadRequest, new Refusal(WebRefusals.ValueInvalid, field, field));
        }
        catch (InvalidOperationException)
        {
            // Half a character in the name of a property: only reading the name finds it.
            return Refuse<T>(StatusCodes.Status400BadRequest, new Refusal(WebRefusals.Malformed));
        }
        catch (ArgumentException)
        {
            // The same property twice in other case, where the body is read as a tree.
            return Refuse<T>(StatusCodes.Status400BadRequest, new Refusal(WebRefusals.Malformed));
        }
        catch (FormatException)
        {
            return Refuse<T>(StatusCodes.Status400BadRequest, new Refusal(WebRefusals.ValueInvalid, null, "id"));
        }
    }

    private static JsonBody<T> Refuse<T>(int status, Refusal refusal)
        where T : notnull => new(Problems.From(status, refusal));
}
