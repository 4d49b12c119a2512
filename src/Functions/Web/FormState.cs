using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Oversight.Functions.Web;

/// <summary>
/// A form as it was sent, or blank: the typed values (kept when it comes back) and what was refused. Hidden fields
/// carry the version that was read (<c>_version</c>) and the key that makes a repeated post recognisable (<c>_key</c>).
/// </summary>
public sealed class FormState
{
    public const string KeyField = "_key";
    public const string VersionField = "_version";
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _values;
    private readonly IFormFileCollection? _files;

    private FormState(IReadOnlyDictionary<string, IReadOnlyList<string>> values, IFormFileCollection? files,
        IReadOnlyList<Refusal> errors)
    {
        _values = values;
        _files = files;
        Errors = errors;
    }

    public IReadOnlyList<Refusal> Errors { get; }

    public bool HasErrors => Errors.Count > 0;

    /// <summary>The version the writer saw; null for a new thing.</summary>
    public int? ExpectedVersion =>
        int.TryParse(this[VersionField], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;

    public string? IdempotencyKey => Keys.IsValid(this[KeyField]) ? this[KeyField] : null;

    /// <summary>
    /// What a repeat is compared by: everything that was sent and is not empty, whatever the form asks for. Derived, so
    /// that no field can be forgotten, and a field that a deploy adds does not make another request of a retry.
    /// </summary>
    public object Body => new SortedDictionary<string, IReadOnlyList<string>>(
        _values.Where(sent => sent.Key is not (KeyField or VersionField) && sent.Value.Any(value => value.Length > 0))
            .ToDictionary(sent => sent.Key, sent => sent.Value),
        StringComparer.Ordinal);

    /// <summary>Everything that was sent but files, as it is sent again.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs =>
        [.. _values.SelectMany(sent => sent.Value.Select(value => KeyValuePair.Create(sent.Key, value)))];

    public bool HasFiles => _files?.Any(file => file.FileName.Length > 0) == true;

    /// <summary>The typed text with Unix line ends; empty when the field was not sent.</summary>
    public string this[string field] => _values.TryGetValue(field, out var values) && values.Count > 0 ? values[0] : "";

    public bool Has(string field) => _values.ContainsKey(field);

    public IReadOnlyList<string> All(string field) => _values.TryGetValue(field, out var values) ? values : [];

    /// <summary>The sent file, or null when none was chosen.</summary>
    public IFormFile? File(string field) =>
        _files?.GetFile(field) is { } file && file.FileName.Length > 0 ? file : null;

    public IReadOnlyList<IFormFile> Files(string field) =>
        [.. (_files?.GetFiles(field) ?? []).Where(file => file.FileName.Length > 0)];

    /// <summary>A blank form, or one filled with what stands now.</summary>
    public static FormState New(string key, int? version = null, IReadOnlyDictionary<string, string>? values = null)
    {
        var all = (values ?? new Dictionary<string, string>()).ToDictionary(
            value => value.Key, value => One(value.Value));
        all[KeyField] = One(key);
        if (version is { } seen)
            all[VersionField] = One(seen.ToString(CultureInfo.InvariantCulture));
        return new FormState(all, null, []);
    }

    /// <summary>A form that holds these values.</summary>
    public static FormState Of(
        IReadOnlyDictionary<string, IReadOnlyList<string>> values, IFormFileCollection? files = null) =>
        new(values, files, []);

    /// <summary>Reads a posted form; another content type is refused with 415, too much with 413.</summary>
    public static async Task<FormState> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            throw new RequestRefusedException(
                StatusCodes.Status415UnsupportedMediaType, new Refusal(WebRefusals.ContentType, null, "formulär"));
        }

        if (!IsReadable(request.ContentType))
            throw NotInUtf8();

        var limit = BodyLimits.For(request);
        if (request.ContentLength > limit)
            throw BodyLimits.TooLarge(limit);
        try
        {
            var form = await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = limit }, cancellation);
            var values = form.ToDictionary(
                field => field.Key,
                field => (IReadOnlyList<string>)[.. field.Value.Select(value => TypedText.Clean(value))]);
            return new FormState(values, form.Files, []);
        }
        catch (NotSupportedException)
        {
            // A part of the form names an encoding that the framework has stopped taking (UTF-7).
            throw NotInUtf8();
        }
        catch (IOException cut) when (cut is not BadHttpRequestException
            && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            // A multipart body without a single part ends "unexpectedly".
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, new Refusal(WebRefusals.Malformed));
        }
        catch (InvalidDataException malformed)
        {
            throw malformed.Message.Contains("body length limit", StringComparison.OrdinalIgnoreCase)
                || malformed.Message.Contains("value length limit", StringComparison.OrdinalIgnoreCase)
                ? BodyLimits.TooLarge(limit)
                : new RequestRefusedException(StatusCodes.Status400BadRequest, new Refusal(WebRefusals.Malformed));
        }
    }

    /// <summary>
    /// Reads a form with files. When they are too large together, <c>IsTooLarge</c> is true and the form holds what was
    /// typed, without a single file.
    /// </summary>
    public static async Task<(FormState Form, bool IsTooLarge)> ReadWithFilesAsync(
        HttpRequest request, CancellationToken cancellation) =>
        request.HasFormContentType && IsReadable(request.ContentType) && request.ContentLength > BodyLimits.For(request)
            && MultipartTexts.BoundaryOf(request) is { } boundary
            ? (Of(await MultipartTexts.ReadAsync(request.Body, boundary, cancellation)), true)
            : (await ReadAsync(request, cancellation), false);

    private static RequestRefusedException NotInUtf8() =>
        new(StatusCodes.Status415UnsupportedMediaType, new Refusal(WebRefusals.ContentType, null, "formulär i UTF-8"));

    /// <summary>
    /// Browsers send UTF-8; other encodings are refused before the framework meets one that it does not know.
    /// </summary>
    private static bool IsReadable(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Value is { } charset
            && (charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase)
                || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)));

    public FormState WithErrors(params IEnumerable<Refusal> errors) => new(_values, _files, [.. Errors, .. errors]);

    /// <summary>
    /// What is refused for something that the form does not ask for (a day chosen earlier) is told of the whole form: a
    /// link would lead nowhere.
    /// </summary>
    public FormState LinkedTo(IReadOnlyList<string> fields) => new(
        _values, _files,
        [
            .. Errors.Select(error => error.Field is { } told && !fields.Any(field => IsPartOf(told, field))
                ? error with { Field = null }
                : error),
        ]);

    private static bool IsPartOf(string told, string field) =>
        told.StartsWith(field, StringComparison.Ordinal)
            && (told.Length == field.Length || told[field.Length] is '.' or '[');

    /// <summary>
    /// The same typed values against another version or key: after a conflict, or a key that was used.
    /// </summary>
    public FormState With(string key, int? version)
    {
        var values = _values.Where(value => value.Key is not (KeyField or VersionField)).ToDictionary(
            value => value.Key, value => value.Value);
        values[KeyField] = One(key);
        if (version is { } seen)
            values[VersionField] = One(seen.ToString(CultureInfo.InvariantCulture));
        return new FormState(values, _files, Errors);
    }

    public IReadOnlyList<Refusal> ErrorsFor(string field) => [.. Errors.Where(error => error.Field == field)];

    private static IReadOnlyList<string> One(string value) => [value];
}
