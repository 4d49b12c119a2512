using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Oversight.Functions.Attachments;
using Oversight.Functions.Input;
using Oversight.Functions.Settings;
using Oversight.Functions.Web;
using Oversight.Settings;

namespace Oversight.Functions.Operations.Fields;

/// <summary>Files: in JSON a list of names and contents, and where they are too large for that, a form.</summary>
/// <param name="Told">What may be sent, by the settings.</param>
public sealed record FilesField(string Name, string Label, Func<Limits, string> Told) : Field(Name, Label)
{
    private const string NameProperty = "name";
    private const string ContentProperty = "content";

    /// <summary>A form, and the field whose files made it too large; what was typed is read all the same.</summary>
    public static async Task<(FormState Form, FilesField? TooLarge)> ReadFormAsync(
        HttpRequest request, IReadOnlyList<Field> fields, CancellationToken cancellation)
    {
        if (fields.OfType<FilesField>().FirstOrDefault() is not { } files)
            return (await FormState.ReadAsync(request, cancellation), null);
        var (form, isTooLarge) = await FormState.ReadWithFilesAsync(request, cancellation);
        return (form, isTooLarge ? files : null);
    }

    /// <summary>Why a form with too much in it is not taken.</summary>
    public Refusal Refuse(SettingsInForce inForce) =>
        new(WebRefusals.TooLarge, Name, $"{inForce.Settings.Limits.AttachmentBytes / BodyLimits.Megabyte}");

    /// <summary>A file as a form would have sent it.</summary>
    public IFormFile File(string name, byte[] content) =>
        new FormFile(new MemoryStream(content), 0, content.Length, Name, name);

    /// <summary>Its values are files; see <see cref="FilesFromJson"/>.</summary>
    public override IReadOnlyList<string>? FromJson(JsonNode value) => null;

    /// <summary>Null where JSON has something else than a list of names and contents in base64.</summary>
    public IReadOnlyList<IFormFile>? FilesFromJson(JsonNode value)
    {
        var read = new List<IFormFile>();
        foreach (var item in value as JsonArray ?? [null])
        {
            if (item is not JsonObject { Count: 2 } file || TextOf(file[NameProperty]) is not [var name]
                || TextOf(file[ContentProperty]) is not [var text] || !Incoming.TryBase64(text, out var content))
                return null;
            read.Add(File(TypedText.Clean(name), content));
        }

        return read;
    }

    public override JsonObject Schema(FieldScene scene) => new()
    {
        ["type"] = "array",
        ["maxItems"] = scene.Settings.Limits.Attachments,
        ["items"] = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray(NameProperty, ContentProperty),
            ["properties"] = new JsonObject
            {
                [NameProperty] = new JsonObject { ["type"] = "string", ["description"] = "Filens namn med ändelse." },
                [ContentProperty] = new JsonObject
                {
                    ["type"] = "string",
                    ["contentEncoding"] = "base64",
                    ["description"] = "Innehållet i base64.",
                },
            },
        },
    };
}
