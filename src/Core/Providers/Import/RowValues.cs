namespace Oversight.Providers.Import;

/// <summary>What a row says of provider and agreement, by column, with one spelling for one value.</summary>
internal static class RowValues
{
    public static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();

    public static IReadOnlyDictionary<string, string> Of(string name, Ownership ownership) =>
        new Dictionary<string, string>
        {
            [RegisterColumns.Provider["name"]] = name,
            [RegisterColumns.Provider["ownership"]] = $"{ownership}",
        };

    public static IReadOnlyDictionary<string, string> Of(string? key, ProviderCommand.SignAgreement agreement) =>
        new Dictionary<string, string>
        {
            [RegisterColumns.AgreementKey] = TypedText.Fold(key),
            [RegisterColumns.AgreementForm] = $"{agreement.Form}",
            [RegisterColumns.Agreement["area"]] = agreement.Area.Value,
            [RegisterColumns.Agreement["board"]] = agreement.Board.Value,
            [RegisterColumns.Agreement["services"]] = Codes(agreement.Terms.Services),
            [RegisterColumns.Agreement["targetGroups"]] = Codes(agreement.Terms.TargetGroups),
            [RegisterColumns.Agreement["validFrom"]] = $"{agreement.Terms.ValidFrom:O}",
            [RegisterColumns.Agreement["validTo"]] = $"{agreement.Terms.ValidTo:O}",
            [RegisterColumns.Agreement["responsibleDelegate"]] = agreement.Terms.ResponsibleDelegate ?? "",
            [RegisterColumns.Agreement["diaryNumber"]] = agreement.Terms.DiaryNumber ?? "",
        };

    private static string Codes(IEnumerable<CodeId> codes) =>
        string.Join(FieldReader.ListSeparator, codes.Select(code => code.Value).Order(StringComparer.Ordinal));
}
