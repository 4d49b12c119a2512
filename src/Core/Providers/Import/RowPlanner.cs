using System.Collections.Frozen;
using System.Globalization;

namespace Oversight.Providers.Import;

/// <summary>
/// Plans one row after the other; remembers what earlier rows said of the same provider, agreement and unit.
/// </summary>
internal sealed class RowPlanner(RegisterDraft draft, RegisterRules rules, Id importId, CommandContext context)
{
    /// <summary>
    /// Stands in the export for a sole trader's number, which is not written there: the provider's opaque id follows.
    /// </summary>
    public const string SoleTraderPrefix = "enskild:";
    private readonly Dictionary<(string Kind, Id Id), (int Row, IReadOnlyDictionary<string, string> Values)> _seen = [];
    private readonly List<ImportProblem> _problems = [];
    private int _row;
    private Func<string, string?> _cell = _ => null;

    public IReadOnlyList<ImportProblem> Plan(int row, Func<string, string?> cell)
    {
        (_row, _cell) = (row, cell);
        _problems.Clear();
        var hasUnit = HasAny(RegisterColumns.Unit.Values);
        var hasAgreement = HasAny(RegisterColumns.Agreement.Values);
        var provider = Provider();
        if (hasUnit && !hasAgreement)
            Add(RegisterColumns.AgreementForm, new Refusal(ImportRefusals.UnitWithoutAgreement));
        var agreement = hasAgreement ? Agreement(provider) : null;
        if (hasUnit && hasAgreement)
            Unit(provider, agreement);
        return [.. _problems];
    }

    private bool HasAny(IEnumerable<string> columns) =>
        columns.Any(column => column != RegisterColumns.ChangedFrom && !TypedText.IsBlank(_cell(column)));

    private Id? Provider()
    {
        var fields = Reader(RegisterColumns.Provider);
        if (fields.Text("number").StartsWith(SoleTraderPrefix, StringComparison.OrdinalIgnoreCase))
            return KnownSoleTrader(fields);
        var command = RegisterForms.Provider(fields);
        if (Note(fields, RegisterColumns.Provider))
            return null;
        if (draft.ProviderWith(command.Number) is not { } id)
        {
            id = Id.Derive(importId.Value, $"provider|{_row}");
            Remember("provider", id, RowValues.Of(command.Name, command.Ownership));
            return Try(fields, RegisterColumns.Provider, draft.Try(_row, id, command)) ? id : null;
        }

        return Update(id, fields, command.Name, command.Ownership) ? id : null;
    }

    private Id? KnownSoleTrader(FieldReader fields)
    {
        var ownership = fields.Choice("ownership", RegisterWords.Ownerships);
        if (!Id.TryParse(fields.Text("number")[SoleTraderPrefix.Length..], out var id)
            || draft.Provider(id) is not { IsSoleTrader: true })
            fields.Refuse(ImportRefusals.SoleTraderUnknown, "number");
        return !Note(fields, RegisterColumns.Provider) && Update(id, fields, fields.Text("name"), ownership)
            ? id
            : null;
    }

    private bool Update(Id id, FieldReader fields, string name, Ownership ownership)
    {
        if (!Remember("provider", id, RowValues.Of(name, ownership)))
            return _problems.Count == 0;
        var provider = draft.Provider(id)!;
        List<Refusal> refusals = [];
        if (provider.Names.Latest() != name)
            refusals.AddRange(draft.Try(_row, id, new ProviderCommand.Rename(From(fields), name)));
        if (provider.Owners.Latest() != ownership)
            refusals.AddRange(draft.Try(_row, id, new ProviderCommand.ChangeOwnership(From(fields), ownership)));
        return Try(fields, RegisterColumns.Provider, refusals);
    }

    private Agreement? Agreement(Id? providerId)
    {
        var fields = Reader(RegisterColumns.Agreement);
        var id = Id.Derive(importId.Value, $"agreement|{_row}");
        var command = RegisterForms.Agreement(fields, id, rules);
        if (Note(fields, RegisterColumns.Agreement) || providerId is not { } ofProvider
            || draft.Provider(ofProvider) is not { } provider)
            return null;
        var key = fields.Key("key");
        var known = provider.Agreements.FirstOrDefault(agreement => key is not null
            ? TypedText.IsSame(agreement.Key, key)
            : (agreement.Form, agreement.Area, agreement.Board) == (command.Form, command.Area, command.Board));
        if (known is null)
        {
            if (IsMangled(RegisterColumns.AgreementKey, key, provider.Agreements.Select(agreement => agreement.Key)))
                return null;
            Remember("agreement", id, RowValues.Of(key, command));
            if (!Try(fields, RegisterColumns.Agreement, draft.Try(_row, ofProvider, command)))
                return null;
            return draft.Provider(ofProvider)!.Agreement(id);
        }

        if (!Remember("agreement", known.Id, RowValues.Of(key, command)))
            return known;
        if ((known.Form, known.Area, known.Board) != (command.Form, command.Area, command.Board))
        {
            var column = known.Form != command.Form ? "form" : known.Area != command.Area ? "area" : "board";
            Add(RegisterColumns.Agreement[column], new Refusal(ImportRefusals.AgreementFixed, column, known.Key));
            return null;
        }

        if (known.Terms != command.Terms)
            Try(fields, RegisterColumns.Agreement, draft.Try(
                _row, ofProvider, new ProviderCommand.ChangeAgreement(known.Id, From(fields), command.Terms, rules)));
        return draft.Provider(ofProvider)!.Agreement(known.Id);
    }

    private void Unit(Id? providerId, Agreement? agreement)
    {
        var fields = Reader(RegisterColumns.Unit);
        var id = Id.Derive(importId.Value, $"unit|{_row}");
        var facts = providerId is { } ofProvider && agreement is not null && draft.Provider(ofProvider) is { } provider
            ? provider.Facts(ofProvider, agreement)
            : null;
        var key = fields.Key("key");
        var known = facts is null
            ? null
            : draft.UnitWith(facts.ProviderId, facts.AgreementId, key, fields.Text("name"));
        var managerKey = ManagerKey(fields, known);
        var command = RegisterForms.Unit(fields, id, managerKey, facts ?? NoAgreement, rules);
        if (Note(fields, RegisterColumns.Unit) || facts is null)
            return;
        if (known is null && IsMangled(RegisterColumns.UnitKey, key, draft.UnitKeys(facts.ProviderId)))
            return;
        if (!Remember("unit", known ?? id, RowValues.None))
        {
            Add(RegisterColumns.UnitKey,
                new Refusal(ImportRefusals.UnitTwice, null, Text(_seen[("unit", known ?? id)].Row)));
            return;
        }

        Try(fields, RegisterColumns.Unit, known is { } knownId
            ? new UnitUpdate(draft, _row, knownId, From(fields), rules).Apply(command)
            : draft.Try(_row, id, command));
    }

    private Id ManagerKey(FieldReader fields, Id? known)
    {
        if (known is { } id && draft.Unit(id)?.Manager is { } current
            && draft.ManagerName(current.Key) == fields.OptionalText("managerName"))
            return current.Key;
        return Id.Derive(importId.Value, $"manager|{_row}");
    }

    /// <summary>
    /// The day from which a change of something known holds: the row's, or else the day of the import.
    /// </summary>
    private DateOnly From(FieldReader fields) => fields.OptionalDate("from") ?? context.Today;

    private FieldReader Reader(FrozenDictionary<string, string> columns) =>
        new(field => columns.TryGetValue(field, out var column) ? _cell(column) : null);

    /// <summary>
    /// True for the first row about a thing; later rows must say the same of it, however they write it.
    /// </summary>
    private bool Remember(string kind, Id id, IReadOnlyDictionary<string, string> values)
    {
        if (_seen.TryAdd((kind, id), (_row, values)))
            return true;
        var (row, first) = _seen[(kind, id)];
        foreach (var (column, _) in values.Where(pair => pair.Value != first[pair.Key]))
            Add(column, new Refusal(ImportRefusals.RowContradicts, null, Text(row)));
        return false;
    }

    /// <summary>
    /// Asks back about a new key that a spreadsheet may have made of a known one, instead of making something new.
    /// </summary>
    private bool IsMangled(string column, string? key, IEnumerable<string> known)
    {
        if (key is null)
            return false;
        if (MangledKey.Original(key, known) is { } original)
            Add(column, new Refusal(ImportRefusals.KeyMangled, null, key, original));
        else if (MangledKey.IsSurely(key))
            Add(column, new Refusal(ImportRefusals.KeyNotAsWritten, null, key));
        else
            return false;
        return true;
    }

    private bool Note(FieldReader fields, FrozenDictionary<string, string> columns)
    {
        Try(fields, columns, []);
        return fields.HasFailed;
    }

    private bool Try(FieldReader fields, FrozenDictionary<string, string> columns, IReadOnlyList<Refusal> refusals)
    {
        var all = refusals.Count > 0 ? refusals : fields.Refusals;
        foreach (var refusal in all)
            Add(refusal.Field is { } field ? columns.GetValueOrDefault(field, field) : null, refusal);
        return all.Count == 0;
    }

    private void Add(string? column, Refusal refusal)
    {
        var problem = new ImportProblem(_row, column, refusal);
        if (!_problems.Contains(problem))
            _problems.Add(problem);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Only for reading the cells of a unit whose agreement is wrong, so that both are reported at once.
    /// </summary>
    private static AgreementFacts NoAgreement { get; } =
        new()
        {
            ProviderId = default,
            ProviderName = "",
            Ownership = default,
            AgreementId = default,
            AgreementKey = "",
            Form = default,
            Area = default,
            Board = default,
            Services = [],
            ValidFrom = default,
            ValidTo = null,
        };
}
