using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Oversight.Testkit;

/// <summary>
/// A form as a browser holds it: hidden fields, what is chosen and typed. Only what the page offers can be filled in.
/// </summary>
public sealed class FormPage
{
    private readonly HttpClient _client;
    private readonly IHtmlFormElement _form;
    private readonly string _path;
    private readonly List<KeyValuePair<string, string>> _fields = [];
    private readonly List<(string Name, string FileName, string Type, byte[] Content)> _files = [];

    private FormPage(HttpClient client, IHtmlDocument document, IHtmlFormElement form, string path)
    {
        (_client, Document, _form, _path) = (client, document, form, path);
        foreach (var control in Controls())
            _fields.AddRange(Values(control)
                .Select(value => KeyValuePair.Create(control.GetAttribute("name")!, value)));
    }

    public IHtmlDocument Document { get; }

    public string? this[string name] =>
        _fields.Where(field => field.Key == name).Select(field => field.Value).FirstOrDefault();

    public static FormPage Of(HttpClient client, IHtmlDocument document, string path, string selector)
    {
        var forms = document.QuerySelectorAll<IHtmlFormElement>(selector).ToList();
        return forms is [var form]
            ? new(client, document, form, path)
            : throw new InvalidOperationException(
                $"{path} har {forms.Count} formulär som svarar mot {selector}, väntade ett.");
    }

    /// <summary>Types or chooses; a choice that the page does not offer is a fault of the test or the page.</summary>
    public FormPage With(string name, params string[] values)
    {
        var controls = Controls().Where(control => control.GetAttribute("name") == name).ToList();
        if (controls.Count == 0)
            throw new InvalidOperationException(
                $"Formuläret på {_path} har inget fält {name}. Fälten: {string.Join(", ", Names())}.");
        var offered = controls.SelectMany(Choices).ToList();
        if (offered.Count > 0 && values.Except(offered).ToList() is { Count: > 0 } unknown)
            throw new InvalidOperationException(
                $"{name} på {_path} erbjuder inte {string.Join(", ", unknown)}. Val: {string.Join(", ", offered)}.");
        return Tampered(name, values);
    }

    /// <summary>Sends what no browser would.</summary>
    public FormPage Tampered(string name, params string[] values)
    {
        _fields.RemoveAll(field => field.Key == name);
        _fields.AddRange(values.Select(value => KeyValuePair.Create(name, value)));
        return this;
    }

    public FormPage WithFile(string name, string fileName, string contentType, byte[] content)
    {
        _files.Add((name, fileName, contentType, content));
        return this;
    }

    public Task<HttpResponseMessage> SubmitAsync()
    {
        var action = _form.GetAttribute("action");
        return _client.PostAsync(string.IsNullOrEmpty(action) ? _path : action, Body());
    }

    private HttpContent Body()
    {
        if (_files.Count == 0
            && !string.Equals(_form.GetAttribute("enctype"), "multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return new FormUrlEncodedContent(_fields);
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in _fields)
            body.Add(new StringContent(value), name);
        foreach (var file in _files)
        {
            var content = new ByteArrayContent(file.Content);
            content.Headers.ContentType = new MediaTypeHeaderValue(file.Type);
            body.Add(content, file.Name, file.FileName);
        }

        return body;
    }

    private IEnumerable<IElement> Controls() => _form.QuerySelectorAll("input[name], select[name], textarea[name]")
        .Where(control => !control.HasAttribute("disabled"));

    private IEnumerable<string> Names() => Controls().Select(control => control.GetAttribute("name")!).Distinct();

    private static IEnumerable<string> Values(IElement control) => control switch
    {
        IHtmlInputElement { Type: "file" or "submit" or "button" or "image" or "reset" } => [],
        IHtmlInputElement { Type: "checkbox" or "radio" } box =>
            box.IsChecked ? [box.Value is "" ? "on" : box.Value] : [],
        IHtmlInputElement input => [input.Value],
        IHtmlTextAreaElement area => [area.Value],
        IHtmlSelectElement select => select.Options.Where(option => option.IsSelected).Select(option => option.Value),
        _ => [],
    };

    private static IEnumerable<string> Choices(IElement control) => control switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => [box.Value is "" ? "on" : box.Value],
        IHtmlSelectElement select => select.Options.Select(option => option.Value),
        _ => [],
    };
}
