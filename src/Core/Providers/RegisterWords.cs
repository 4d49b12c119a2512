namespace Oversight.Providers;

/// <summary>
/// The words that forms, files and API calls use for the closed choices; the first word of each is the one written.
/// </summary>
public static class RegisterWords
{
    public static IReadOnlyDictionary<string, Ownership> Ownerships { get; } = new Dictionary<string, Ownership>
    {
        ["kommunal"] = Ownership.Municipal,
        ["privat"] = Ownership.Private,
        ["idéburen"] = Ownership.NonProfit,
        ["ideburen"] = Ownership.NonProfit,
        ["annan offentlig"] = Ownership.OtherPublic,
        ["municipal"] = Ownership.Municipal,
        ["private"] = Ownership.Private,
        ["nonprofit"] = Ownership.NonProfit,
        ["otherpublic"] = Ownership.OtherPublic,
    };

    public static IReadOnlyDictionary<string, AgreementForm> Forms { get; } = new Dictionary<string, AgreementForm>
    {
        ["kundval"] = AgreementForm.Kundval,
        ["lou"] = AgreementForm.Procured,
        ["överenskommelse"] = AgreementForm.Understanding,
        ["direktupphandling"] = AgreementForm.DirectAward,
        ["overenskommelse"] = AgreementForm.Understanding,
        ["procured"] = AgreementForm.Procured,
        ["understanding"] = AgreementForm.Understanding,
        ["directaward"] = AgreementForm.DirectAward,
    };

    public static string Word(this Ownership ownership) => Ownerships.First(pair => pair.Value == ownership).Key;

    public static string Word(this AgreementForm form) =>
        form == AgreementForm.Procured ? "LOU" : Forms.First(pair => pair.Value == form).Key;
}
