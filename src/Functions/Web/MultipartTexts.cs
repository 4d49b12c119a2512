using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Oversight.Functions.Web;

/// <summary>What was typed in a form whose files are too large: the texts are read, the files are let past.</summary>
internal static class MultipartTexts
{
    /// <summary>Null when it is no form with files.</summary>
    public static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 200 } boundary
            ? boundary
            : null;

    /// <summary>The whole body is read: the sender hears no answer before that.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ReadAsync(
        Stream body, string boundary, CancellationToken cancellation)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var left = BodyLimits.Text;
        try
        {
            var reader = new MultipartReader(boundary, body);
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                if (section.AsFormDataSection() is not { Name.Length: > 0 } field)
                    continue;
                var text = new StringBuilder();
                using var content = new StreamReader(field.Section.Body, Encoding.UTF8);
                var buffer = new char[4096];
                while (left > 0
                    && await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)),
                        cancellation) is > 0 and var read)
                {
                    text.Append(buffer, 0, read);
                    left -= read;
                }

                values[field.Name] = [.. values.GetValueOrDefault(field.Name) ?? [], TypedText.Clean(text.ToString())];
            }
        }
        catch (Exception malformed) when (
            malformed is (IOException or InvalidDataException) and not BadHttpRequestException)
        {
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, new Refusal(WebRefusals.Malformed));
        }

        return values;
    }
}
