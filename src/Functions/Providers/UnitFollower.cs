using Oversight.Functions.Dependencies;
using Oversight.Functions.Messaging;
using Oversight.Functions.Storage;
using Oversight.Functions.Settings;
using Oversight.Functions.Web;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>
/// Lets the units of a provider follow its name, owner and terms. A job is scheduled before the provider's change, so that the
/// units follow even when the request dies after it; the request itself does it at once when it can.
/// </summary>
public sealed class UnitFollower(Streams streams, Views views, Jobs jobs, SettingsProvider settings, CommandContexts contexts, TimeProvider clock)
    : IJobHandler
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    public string Type => "register-follow";

    public IReadOnlyCollection<int> Versions { get; } = [1];

    public Task AnnounceAsync(Id provider, CancellationToken cancellation)
    {
        var due = clock.GetUtcNow() + Later;
        return jobs.SendAsync(JobMessage.For(Type, 1, new FollowJob(provider)), $"{Type}-{provider}-{due.UtcTicks}", cancellation, due);
    }

    public async Task HandleAsync(JobMessage job, CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        await FollowAsync(job.Read<FollowJob>().ProviderId, new Envelope(contexts.ForSystem(), inForce.Hash), cancellation);
    }

    /// <summary>The provider's change stands already: what fails here is done by the job.</summary>
    public async Task TryFollowAsync(Id provider, Envelope envelope, CancellationToken cancellation)
    {
        try
        {
            await FollowAsync(provider, new Envelope(envelope.Context, envelope.SettingsHash), cancellation);
        }
        catch (DependencyUnavailableException)
        {
            // The announced job makes it up.
        }
    }

    private async Task FollowAsync(Id provider, Envelope envelope, CancellationToken cancellation)
    {
        if (await streams.LoadAsync(ProviderStream.Kind, provider, cancellation) is not { State: ProviderState.Registered registered })
            return;
        var rows = await views.ReadAllAsync<UnitRow>(RegisterPartitions.OfProvider(provider), cancellation, RegisterPartitions.UnitPrefix);
        foreach (var row in rows.Where(row => row.IsRunBy(provider)))
        {
            if (registered.Agreement(row.Unit.Agreement.AgreementId) is { } agreement && registered.Facts(provider, agreement) is var facts
                && facts != row.Unit.Agreement)
                await streams.ChangeAsync(UnitStream.Kind, row.UnitId, new UnitCommand.FollowAgreement(facts), envelope, cancellation);
        }
    }

    private sealed record FollowJob(Id ProviderId);
}
