using System.Globalization;
using Oversight.Functions.Web;

namespace Oversight.Functions.Operations.Fields;

/// <summary>
/// What was sent for an operation's fields, read field by field. What cannot be read is refused at its field, and the reading goes
/// on, so that everything that is wrong is told at once.
/// </summary>
public sealed class FieldValues(FormState sent, IReadOnlyDictionary<string, Looked> looked)
{
    private readonly List<Refusal> _faults = [];

    public FormState Sent => sent;

    public IReadOnlyList<Refusal> Faults => _faults;

    /// <summary>With what the rules say about the rest: a field that could not be read is not told about twice,
    /// and what is said about the whole may follow from it.</summary>
    public IReadOnlyList<Refusal> FaultsAnd(IEnumerable<Refusal> more)
    {
        var told = _faults.Select(fault => Of(fault.Field)).ToHashSet();
        return [.. _faults.DistinctBy(fault => fault.Field), .. more.Where(refusal => refusal.Field is not null && !told.Contains(refusal.Field))];
    }

    public void Refuse(string code, string field, params IReadOnlyList<string> arguments) => _faults.Add(new Refusal(code, field, arguments));

    public void Refuse(Refusal fault) => _faults.Add(fault);

    public bool Has(Field field) => sent.Has(field.Name);

    /// <summary>As it was typed; empty when nothing was.</summary>
    public string Text(Field field) => sent[field.Name];

    /// <summary>The answer about what looks like a personnummer in the words.</summary>
    public string Numbers(WordsField field) => sent[WordsField.NumbersOf(field.Name)];

    public IReadOnlyList<string> All(SeveralField field) => sent.All(field.Name);

    public bool Read(TickField field) => sent[field.Name] == TickField.Ticked;

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

    public DateOnly? Read(DayField field) => TypedDay.TryRead(Text(field), out var day) ? day : Refuse<DateOnly>(field);

    public Looked Read(LookupField field) => looked.GetValueOrDefault(field.Name) ?? new Looked.Nothing();

    /// <summary>The field that a question about its answer belongs to.</summary>
    private static string? Of(string? field) => field?.Split('.')[0];

    private string Code(Field field) => TypedText.Code(Text(field));

    private int? Number(Field field) =>
        int.TryParse(Code(field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : Refuse<int>(field);

    /// <summary>Nothing is not a fault here: whether something must be there is for the rules to say.</summary>
    private T? Refuse<T>(Field field)
        where T : struct
    {
        if (!TypedText.IsBlank(Text(field)))
            Refuse(OperationRefusals.ValueUnreadable, field.Name);
        return null;
    }
}
