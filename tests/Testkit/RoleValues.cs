namespace Oversight.Testkit;

/// <summary>
/// The Entra app role value of each role, written out once more so that a change of one of them is noticed.
/// </summary>
public static class RoleValues
{
    public static string Of(Role role) => role switch
    {
        Role.CaseOfficer => "handlaggare",
        Role.QualityDeveloper => "kvalitetsutvecklare",
        Role.UnitManager => "enhetschef",
        Role.ProcessOwner => "processagare",
        Role.BoardSecretary => "namndsekreterare",
        Role.Registrar => "registrator",
        Role.MedicallyResponsible => "medicinskt-ansvarig",
        Role.Procurement => "inkop",
        Role.Administrator => "administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Ingen person har den rollen."),
    };
}
