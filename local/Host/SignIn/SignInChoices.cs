using Oversight.Functions.Identity;
using Oversight.Functions.Settings;

namespace Oversight.Local.Host.SignIn;

/// <summary>What can be chosen at sign-in: the Entra app role values, the municipality's boards, and one invented person per role.</summary>
public sealed class SignInChoices(IConfiguration configuration)
{
    public IReadOnlyList<(string Value, string Text)> Roles { get; } =
        [.. RoleNames.All.Select(role => (RoleNames.Claim(role), RoleNames.Title(role)))];

    public IReadOnlyList<(string Value, string Text)> Boards { get; } =
        [.. SettingsReader.Read(SettingsReader.ReadFolder(configuration["Oversight:Settings"]!)).Settings.Boards.Select(board => (board.Id.Value, board.Name))];

    public IEnumerable<LocalPerson> Persons => Roles.Select(role =>
        new LocalPerson($"demo-{role.Value}", FirstNames.GetValueOrDefault(role.Value, "Alex") + " Andersson", [role.Value], [.. Boards.Select(board => board.Value)]));

    private static Dictionary<string, string> FirstNames { get; } = new()
    {
        ["handlaggare"] = "Hanna",
        ["kvalitetsutvecklare"] = "Kim",
        ["enhetschef"] = "Elin",
        ["processagare"] = "Pär",
        ["namndsekreterare"] = "Nora",
        ["registrator"] = "Rune",
        ["medicinskt-ansvarig"] = "Maria",
        ["inkop"] = "Ingrid",
        ["administrator"] = "Adam",
    };

    public string RoleText(string value) => Roles.First(known => known.Value == value).Text;

    public string BoardText(string value) => Boards.First(known => known.Value == value).Text;
}
