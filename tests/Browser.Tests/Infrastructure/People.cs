using Microsoft.Playwright;
using Oversight.Testkit;

namespace Oversight.Browser.Tests.Infrastructure;

/// <summary>
/// The persons of the local sign-in page, one per role; some of the demonstration's concerns are theirs.
/// </summary>
internal static class People
{
    public static string User(Role role) => $"demo-{RoleValues.Of(role)}";

    /// <summary>Without the page, which has a test of its own.</summary>
    public static async Task SignInAsync(IBrowserContext context, AppFixture app, Role role)
    {
        string[] fields =
        [
            $"user={User(role)}", $"name={Uri.EscapeDataString($"{Name(role)} Andersson")}",
            $"role={RoleValues.Of(role)}", .. AppFixture.AllBoards.Select(board => $"board={board}"),
        ];
        var answer = await context.APIRequest.PostAsync("/.auth/login/local", new APIRequestContextOptions
        {
            Headers = new Dictionary<string, string>
            {
                ["Origin"] = app.Address.GetLeftPart(UriPartial.Authority),
                ["Content-Type"] = "application/x-www-form-urlencoded",
            },
            DataString = string.Join('&', fields),
            MaxRedirects = 0,
        });
        answer.Status.ShouldBe(303);
    }

    private static string Name(Role role) => role switch
    {
        Role.CaseOfficer => "Hanna",
        Role.QualityDeveloper => "Kim",
        Role.UnitManager => "Elin",
        Role.ProcessOwner => "Pär",
        Role.BoardSecretary => "Nora",
        Role.Registrar => "Rune",
        Role.MedicallyResponsible => "Maria",
        Role.Procurement => "Ingrid",
        _ => "Adam",
    };
}
