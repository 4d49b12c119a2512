using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Providers;

namespace Oversight.Functions.Providers.Chronicle;

/// <summary>One history of a unit or a provider, from all parts of the house: who knew what when.</summary>
public sealed class ChroniclePages(
    UnitSubject units, ProviderSubject providers, IEnumerable<IChronicleSource> sources, Views views,
    StockholmTime time)
{
    private const int PageSize = 50;
    private const int Years = 3;

    [Function("ChroniclePages_Unit")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> Unit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "enheter/{id:length(27)}/tidslinje")]
        HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await units.OpenAsync(request, id, cancellation) is not Opening<OpenUnit>.Opened { Subject: var open })
            return Web.Pages.NotFound();
        var by = open.State.Placements.Select(placement => placement.Value.ProviderId).Distinct().ToList();
        return await ShowAsync(
            request, open.State.NameOn(open.Scene.Today), units.Trail(open), new ChronicleScope(open.Id, by, default),
            RegisterChronicle.Of(open.State, open.Scene.Today), cancellation);
    }

    [Function("ChroniclePages_Provider")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> Provider(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anordnare/{id:length(27)}/tidslinje")]
        HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await providers.OpenAsync(request, id, cancellation)
            is not Opening<OpenProvider>.Opened { Subject: var open })
            return Web.Pages.NotFound();
        var rows = await views.ReadAllAsync<UnitRow>(
            RegisterPartitions.OfProvider(open.Id), cancellation, RegisterPartitions.UnitPrefix);
        var register = RegisterChronicle.Of(open.State)
            .Concat(rows.SelectMany(row => RegisterChronicle.Of(row.Unit, open.Scene.Today)));
        return await ShowAsync(
            request, open.State.NameOn(open.Scene.Today), providers.Trail(open),
            new ChronicleScope(null, [open.Id], default), register, cancellation);
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request, string name, IReadOnlyList<Crumb> trail, ChronicleScope scope,
        IEnumerable<ChronicleEntry> register, CancellationToken cancellation)
    {
        var (today, user) = (time.Today(), request.User());
        var years = Number(request, "ar", Years);
        var page = Number(request, "sida", 1);
        var own = scope with { From = today.AddYears(-Math.Min(years, today.Year - 1)) };
        var told = await Task.WhenAll(sources.Select(source => source.ReadAsync(user, own, cancellation)));
        var entries = told.SelectMany(entries => entries).Concat(register)
            .Where(entry => entry.On >= own.From && entry.On <= today)
            .OrderByDescending(entry => entry.On).ThenBy(entry => entry.Kind, SwedishOrder.Comparer)
            .ThenBy(entry => entry.What, SwedishOrder.Comparer).ThenBy(entry => entry.Unit, StringComparer.Ordinal)
            .ToList();
        var hasMore = entries.Count > page * PageSize;
        return Web.Pages.Show<ChroniclePage>(new
        {
            Name = name,
            Trail = trail,
            Entries = (IReadOnlyList<ChronicleEntry>)[.. entries.Skip((page - 1) * PageSize).Take(PageSize)],
            own.From,
            ShowsUnit = scope.Unit is null,
            Next = hasMore ? $"{request.Path}?ar={years}&sida={page + 1}" : $"{request.Path}?ar={years + Years}",
            NextText = hasMore ? "Visa nästa sida" : $"Visa {Years} år till",
        });
    }

    private static int Number(HttpRequest request, string name, int otherwise) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= 100
            ? number
            : otherwise;
}
