using System.Globalization;

namespace Oversight.Providers.Import;

/// <summary>
/// The register as a file: one row per unit, and one per agreement or provider that has none. Read back it changes
/// nothing. The latest values are written; histories stay in the register. A sole trader's number is replaced by the
/// provider's opaque id unless asked for, because it is a personnummer.
/// </summary>
public static class RegisterExport
{
    public static RegisterTable Write(Register register, bool withPersonalNumbers = false)
    {
        var units = register.Units.ToLookup(pair => pair.Value.Agreement.AgreementId);
        var rows = register.Providers
            .OrderBy(pair => pair.Value.Names.Latest(), SwedishOrder.Comparer)
            .ThenBy(pair => NumberOf(register, pair.Key), StringComparer.Ordinal)
            .SelectMany(provider => OfProvider(register, provider.Key, provider.Value, units, withPersonalNumbers));
        return new RegisterTable(RegisterColumns.All, [.. rows.Select((cells, at) => new RegisterLine(at + 2, cells))]);
    }

    private static string NumberOf(Register register, Id id) =>
        register.Providers[id].Number?.Value
            ?? (register.PersonalNumbers.TryGetValue(id, out var number) ? number.Value : id.Value);

    private static IEnumerable<string[]> OfProvider(
        Register register, Id id, ProviderState.Registered provider,
        ILookup<Id, KeyValuePair<Id, UnitState.Registered>> units, bool withNumbers)
    {
        var number = provider.Number?.Hyphenated
            ?? (withNumbers && register.PersonalNumbers.TryGetValue(id, out var personal)
                ? personal.Hyphenated
                : $"{RowPlanner.SoleTraderPrefix}{id}");
        var head = Cells(provider, number);
        if (provider.Agreements.Count == 0)
            yield return [.. head, .. Enumerable.Repeat("", RegisterColumns.All.Count - head.Length)];
        foreach (var agreement in provider.Agreements.OrderBy(agreement => agreement.Key, SwedishOrder.Comparer))
        {
            string[] start = [.. head, .. Cells(agreement)];
            var under = units[agreement.Id].Select(pair => pair.Value).OrderBy(unit => unit.Key, SwedishOrder.Comparer)
                .ToList();
            if (under.Count == 0)
                yield return [.. start, .. Enumerable.Repeat("", RegisterColumns.All.Count - start.Length)];
            foreach (var unit in under)
                yield return [.. start, .. Cells(unit, register), ""];
        }
    }

    internal static string[] Cells(ProviderState.Registered provider, string number) =>
        [number, provider.Names.Latest(), provider.Owners.Latest().Word()];

    internal static string[] Cells(Agreement agreement) =>
    [
        agreement.Key, agreement.Form.Word(), agreement.Area.Value, agreement.Board.Value,
        List(agreement.Terms.Services), List(agreement.Terms.TargetGroups), Day(agreement.Terms.ValidFrom),
        Day(agreement.Terms.ValidTo), agreement.Terms.ResponsibleDelegate ?? "", agreement.Terms.DiaryNumber ?? "",
    ];

    internal static string[] Cells(UnitState.Registered unit, Register register)
    {
        var manager = unit.Manager is { } current && register.ManagerNames.ContainsKey(current.Key) ? current : null;
        return
        [
            unit.Key, unit.Names.Latest(), unit.Details.Address ?? "", List(unit.Details.Services),
            List(unit.Details.TargetGroups), Day(unit.Details.ValidFrom), Day(unit.Details.ValidTo),
            Number(unit.Count?.Customers), Number(unit.Count?.Children), Day(unit.Count?.On),
            unit.Licence.IsRequired ? "ja" : "nej", unit.Licence.Number ?? "", Day(unit.Licence.GrantedOn),
            manager is null ? "" : register.ManagerNames[manager.Key], Day(manager?.From), Day(manager?.NoticeOn),
        ];
    }

    private static string List(IEnumerable<CodeId> codes) =>
        string.Join(FieldReader.ListSeparator, codes.Select(code => code.Value));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
