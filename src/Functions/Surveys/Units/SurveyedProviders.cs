using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Providers;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>
/// Whether a unit is still run by the provider that was asked. What one provider has begun to write is not the next
/// one's to read, so nothing more is sent to the unit when it has gone over.
/// </summary>
public sealed class SurveyedProviders(Streams streams)
{
    public async Task<bool> RunsAsync(SurveyedUnit unit, CancellationToken cancellation) =>
        await streams.LoadAsync(UnitStream.Kind, unit.UnitId, cancellation)
            is { State: UnitState.Registered { } registered }
        && registered.Agreement.ProviderId == unit.ProviderId;
}
