namespace Oversight.Local.Demonstration;

/// <summary>Who does what in the demonstration. The persons of the sign-in page are among them.</summary>
internal static class DemonstrationPeople
{
    public const string Assessor = "demo-kvalitetsutvecklare";
    public const string Colleague = "demo-kvalitetsutvecklare-2";
    public const string UnitManager = "demo-enhetschef";
    public const string Procurement = "demo-inkop";
    private const string OnTheSignInPage = "demo-handlaggare";

    public static string Reporter(int number) => number == 0 ? OnTheSignInPage : $"{OnTheSignInPage}-{number + 1}";

    /// <summary>Kept among the private texts beside the concern, as a name would be.</summary>
    public static string NameOf(string userId) => userId switch
    {
        OnTheSignInPage => "Hanna Andersson",
        UnitManager => "Elin Andersson",
        _ => $"Handläggare {userId[(OnTheSignInPage.Length + 1)..]} (påhittad)",
    };

    public static string ManagerName(string unitKey, int number) =>
        $"Exempelchef {unitKey[1..].TrimStart('0')}:{number + 1}";
}
