using System.Collections.Frozen;

namespace Oversight.Functions.Identity;

/// <summary>The one map between Entra's app role values, the roles of the rules, and the words people read.</summary>
public static class RoleNames
{
    private static readonly (Role Role, string Claim, string Title)[] Names =
    [
        (Role.CaseOfficer, "handlaggare", "Handläggare"),
        (Role.QualityDeveloper, "kvalitetsutvecklare", "Kvalitetsutvecklare"),
        (Role.UnitManager, "enhetschef", "Enhetschef"),
        (Role.ProcessOwner, "processagare", "Processägare"),
        (Role.BoardSecretary, "namndsekreterare", "Nämndsekreterare"),
        (Role.Registrar, "registrator", "Registrator"),
        (Role.MedicallyResponsible, "medicinskt-ansvarig", "Medicinskt ansvarig (MAS/MAR)"),
        (Role.Procurement, "inkop", "Inköp"),
        (Role.Administrator, "administrator", "Administratör"),
    ];

    private static readonly FrozenDictionary<string, Role> ByClaim =
        Names.ToFrozenDictionary(name => name.Claim, name => name.Role, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<Role, (string Claim, string Title)> ByRole =
        Names.ToFrozenDictionary(name => name.Role, name => (name.Claim, name.Title));

    /// <summary>The roles a person can be given; the system's own and the provider's are not among them.</summary>
    public static IReadOnlyList<Role> All { get; } = [.. Names.Select(name => name.Role)];

    public static bool TryParse(string claim, out Role role) => ByClaim.TryGetValue(claim, out role);

    public static string Claim(Role role) => ByRole[role].Claim;

    public static string Title(Role role) => role switch
    {
        Role.System => "Systemet",
        Role.Provider => "Anordnaren, via svarslänk",
        _ => ByRole[role].Title,
    };
}
