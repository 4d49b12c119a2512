namespace Oversight.Local.Host.SignIn;

/// <summary>What can be chosen at sign-in: the Entra app role values, and the municipality's boards.</summary>
public static class SignInChoices
{
    public static IReadOnlyList<(string Value, string Text)> Roles { get; } =
    [
        ("handlaggare", "Handläggare"),
        ("kvalitetsutvecklare", "Kvalitetsutvecklare"),
        ("enhetschef", "Enhetschef"),
        ("processagare", "Processägare (gruppchef kvalitet)"),
        ("namndsekreterare", "Nämndsekreterare"),
        ("registrator", "Registrator"),
        ("medicinskt-ansvarig", "Medicinskt ansvarig (MAS/MAR)"),
        ("inkop", "Inköp"),
        ("administrator", "Administratör"),
    ];

    public static IReadOnlyList<(string Value, string Text)> Boards { get; } =
    [
        ("socialnamnden", "Socialnämnden"),
        ("aldrenamnden", "Äldrenämnden"),
    ];

    /// <summary>One invented person per role, to sign in as with one click.</summary>
    public static IReadOnlyList<LocalPerson> Persons { get; } =
    [
        new("demo-handlaggare", "Hanna Handläggare", ["handlaggare"], ["aldrenamnden"]),
        new("demo-kvalitetsutvecklare", "Kim Kvalitetsutvecklare", ["kvalitetsutvecklare"], ["socialnamnden", "aldrenamnden"]),
        new("demo-enhetschef", "Elin Enhetschef", ["enhetschef"], ["socialnamnden", "aldrenamnden"]),
        new("demo-processagare", "Pär Processägare", ["processagare"], ["socialnamnden", "aldrenamnden"]),
        new("demo-namndsekreterare", "Nora Nämndsekreterare", ["namndsekreterare"], ["socialnamnden", "aldrenamnden"]),
        new("demo-registrator", "Rune Registrator", ["registrator"], ["socialnamnden", "aldrenamnden"]),
        new("demo-medicinskt-ansvarig", "Maria Medicinskt ansvarig", ["medicinskt-ansvarig"], ["socialnamnden", "aldrenamnden"]),
        new("demo-inkop", "Ingrid Inköp", ["inkop"], ["socialnamnden", "aldrenamnden"]),
        new("demo-administrator", "Adam Administratör", ["administrator"], ["socialnamnden", "aldrenamnden"]),
    ];
}
