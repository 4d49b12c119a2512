using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Providers;

namespace Oversight.Functions.Providers.Pages;

public sealed class UnitPages(
    UnitSubject subject, Creation<OpenProvider> newUnit, ManagerNames names, UnitContacts contacts,
    IUnitNotices notices)
{
    [Function("UnitPages_Unit")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> Unit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "enheter/{id:length(27)}")]
        HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (await subject.OpenAsync(request, id, cancellation) is not Opening<OpenUnit>.Opened { Subject: var open })
            return Web.Pages.NotFound();
        var unit = open.State;
        var providers = unit.Managers.Select(manager => manager.KeptWith).Append(unit.Agreement.ProviderId).Distinct();
        var kept = await Task.WhenAll(providers.Select(provider => names.OfProviderAsync(provider, cancellation)));
        // A name that followed its unit to a new provider stands with both.
        var known = kept.SelectMany(of => of).GroupBy(name => name.Key)
            .ToDictionary(name => name.Key, name => name.Last().Value);
        return Web.Pages.Show<UnitPage>(new
        {
            Unit = unit,
            Contact = unit.Contact is { } contact
                ? await contacts.FindAsync(contact, cancellation) ?? "Adressen är gallrad"
                : "Saknas",
            open.Address,
            Notice = (await notices.ReadAsync(cancellation)).GetValueOrDefault(open.Head.Id),
            ManagerNames = known,
            open.Scene.Today,
            open.Scene.Settings,
            Operations = (IReadOnlyList<IOperation>)[newUnit, .. subject.Operations],
            Links = subject.Links(open),
        });
    }
}
