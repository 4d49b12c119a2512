using Oversight.Functions.Storage;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>
/// Whether a unit is still run by a provider. What one provider has begun to write is not the next one's to read.
/// </summary>
public sealed class UnitProviders(Streams streams)
{
    public async Task<bool> RunsAsync(Id provider, Id unit, CancellationToken cancellation) =>
        await streams.LoadAsync(UnitStream.Kind, unit, cancellation)
            is { State: UnitState.Registered registered } && registered.Agreement.ProviderId == provider;
}
