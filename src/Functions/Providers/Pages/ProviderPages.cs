using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Web.Lists;

namespace Oversight.Functions.Providers.Pages;

public sealed class ProviderPages(
    ProviderSubject subject, AgreementSubject agreements, Creation<RegisterScene> newProvider,
    Creation<OpenProvider> newUnit, IEnumerable<IProviderSection> sections, Views views, ManagerNames names,
    SettingsProvider settings, ListExport export, StockholmTime time)
{
    [Function("ProviderPages_List")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anordnare")] HttpRequest request,
        CancellationToken cancellation)
    {
        var filter = ProviderFilter.Read(request.Query);
        return Web.Pages.Show<ProviderListPage>(new
        {
            List = Listing.Of(await LinesAsync(filter, cancellation), request.Query[Listing.PageKey]),
            Filter = filter,
            Settings = settings.Current.Settings,
            MayEdit = Access.Allows(request.User(), Permission.EditRegister),
            MayExport = Access.Allows(request.User(), Permission.ExportRegister),
        });
    }

    [Function("ProviderPages_Excel")]
    [Requires(Permission.ExportRegister)]
    public async Task<IResult> Excel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anordnare/excel")] HttpRequest request,
        CancellationToken cancellation) => export.Of(
            "Anordnare", ProviderColumns.Of(settings.Current.Settings),
            await LinesAsync(ProviderFilter.Read(request.Query), cancellation));

    private async Task<IReadOnlyList<ProviderLine>> LinesAsync(ProviderFilter filter, CancellationToken cancellation)
    {
        var providers = views.ReadAllAsync<ProviderRow>(RegisterPartitions.Providers, cancellation);
        var units = views.ReadAllAsync<UnitIndexRow>(RegisterPartitions.UnitIndex, cancellation);
        return ProviderList.Of(
            await providers, await units, filter, time.Today(), settings.Current.Settings);
    }

    /// <summary>
    /// Anordnaren på en A4: the provider, its units, the names that are kept apart, and what others tell of it.
    /// </summary>
    [Function("ProviderPages_Provider")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> Provider(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anordnare/{id:length(27)}")]
        HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var providerId))
            return Web.Pages.NotFound();
        var (user, today) = (request.User(), time.Today());
        var managers = names.OfProviderAsync(providerId, cancellation);
        var units = views.ReadAllAsync<UnitRow>(RegisterPartitions.OfProvider(providerId), cancellation,
            RegisterPartitions.UnitPrefix);
        var told = Task.WhenAll(sections.Select(section => section.ReadAsync(user, providerId, today, cancellation)));
        var opening = subject.OpenAsync(request, id, cancellation);
        await Task.WhenAll(managers, units, told, opening);
        if (await opening is not Opening<OpenProvider>.Opened { Subject: var open })
            return Web.Pages.NotFound();
        return Web.Pages.Show<ProviderPage>(new
        {
            Sheet = ProviderSheet.Of(providerId, open.State, await units, await managers, today, open.Scene.Settings),
            open.Address,
            Sections = (IReadOnlyList<ProviderSection>)[.. (await told).OfType<ProviderSection>()],
            Operations = (IReadOnlyList<IOperation>)[newProvider, .. subject.Operations, .. agreements.Operations],
            Links = Links(open),
            AgreementLinks = open.State.Agreements.Select(agreement => new OpenAgreement(open, agreement))
                .ToDictionary(agreement => agreement.Agreement.Id, agreements.Links),
        });
    }

    /// <summary>What can be done with the provider; a unit needs an agreement to stand under.</summary>
    private IReadOnlyList<Crumb> Links(OpenProvider open) => newUnit.IsFor(open) && open.State.Agreements.Count > 0
        ? [.. subject.Links(open), new Crumb("Ny enhet", newUnit.Form(open))]
        : subject.Links(open);
}
