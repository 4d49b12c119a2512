using System.Net;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Search;

/// <summary>What somebody finds: the addresses on the page, or the one that it leads to at once.</summary>
internal static class FoundPage
{
    public static string Address(string typed) => $"/sok?q={Uri.EscapeDataString(typed)}";

    public static async Task<IReadOnlyList<string>> FindAsync(this HttpClient client, string typed)
    {
        using var response = await client.GetAsync(Address(typed), TestContext.Current.CancellationToken);
        if (response.StatusCode == HttpStatusCode.SeeOther)
            return [response.Headers.Location!.OriginalString];
        await response.ExpectAsync(HttpStatusCode.OK);
        var page = await response.ReadPageAsync();
        var links = page.QuerySelectorAll(".found li > a").Select(link => link.GetAttribute("href")!).ToList();
        page.QuerySelector("main [role=status]")!.TextContent.ShouldStartWith(
            links.Count switch { 0 => "Inget hittades", 1 => "1 träff ", var many => $"{many} träffar " });
        return links;
    }
}
