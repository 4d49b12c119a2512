using Oversight.Functions.Web;

namespace Oversight.Functions.Operations.Fields;

/// <summary>What can be found by its name.</summary>
/// <param name="Label">As people see and type it.</param>
/// <param name="Detail">What tells two of one name apart.</param>
public sealed record LookupItem(Id Id, string Label, string Detail)
{
    /// <summary>What whoever chooses it should know; null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Codes that go with it: what another field offers first.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>A list that fields look things up in.</summary>
public interface ILookup
{
    string Name { get; }

    Task<IReadOnlyList<LookupItem>> ReadAsync(CancellationToken cancellation);
}

/// <summary>What a lookup found.</summary>
public abstract record Looked
{
    private Looked()
    {
    }

    /// <summary>Nothing was written.</summary>
    public sealed record Nothing : Looked;

    /// <param name="Among">What the typed name may mean besides, where it was chosen from a list.</param>
    public sealed record Found(Id Id, IReadOnlyList<LookupItem> Among) : Looked;

    /// <summary>What was written is the name of nothing.</summary>
    public sealed record Unknown : Looked;

    /// <summary>What was written may mean several.</summary>
    public sealed record Several(IReadOnlyList<LookupItem> Matches) : Looked;
}

/// <summary>Finds what was meant: by id, by the words of the list, or by parts of a name.</summary>
public sealed class Lookups(IEnumerable<ILookup> sources)
{
    public const int MostMatches = 20;

    private readonly Dictionary<string, ILookup> _sources = sources.ToDictionary(source => source.Name,
        StringComparer.Ordinal);

    public Task<IReadOnlyList<LookupItem>> ReadAsync(LookupField field, CancellationToken cancellation) =>
        _sources[field.Source].ReadAsync(cancellation);

    /// <summary>The words for an id in a link; anything else is itself.</summary>
    public async Task<string> LabelAsync(LookupField field, string linked, CancellationToken cancellation) =>
        Id.TryParse(linked, out var id)
            ? (await ReadAsync(field, cancellation)).FirstOrDefault(item => item.Id == id)?.Label ?? ""
            : linked;

    /// <summary>
    /// What every lookup among the fields found. A chosen id is taken as it is: whether there is such a thing, the
    /// rules say.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, Looked>> FindAsync(
        IEnumerable<Field> fields, FormState sent, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Looked>(StringComparer.Ordinal);
        foreach (var field in fields.OfType<LookupField>())
            found[field.Name] = await FindAsync(field, sent, cancellation);
        return found;
    }

    /// <summary>
    /// The items that a typed text may mean: those whose label it is, else those that hold every word of it, at most
    /// <see cref="MostMatches"/>.
    /// </summary>
    public static IReadOnlyList<LookupItem> Match(IReadOnlyList<LookupItem> items, string typed)
    {
        var text = TypedText.Line(typed);
        if (text.Length == 0)
            return [];
        var exact = items.Where(item => TypedText.IsSame(item.Label, text)).ToList();
        if (exact.Count > 0)
            return exact;
        var words = TypedText.Code(text)
            .Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return
        [
            .. items.Where(item => words.All(word => TypedText.Holds(item.Label, word)))
                .OrderBy(item => item.Label, SwedishOrder.Comparer)
                .Take(MostMatches),
        ];
    }

    private async Task<Looked> FindAsync(LookupField field, FormState sent, CancellationToken cancellation)
    {
        var (typed, chosen) = (sent[field.Name], sent[LookupField.ChosenOf(field.Name)]);
        if (TypedText.IsBlank(typed))
            return chosen.Length > 0 ? ById(chosen, []) : new Looked.Nothing();
        var matches = Match(await ReadAsync(field, cancellation), typed);
        // What is typed out in full goes before what was chosen for an earlier text.
        if (chosen.Length > 0 && !(matches is [var exact] && TypedText.IsSame(exact.Label, typed)))
            return ById(chosen, matches);
        return matches switch
        {
            [] => new Looked.Unknown(),
            [var only] => new Looked.Found(only.Id, []),
            var several => new Looked.Several(several),
        };
    }

    private static Looked ById(string chosen, IReadOnlyList<LookupItem> among) =>
        Id.TryParse(TypedText.Code(chosen), out var id) ? new Looked.Found(id, among) : new Looked.Unknown();
}
