using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Web;
using Oversight.Providers;

namespace Oversight.Functions.Providers.Pages;

public sealed class UnitPages(UnitDesk units, ManagerNames names, SettingsProvider settings, StockholmTime time)
{
    [Function("UnitPages_Unit")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> Unit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "enheter/{id:length(27)}")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var unitId) || await units.LoadAsync(unitId, cancellation) is not { State: UnitState.Registered unit })
            return Web.Pages.NotFound();
        var providers = unit.Managers.Select(manager => manager.KeptWith).Append(unit.Agreement.ProviderId).Distinct();
        var kept = await Task.WhenAll(providers.Select(provider => names.OfProviderAsync(provider, cancellation)));
        // A name that followed its unit to a new provider stands with both.
        var known = kept.SelectMany(of => of).GroupBy(name => name.Key).ToDictionary(name => name.Key, name => name.Last().Value);
        return Web.Pages.Show<UnitPage>(new
        {
            UnitId = unitId,
            Unit = unit,
            ManagerNames = known,
            Today = time.Today(),
            Settings = settings.Current.Settings,
            MayEdit = Access.Allows(request.User(), Permission.EditRegister, unit.Agreement.Board),
        });
    }
}
