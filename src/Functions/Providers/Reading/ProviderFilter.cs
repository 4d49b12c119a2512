using Microsoft.AspNetCore.Http;
using Oversight.Functions.Providers.Pages;
using Oversight.Functions.Web.Lists;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>What the list is narrowed to; empty texts narrow nothing.</summary>
/// <param name="Name">Part of any name the provider has had.</param>
/// <param name="Form">The form of some agreement, by its code.</param>
/// <param name="Board">The board of some agreement.</param>
public sealed record ProviderFilter(string Name, string Form, string Board)
{
    public const string Address = "/anordnare";

    public ListSort Sort { get; init; } = ListSort.Own;

    public bool Takes(ProviderRow row) =>
        (Name.Length == 0 || row.Names.Any(name => TypedText.Holds(name.Value, Name)))
        && (Form.Length == 0 || row.Agreements.Any(agreement => agreement.Form.FormCode() == Form))
        && (Board.Length == 0 || row.Agreements.Any(agreement => agreement.Board.Value == Board));

    public string Href => ListAddress.Of(
        Address, ("namn", Name), ("form", Form), ("namnd", Board), (ListSort.Key, Sort.Text));

    public string ExportHref => ListAddress.Of(
        $"{Address}/excel", ("namn", Name), ("form", Form), ("namnd", Board), (ListSort.Key, Sort.Text));

    public static ProviderFilter Read(IQueryCollection asked) => new(
        TypedText.Line(asked["namn"]), asked["form"].ToString(), asked["namnd"].ToString())
    {
        Sort = ListSort.Read(asked[ListSort.Key], ProviderColumns.Names),
    };
}
