using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Oversight.Concerns;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Lists;

namespace Oversight.Functions.Concerns;

/// <summary>What the inbox is asked for. Without a choice it shows what waits.</summary>
/// <param name="Status"><c>open</c> (what waits), <c>all</c>, or a status by name.</param>
/// <param name="Age">Only concerns older than so many days.</param>
public sealed record InboxQuery(
    string Status, int? Age, string Place, BoardId? Board, string? PageToken, DateOnly Today)
{
    public const string Address = "/synpunkter/inkorg";
    public const string Open = "open";
    public const string All = "all";

    /// <summary>In the address: whose.</summary>
    public const string WhoseKey = "vem";
    public const string Mine = "mina";
    public const string Nobodys = "ingens";

    /// <summary>Where a concern's page keeps the selection it was opened from.</summary>
    public const string KeptKey = "ko";

    public ListSort Sort { get; init; } = ListSort.Own;

    public Whose Whose { get; init; }

    /// <summary>Only what has come in after this instant: what was new when somebody chose it stays chosen.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>As the address says it.</summary>
    public string AfterText => ListNews.Text(After);

    /// <summary>As the address says it.</summary>
    public string WhoseText => Whose switch { Whose.Mine => Mine, Whose.Nobodys => Nobodys, _ => "" };

    /// <summary>A list of what waits is short, and in the order in which it should be done.</summary>
    public bool ReadsOpen =>
        Status == Open || Names.Find<ConcernStatus>(Status) is ConcernStatus.Received or ConcernStatus.AwaitingDecision;

    public ConcernFilter Filter =>
        new(Names.Find<ConcernStatus>(Status), Age is { } days ? Today.AddDays(-days) : null, Place)
        {
            Whose = Whose,
            After = After,
        };

    /// <summary>The selection without the page: what is kept on the way to a concern and back.</summary>
    public string Kept => string.Join('&', Parts().Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));

    public string Href => ListAddress.Of(Address, Parts());

    /// <summary>The whole selection as a workbook.</summary>
    public string ExportHref => ListAddress.Of($"{Address}/excel", Parts());

    public string HrefTo(string token) => Href.With(Listing.PageKey, token);

    /// <summary>With what has come after an instant alone; null: with everything again.</summary>
    public string HrefAfter(DateTimeOffset? after) => (this with { After = after }).Href;

    public string HrefTo(ListSort sort) => (this with { Sort = sort }).Href;

    /// <summary>A concern, opened from this selection.</summary>
    public string ConcernHref(Id concern) => WithKept($"/synpunkter/arende/{concern}", Kept);

    /// <summary>An address that keeps the selection.</summary>
    public static string WithKept(string address, string kept) =>
        kept.Length == 0 ? address : address.With(KeptKey, kept);

    /// <summary>The selection that a page has kept; whatever it says besides is left out.</summary>
    public static InboxQuery ReadKept(string? kept, DateOnly today) =>
        Read(new QueryCollection(QueryHelpers.ParseQuery(kept)), today);

    public static InboxQuery Read(IQueryCollection asked, DateOnly today)
    {
        var status = asked["status"].ToString();
        var known = status is Open or All || Names.Find<ConcernStatus>(status) is not null;
        var age = int.TryParse(asked["alder"], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is > 0 and < 10_000 ? days : (int?)null;
        var board = asked["namnd"].ToString();
        return new InboxQuery(
            known ? status : Open, age, asked["sok"].ToString(), board.Length > 0 ? new BoardId(board) : null,
            asked[Listing.PageKey], today)
        {
            Sort = ListSort.Read(asked[ListSort.Key], ConcernColumns.Names),
            Whose = asked[WhoseKey].ToString() switch
            {
                Mine => Whose.Mine,
                Nobodys => Whose.Nobodys,
                _ => Whose.Everybodys,
            },
            After = ListNews.Read(asked),
        };
    }

    private IEnumerable<(string Name, string Value)> Parts()
    {
        if (Status != Open)
            yield return ("status", Status);
        if (Age is { } days)
            yield return ("alder", days.ToString(CultureInfo.InvariantCulture));
        if (Place.Length > 0)
            yield return ("sok", Place);
        if (Board is { } board)
            yield return ("namnd", board.Value);
        if (WhoseText.Length > 0)
            yield return (WhoseKey, WhoseText);
        if (After is not null)
            yield return (ListNews.Key, AfterText);
        if (Sort.Column is not null)
            yield return (ListSort.Key, Sort.Text);
    }
}
