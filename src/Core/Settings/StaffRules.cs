namespace Oversight.Settings;

/// <summary>How long it is known who of the staff has signed in, and what hangs on it.</summary>
public sealed record StaffRules
{
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Whoever has not signed in for so many days is forgotten.</summary>
    public required int ForgottenAfterDays { get; init; }

    /// <summary>
    /// Whoever has not signed in for so many days gets no more morning letters until the next time: what they may is
    /// no longer known well enough.
    /// </summary>
    public required int LettersPauseAfterDays { get; init; }

    /// <summary>The last day that is too long ago for the person to be known on <paramref name="today"/>.</summary>
    public DateOnly ForgottenBefore(DateOnly today) => today.AddDays(-ForgottenAfterDays);

    /// <summary>Whether what the last sign-in told still decides what a morning letter counts.</summary>
    public bool MayGetLetter(DateOnly seenOn, DateOnly today) =>
        today.DayNumber - seenOn.DayNumber <= LettersPauseAfterDays;
}

/// <summary>What must hold of the rules for who is known of the staff.</summary>
internal static class StaffSettingsRules
{
    private const string Part = "staff";

    public static void Check(MunicipalitySettings settings, List<SettingsProblem> problems)
    {
        foreach (var (rules, index) in settings.StaffRules.Select((rules, index) => (rules, index)))
        {
            Require(settings.StaffRules.Count(other => other.ValidFrom == rules.ValidFrom) == 1, "validFrom",
                "två regler börjar gälla samma dag");
            Require(rules.ForgottenAfterDays >= 1, "forgottenAfterDays", "ska vara minst 1");
            Require(
                rules.LettersPauseAfterDays >= 1 && rules.LettersPauseAfterDays <= rules.ForgottenAfterDays,
                "lettersPauseAfterDays", "ska vara minst 1 och inte fler än dagarna innan personen glöms");

            void Require(bool holds, string field, string text) =>
                problems.Require(holds, Part, $"[{index}].{field}", text);
        }
    }
}
