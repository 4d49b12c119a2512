using Oversight.Functions.Identity;

namespace Oversight.Functions.Web;

/// <summary>The main menu: what the person's roles let them reach.</summary>
public static class Navigation
{
    /// <summary>The page that finds things by name and number, whose field is in the head of every page.</summary>
    public const string Search = "/sok";

    private static readonly NavigationLink[] Links =
    [
        new("Att göra", "/", Permission.ReadOwnStartPage),
        new("Ny synpunkt", "/synpunkter/ny", Permission.ReportConcern),
        new("Mina synpunkter", "/synpunkter/mina", Permission.ReadOwnConcerns),
        new("Inkorg", "/synpunkter/inkorg", Permission.ReadConcerns),
        new("Anordnare", "/anordnare", Permission.ReadRegister),
        new("Risk", "/risk", Permission.ReadRisk),
        new("Årsplan", "/arsplan", Permission.ReadPlan),
        new("Granskningar", "/granskningar", Permission.ReadReviews),
        new("Kvalitetsdialoger", "/dialoger", Permission.ReadDialogues),
        new("Sanktioner", "/sanktioner", Permission.ReadSanctions),
        new("Andra myndigheter", "/ivo", Permission.ReadReviews),
        new("Sammanträden", "/sammantraden", Permission.ReadSanctions),
        new("Avtalsenkäter", "/enkater", Permission.ReadSurveys),
        new("Uppgifter", "/uppgifter", Permission.ReadAssignments),
        new("Utskick", "/utskick", Permission.ReadReviews),
        new("Veckolista", "/veckolista", Permission.ReadWeeklyList),
        new("Vikariat", "/vikariat", Permission.ReadReviews),
        new("Dokument", "/dokument", Permission.ReadDocuments),
        new("Att diarieföra", "/diariet", Permission.RegisterDocuments),
        new("Drift", "/drift", Permission.Administer),
    ];

    public static IReadOnlyList<NavigationLink> For(SignedInUser user) =>
        [.. Links.Where(link => Access.Allows(user, link.Permission))];
}

public sealed record NavigationLink(string Text, string Href, Permission Permission)
{
    /// <summary>Whether the address lies under this link.</summary>
    public bool Covers(string path) => Href == "/"
        ? path is "/" or ""
        : path.Equals(Href, StringComparison.OrdinalIgnoreCase) || path.StartsWith(
            Href + "/", StringComparison.OrdinalIgnoreCase);
}
