using System.Text.RegularExpressions;

namespace Oversight.Local.Host.SignIn;

/// <summary>What was sent to the sign-in page, judged.</summary>
internal static partial class SignInForm
{
    private const int LongestName = 100;

    public static (LocalPerson? Person, IReadOnlyList<string> Errors) Read(IFormCollection form, SignInChoices choices)
    {
        var user = form["user"].ToString().Trim();
        var name = form["name"].ToString().Trim();
        var roles = Chosen(form, "role");
        var boards = Chosen(form, "board");

        var errors = new List<string>();
        if (!UserId().IsMatch(user))
            errors.Add(
                "Ange ett användarnamn: 1–64 tecken, bokstäverna a–z, siffror, punkt, bindestreck, understreck eller "
                    + "@.");
        if (name.Length > LongestName || name.Any(char.IsControl))
            errors.Add($"Namnet får ha högst {LongestName} tecken på en rad.");
        if (roles.Count == 0)
            errors.Add("Välj minst en roll.");
        errors.AddRange(Unknown("Rollen", roles, choices.Roles));
        errors.AddRange(Unknown("Nämnden", boards, choices.Boards));

        return errors.Count > 0 ? (null, errors) : (new(user, name.Length == 0 ? user : name, roles, boards), []);
    }

    private static List<string> Chosen(IFormCollection form, string field) =>
        [.. form[field].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim())
            .Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Unknown(
        string what, List<string> chosen, IReadOnlyList<(string Value, string Text)> known) => chosen
            .Where(value => known.All(k => k.Value != value))
            .Select(value =>
                $"{what} ”{Short(value)}” finns inte. Välj bland: {string.Join(", ", known.Select(k => k.Value))}.");

    private static string Short(string value) => value.Length <= 40 ? value : value[..40] + "…";

    [GeneratedRegex(@"^[A-Za-z0-9._@-]{1,64}\z")]
    private static partial Regex UserId();
}
