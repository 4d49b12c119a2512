using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Substitutions;

namespace Oversight.Functions.Substitutions;

/// <summary>Vikariat as people read them.</summary>
public static class SubstitutionWords
{
    public static string Text(Role role) =>
        role == Role.QualityDeveloper ? "Ansvarig granskare" : RoleNames.Title(role);

    public static string Period(Substitution named) => Period(named.From, named.Until);

    public static string Period(DateOnly from, DateOnly until) =>
        $"{SwedishDates.Text(from)} till och med {SwedishDates.Text(until)}";

    public static string Title(OpenSubstitution open) =>
        $"Vikariat för {open.Texts.Show(open.Substitution.ForName)}";

    public static string StandIn(OpenSubstitution open) => open.Substitution switch
    {
        { By: null } => "Ingen har tagit vikariatet än",
        { By: var by } when open.Substitution.AwaitsConfirmation =>
            $"{open.Texts.Show(by.Name)}, när den som är borta har bekräftat det",
        { By: var by } => open.Texts.Show(by.Name),
    };

    public static (string Text, string Color) Status(SubstitutionRow row, DateOnly today) => row switch
    {
        { EndedOn: not null } => ("Avslutat", "neutral"),
        _ when row.Until < today => ("Över", "neutral"),
        { By: null } => ("Inte taget", "warning"),
        { AwaitsConfirmation: true } => ("Inte bekräftat", "warning"),
        _ when row.From > today => ("Kommer", "info"),
        _ => ("Pågår", "success"),
    };

    public static TimelineEntry Entry(Recorded<SubstitutionEvent> recorded, KeptTexts texts)
    {
        var (what, facts, words) = Told(recorded.Event, texts);
        return new TimelineEntry(
            recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), what, facts, words);
    }

    private static (string What, IReadOnlyList<(string Label, string Value)> Facts, string? Words) Told(
        SubstitutionEvent happened, KeptTexts texts) => happened switch
        {
            SubstitutionEvent.Arranged { Substitution: var named } => (
                "Vikarie angiven",
                [("Vem", texts.Show(named.Named)), ("Tid", Period(named))], texts.Show(named.Reason)),
            SubstitutionEvent.Taken { By: var by } => ("Vikariatet taget", [("Av", texts.Show(by.Name))], null),
            SubstitutionEvent.Confirmed => ("Vikarien bekräftad", [], null),
            SubstitutionEvent.Ended { Reason: var reason } => ("Vikariatet avslutat", [], texts.Show(reason)),
            _ => throw new InvalidOperationException($"Nobody tells of {happened.GetType().Name}."),
        };
}

internal sealed class SubstitutionRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [SubstitutionRefusals.RoleMissing] = "Välj vad vikariatet gäller.",
        [SubstitutionRefusals.NotYourRole] = "Du kan bara ange en vikarie för en egen roll i en egen nämnd.",
        [SubstitutionRefusals.DayMissing] = "Ange dagen.",
        [SubstitutionRefusals.DayPassed] = "Dagen har passerat.",
        [SubstitutionRefusals.Backwards] = "Tiden slutar innan den börjar.",
        [SubstitutionRefusals.Over] = "Vikariatet är över.",
        [SubstitutionRefusals.AlreadyTaken] = "En kollega har redan tagit vikariatet.",
        [SubstitutionRefusals.OwnAbsence] = "Du kan inte vikariera för dig själv.",
        [SubstitutionRefusals.NoRightToBoard] =
            "Du har inte den behörighet i nämnden som behövs för att vikariera.",
        [SubstitutionRefusals.NotTheOneAway] = "Bara den som är borta kan bekräfta vikarien.",
        [SubstitutionRefusals.NothingToConfirm] = "Det finns inget att bekräfta.",
        [SubstitutionRefusals.NotYours] = "Bara den som är borta och den som vikarierar kan avsluta vikariatet.",
    };
}
