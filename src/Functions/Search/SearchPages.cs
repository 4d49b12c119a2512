using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Identity;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Lists;

namespace Oversight.Functions.Search;

/// <summary>One field for everything that has a name or a number.</summary>
public sealed class SearchPages(
    IEnumerable<ISearchSource> sources, FoundIndex index, Conflicts conflicts)
{
    /// <summary>The name of the field.</summary>
    public const string Field = "q";

    [Function("SearchPages_Search")]
    [Requires(Permission.ReadOwnStartPage)]
    public async Task<IResult> Search(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sok")] HttpRequest request,
        CancellationToken cancellation)
    {
        // What is written is shown again and nowhere kept: not in a log, a span or a row.
        var typed = TypedText.Line(request.Query[Field]);
        if (!request.Query.ContainsKey(Field))
            return Show(typed, [], null);
        var query = SearchQuery.Of(typed);
        if (Fault(typed, query) is { } fault)
            return Pages.Show<SearchPage>(
                new { Typed = Short(typed), Form = FormOf(Short(typed)).WithErrors(fault) },
                StatusCodes.Status422UnprocessableEntity);
        var asked = new Asked(request.User(), query, await conflicts.OfAsync(request.User(), cancellation), index);
        var found = (await Task.WhenAll(sources.Select(source => source.FindAsync(asked, cancellation))))
            .SelectMany(some => some).ToList();
        if (found.Where(one => one.IsExact).ToList() is [var meant])
            return Pages.SeeOther(meant.Href);
        var only = FoundWords.Kinds.Where(kind => FoundWords.Segment(kind) == request.Query[FoundGroup.Key])
            .Select(kind => (FoundKind?)kind).FirstOrDefault();
        var groups = found.GroupBy(one => one.Kind).OrderBy(group => group.Key)
            .Where(group => only is null || group.Key == only)
            .Select(group => new FoundGroup(group.Key, Listing.Of<Found>(
                [.. group.OrderBy(one => one.Title, SwedishOrder.Comparer)
                    .ThenBy(one => one.Detail ?? "", SwedishOrder.Comparer)],
                only is null ? null : request.Query[Listing.PageKey].ToString())))
            .ToList();
        return Show(typed, groups, only, found.Count);
    }

    private static Refusal? Fault(string typed, SearchQuery query) => typed switch
    {
        "" => new Refusal(SearchRefusals.Empty, Field),
        { Length: > SearchQuery.Longest } => new Refusal(SearchRefusals.TooLong, Field, $"{SearchQuery.Longest}"),
        _ when query.IsTooShort => new Refusal(SearchRefusals.TooShort, Field, $"{SearchQuery.Shortest}"),
        _ => null,
    };

    private static string Short(string typed) =>
        typed.Length > SearchQuery.Longest ? TypedText.Line(typed[..SearchQuery.Longest]) : typed;

    private static FormState FormOf(string typed) =>
        FormState.Of(new Dictionary<string, IReadOnlyList<string>> { [Field] = [typed] });

    private static IResult Show(string typed, IReadOnlyList<FoundGroup> groups, FoundKind? only, int? total = null) =>
        Pages.Show<SearchPage>(new { Typed = typed, Groups = groups, Only = only, Total = total });
}

/// <summary>What was found of one kind.</summary>
public sealed record FoundGroup(FoundKind Kind, Listing<Found> List)
{
    /// <summary>So many of each kind, before one kind is chosen.</summary>
    public const int Most = 20;

    /// <summary>What an address says the kind in.</summary>
    public const string Key = "typ";
}

/// <summary>What cannot be searched for.</summary>
public static class SearchRefusals
{
    public const string Empty = "search.empty";
    public const string TooLong = "search.too-long";
    public const string TooShort = "search.too-short";
}

internal sealed class SearchRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [SearchRefusals.Empty] = "Skriv vad du söker: ett namn, ett nummer eller en referens.",
        [SearchRefusals.TooLong] = "Sök på högst {0} tecken. Några ord ur namnet räcker.",
        [SearchRefusals.TooShort] = "Skriv minst {0} bokstäver eller siffror.",
    };
}

public static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<FoundIndex>()
        .AddSingleton<IRefusalTexts, SearchRefusalTexts>();
}
