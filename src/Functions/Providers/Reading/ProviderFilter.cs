using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>What the list is narrowed to; empty texts narrow nothing.</summary>
/// <param name="Name">Part of any name the provider has had.</param>
/// <param name="Form">The form of some agreement, by its code.</param>
/// <param name="Board">The board of some agreement.</param>
public sealed record ProviderFilter(string Name, string Form, string Board, int Page = 1)
{
    public bool Takes(ProviderRow row) =>
        (Name.Length == 0 || row.Names.Any(name => TypedText.Holds(name.Value, Name)))
        && (Form.Length == 0 || row.Agreements.Any(agreement => agreement.Form.FormCode() == Form))
        && (Board.Length == 0 || row.Agreements.Any(agreement => agreement.Board.Value == Board));

    public string Href(int page) =>
        $"/anordnare?namn={Uri.EscapeDataString(Name)}&form={Uri.EscapeDataString(Form)}"
            + $"&namnd={Uri.EscapeDataString(Board)}&sida={page}";
}
