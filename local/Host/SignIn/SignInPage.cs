using System.Text;
using Oversight.Local.Host.Pages;

namespace Oversight.Local.Host.SignIn;

internal static class SignInPage
{
    public const string SignedOut =
        """<p>Du är utloggad.</p><p><a class="ds-link" href="/.auth/login/local">Logga in igen</a></p>""";

    public static string Body(SignInChoices choices, string? redirect, IReadOnlyList<string> errors)
    {
        var target = LocalPage.Hidden("post_login_redirect_uri", LocalRedirect.Or(redirect));
        var html = new StringBuilder(LocalPage.Errors(errors));
        html.Append(
            """<p class="page-lead">Det här är en provmiljö på en enda dator. Personerna är påhittade och inget lösenord behövs. Här kan du också <a class="ds-link" href="/.local/klocka">flytta klockan</a>.</p>""");
        html.Append(
            """<div class="columns"><section aria-labelledby="personer"><h2 id="personer">Logga in som</h2><ul class="todo">""");
        foreach (var person in choices.Persons)
            html.Append("<li>").Append(OneClick(person, choices, target)).Append("</li>");
        html.Append("""</ul></section><section aria-labelledby="egen"><h2 id="egen">Eller välj själv</h2>""");
        html.Append("""<form class="post-form card" method="post" action="/.auth/login/local">""").Append(target);
        html.Append(LocalPage.Field("text", "user", "Användarnamn", "demo", "autocomplete=\"username\" required"));
        html.Append(LocalPage.Field("text", "name", "Namn", "Demo Demosson", "autocomplete=\"name\""));
        html.Append(LocalPage.Checkboxes("role", "Roller", choices.Roles));
        html.Append(LocalPage.Checkboxes("board", "Nämnder", choices.Boards));
        return html.Append(
            """<div class="form-actions"><button type="submit" class="ds-button">Logga in</button></div></form></section></div>""").ToString();
    }

    private static string OneClick(LocalPerson person, SignInChoices choices, string target)
    {
        var fields = LocalPage.Hidden("user", person.User) + LocalPage.Hidden("name", person.Name)
            + string.Concat(person.Roles.Select(role => LocalPage.Hidden("role", role)))
            + string.Concat(person.Boards.Select(board => LocalPage.Hidden("board", board)));
        var role = string.Join(", ", person.Roles.Select(choices.RoleText));
        var boards = string.Join(" och ", person.Boards.Select(choices.BoardText));
        return $"""
            <form method="post" action="/.auth/login/local">{target}{fields}<button type="submit" class="ds-button" data-variant="secondary">{LocalPage.Text(role)}</button> <span class="todo-detail">{LocalPage.Text(person.Name)}, {LocalPage.Text(boards)}</span></form>
            """;
    }
}
