using System.Text.Json;

namespace Oversight.Local.Host.SignIn;

/// <summary>
/// What can be chosen at sign-in: the app role values of Entra ID, the municipality's boards, one invented person per
/// role.
/// </summary>
internal sealed class SignInChoices(string settingsFolder)
{
    private static readonly (string Value, string Text, string FirstName)[] AppRoles =
    [
        ("handlaggare", "Handläggare", "Hanna"),
        ("kvalitetsutvecklare", "Kvalitetsutvecklare", "Kim"),
        ("enhetschef", "Enhetschef", "Elin"),
        ("processagare", "Processägare", "Pär"),
        ("namndsekreterare", "Nämndsekreterare", "Nora"),
        ("registrator", "Registrator", "Rune"),
        ("medicinskt-ansvarig", "Medicinskt ansvarig (MAS/MAR)", "Maria"),
        ("inkop", "Inköp", "Ingrid"),
        ("administrator", "Administratör", "Adam"),
    ];

    public IReadOnlyList<(string Value, string Text)> Roles { get; } =
        [.. AppRoles.Select(role => (role.Value, role.Text))];

    public IReadOnlyList<(string Value, string Text)> Boards { get; } =
        ReadBoards(Path.Combine(settingsFolder, "boards.json"));

    public IEnumerable<LocalPerson> Persons => AppRoles.Select(role =>
        new LocalPerson($"demo-{role.Value}", $"{role.FirstName} Andersson", [role.Value],
            [.. Boards.Select(board => board.Value)]));

    public string RoleText(string value) => Roles.First(known => known.Value == value).Text;

    public string BoardText(string value) => Boards.First(known => known.Value == value).Text;

    /// <summary>
    /// Settings that cannot be read are the application's to complain of: it names the file and the field.
    /// </summary>
    private static IReadOnlyList<(string Value, string Text)> ReadBoards(string file)
    {
        if (!File.Exists(file))
            return [];
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return [.. json.RootElement.EnumerateArray()
            .Select(board => (board.GetProperty("id").GetString()!, board.GetProperty("name").GetString()!))];
    }
}
