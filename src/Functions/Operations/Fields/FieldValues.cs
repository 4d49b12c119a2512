using System.Globalization;
using Oversight.Functions.Attachments;
using Oversight.Functions.Web;

namespace Oversight.Functions.Operations.Fields;

/// <summary>
/// What was sent for an operation's fields, read field by field. What cannot be read is refused at its field, and the
/// reading goes on, so that everything that is wrong is told at once.
/// </summary>
public sealed class FieldValues
{
    private readonly List<Refusal> _faults = [];
    private readonly SortedDictionary<string, IReadOnlyList<SentFile>> _files = new(StringComparer.Ordinal);

    private FieldValues(FormState sent, IReadOnlyDictionary<string, Looked> looked) => (Sent, Looked) = (sent, looked);

    public FormState Sent { get; }

    /// <summary>What the lookups among the fields found.</summary>
    public IReadOnlyDictionary<string, Looked> Looked { get; }

    /// <summary>What a repeat is compared by: all that was typed, and the files by their hashes.</summary>
    public object Body => _files.Count == 0
        ? Sent.Body
        : new
        {
            Typed = Sent.Body,
            Files = _files.ToDictionary(files => files.Key,
                files => files.Value.Select(file => file.Sha256).ToList())
        };

    public static async Task<FieldValues> ReadAsync(
        IReadOnlyList<Field> fields, FormState sent, Lookups lookups, CancellationToken cancellation)
    {
        var values = new FieldValues(sent, await lookups.FindAsync(fields, sent, cancellation));
        foreach (var field in fields.OfType<FilesField>().Where(field => sent.Files(field.Name).Count > 0))
            values._files[field.Name] = await SentFile.ReadAsync(sent.Files(field.Name), cancellation);
        return values;
    }

    public IReadOnlyList<Refusal> Faults => _faults;

    /// <summary>With what the rules say about the rest: a field that could not be read is not told about twice,
    /// and what is said about the whole may follow from it.</summary>
    public IReadOnlyList<Refusal> FaultsAnd(IEnumerable<Refusal> more)
    {
        var told = _faults.Select(fault => Of(fault.Field)).ToHashSet();
        return [.. _faults.DistinctBy(fault => (fault.Field, string.Join('|', fault.Arguments))),
            .. more.Where(refusal => refusal.Field is not null && !told.Contains(refusal.Field))];
    }

    /// <summary>
    /// Everything that is wrong at once, where something that was sent cannot be read: also what the rules say of the
    /// rest. Null: everything can be read.
    /// </summary>
    public IReadOnlyList<Refusal>? Unreadable<TEvent>(Func<Decision<TEvent>> decide) => _faults.Count == 0
        ? null
        : FaultsAnd(decide() is Decision<TEvent>.Refused no ? no.Reasons : []);

    public void Refuse(string code, string field, params IReadOnlyList<string> arguments) =>
        _faults.Add(new Refusal(code, field, arguments));

    public void Refuse(Refusal fault) => _faults.Add(fault);

    public bool Has(Field field) => Sent.Has(field.Name);

    /// <summary>As it was typed; empty when nothing was.</summary>
    public string Text(Field field) => Sent[field.Name];

    /// <summary>The answer about what looks like a personnummer in the words.</summary>
    public string Numbers(WordsField field) => Sent[WordsField.NumbersOf(field.Name)];

    public IReadOnlyList<string> All(SeveralField field) => Sent.All(field.Name);

    public bool Read(TickField field) => Sent[field.Name] == TickField.Ticked;

    /// <summary>Null when nothing was chosen; whether the code exists is for the rules to say.</summary>
    public CodeId? Read(CodeField field) => Code(field) is { Length: > 0 } code ? new CodeId(code) : null;

    public BoardId Read(BoardField field) => new(Code(field));

    public T? Read<T>(NameField<T> field)
        where T : struct, Enum => Names.Find<T>(Code(field)) ?? Refuse<T>(field);

    public bool? Read(YesNoField field) => Code(field) switch
    {
        "true" => true,
        "false" => false,
        _ => Refuse<bool>(field),
    };

    public int? Read(ScaleField field) => Number(field);

    public int? Read(NumberField field) => Number(field);

    /// <summary>The number that was chosen; null when there is none such, which is for the rules to say.</summary>
    public int? ReadNumber(OwnChoiceField field) =>
        int.TryParse(Text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public DateOnly? Read(DayField field) => TypedDay.TryRead(Text(field), out var day) ? day : Refuse<DateOnly>(field);

    public Looked Read(LookupField field) => Looked.GetValueOrDefault(field.Name) ?? new Looked.Nothing();

    public IReadOnlyList<SentFile> Read(FilesField field) => _files.GetValueOrDefault(field.Name) ?? [];

    /// <summary>The field that a question about its answer belongs to.</summary>
    private static string? Of(string? field) => field?.Split('.')[0];

    private string Code(Field field) => TypedText.Code(Text(field));

    private int? Number(Field field) =>
        int.TryParse(Code(field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : Refuse<int>(field);

    /// <summary>Nothing is not a fault here: whether something must be there is for the rules to say.</summary>
    private T? Refuse<T>(Field field)
        where T : struct
    {
        if (!TypedText.IsBlank(Text(field)))
            Refuse(OperationRefusals.ValueUnreadable, field.Name);
        return null;
    }
}
