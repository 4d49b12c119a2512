using System.Text.RegularExpressions;
using Oversight.Browser.Tests.Infrastructure;

namespace Oversight.Browser.Tests.Pages;

/// <summary>What a first visit to each page weighs on the wire, with all that the page asks for.</summary>
public sealed partial class WeightTests(BrowserWorld world)
{
    private const int Most = 60_000;

    [Fact]
    public async Task A_first_visit_to_any_page_weighs_at_most_60_kB()
    {
        var demonstration = await world.DemonstrationAsync();
        var people = new Dictionary<Role, HttpClient>();
        var assets = new Dictionary<string, long>();
        var weights = new List<(string Page, long Bytes)>();
        foreach (var visit in PageVisits.All.Where(visit => visit is { Role: not null, Function: not null }))
        {
            if (!people.TryGetValue(visit.Role!.Value, out var person))
            {
                people[visit.Role.Value] = person =
                    await demonstration.App.SignInAsync(People.User(visit.Role.Value), visit.Role.Value);
                person.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
            }

            var (bytes, text) = await ReadAsync(person, demonstration.Address(visit.Path));
            foreach (var asset in Assets().Matches(text).Select(found => found.Value).Distinct())
            {
                if (!assets.ContainsKey(asset))
                    assets[asset] = (await ReadAsync(person, asset)).Bytes;
                bytes += assets[asset];
            }

            weights.Add((visit.Name, bytes));
        }

        foreach (var person in people.Values)
            person.Dispose();
        assets.Count.ShouldBeGreaterThan(3, "The style sheets are weighed too.");
        TestContext.Current.SendDiagnosticMessage(string.Join(
            '\n', weights.OrderByDescending(page => page.Bytes).Take(5).Select(page => $"{page.Page}: {page.Bytes}")));
        weights.Where(page => page.Bytes > Most).ShouldBeEmpty();
    }

    /// <summary>What goes over the wire, and the text in it.</summary>
    private static async Task<(long Bytes, string Text)> ReadAsync(HttpClient person, string address)
    {
        using var answer = await person.GetAsync(address, TestContext.Current.CancellationToken);
        var sent = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        await using Stream text = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new System.IO.Compression.BrotliStream(
                new MemoryStream(sent), System.IO.Compression.CompressionMode.Decompress),
            null => new MemoryStream(sent),
            var other => throw new InvalidOperationException($"{address} was sent as {other}."),
        };
        return (sent.Length, await new StreamReader(text).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("/assets/[0-9a-f]{16}/[a-z.-]+")]
    private static partial Regex Assets();
}
