using Oversight.Functions.Web.Components;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers;

/// <summary>What somebody should look into in the register, in sentences.</summary>
public static class RegisterWarnings
{
    public static IEnumerable<string> Of(ProviderState.Registered provider, DateOnly today, RegisterSettings settings)
    {
        if (provider.Agreements.Count == 0)
            yield return "Anordnaren har inget avtal.";
        foreach (var agreement in provider.Agreements)
        {
            if (agreement.Terms.ValidTo is { } last && last < today)
                yield return $"Avtal {agreement.Key} gick ut den {SwedishDates.Text(last)}.";
            else if (agreement.Terms.ValidTo is { } end && end <= today.AddDays(settings.AgreementWarningDays))
                yield return $"Avtal {agreement.Key} går ut den {SwedishDates.Text(end)}.";
        }
    }

    public static IEnumerable<string> Of(UnitState.Registered unit, DateOnly today)
    {
        var name = unit.NameOn(today);
        if (unit.Licence.IsMissing)
        {
            yield return $"{name} är tillståndspliktig men saknar uppgift om tillstånd. "
                + "Ta ställning till anmälan till IVO.";
        }

        if (unit.Manager is null)
            yield return $"{name} saknar uppgift om ansvarig för den dagliga ledningen.";
        else if (unit.Manager is { IsNoticeLate: true } manager)
            yield return manager.NoticeOn is null
                ? $"{name}: bytet av ansvarig den {SwedishDates.Text(manager.From)} har inte anmälts."
                : $"{name}: bytet av ansvarig den {SwedishDates.Text(manager.From)} anmäldes för sent.";
        if (unit.Count is null)
            yield return $"{name} saknar uppgift om antal kunder.";
    }
}
