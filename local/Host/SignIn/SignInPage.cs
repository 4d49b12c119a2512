using System.Text;
using Oversight.Local.Host.Pages;

namespace Oversight.Local.Host.SignIn;

internal static class SignInPage
{
    public const string SignedOut = """<p>Du är utloggad från den här datorns provmiljö.</p><p><a href="/.auth/login/local">Logga in igen</a></p>""";

    public static string Body(string? redirect, IReadOnlyList<string> errors)
    {
        var target = LocalPage.Hidden("post_login_redirect_uri", LocalRedirect.Or(redirect));
        var html = new StringBuilder(LocalPage.Errors(errors));
        html.Append("<p>Det här är en provmiljö på en enda dator. Personerna är påhittade och inget lösenord behövs.</p>");
        html.Append("<h2>Välj en person</h2><ul class=\"val\">");
        foreach (var person in SignInChoices.Persons)
            html.Append("<li>").Append(OneClick(person, target)).Append("</li>");
        html.Append("</ul><h2>Eller bestäm själv</h2><form method=\"post\" action=\"/.auth/login/local\">").Append(target);
        html.Append(LocalPage.TextField("user", "Användarnamn", "demo", "username"));
        html.Append(LocalPage.TextField("name", "Namn", "Demo Demosson", "name"));
        html.Append(LocalPage.Checkboxes("role", "Roller", SignInChoices.Roles));
        html.Append(LocalPage.Checkboxes("board", "Nämnder", SignInChoices.Boards));
        return html.Append("<p><button type=\"submit\" class=\"ds-button\">Logga in</button></p></form>").ToString();
    }

    private static string OneClick(LocalPerson person, string target)
    {
        var fields = LocalPage.Hidden("user", person.User) + LocalPage.Hidden("name", person.Name)
            + string.Concat(person.Roles.Select(role => LocalPage.Hidden("role", role)))
            + string.Concat(person.Boards.Select(board => LocalPage.Hidden("board", board)));
        var role = string.Join(", ", person.Roles.Select(value => SignInChoices.Roles.First(known => known.Value == value).Text));
        var boards = string.Join(" och ", person.Boards.Select(value => SignInChoices.Boards.First(known => known.Value == value).Text));
        return $"""
            <form method="post" action="/.auth/login/local">{target}{fields}<button type="submit" class="ds-button" data-variant="secondary">{LocalPage.Text(role)}</button> <span>{LocalPage.Text(person.Name)}, {LocalPage.Text(boards)}</span></form>
            """;
    }
}
