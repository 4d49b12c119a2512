using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Oversight.Functions.Messaging;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Telemetry;
using Oversight.Functions.Web.Health;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Maintenance.Effects;

internal static class EffectServices
{
    public static IServiceCollection AddEffects(this IServiceCollection services) => services
        // Asked for late: what follows an append hands over to the jobs, which go on with what follows an append.
        .AddSingleton(provider => new EffectJobs(
            provider.GetRequiredService<Jobs>(), provider.GetRequiredService<StreamTable>(),
            provider.GetRequiredService<StreamKinds>(),
            provider.GetRequiredService<PendingMarks>(), provider.GetRequiredService<AfterAppend>))
        .AddSingleton<IEffectHandover>(provider => provider.GetRequiredService<EffectJobs>())
        .AddSingleton<IJobHandler>(provider => provider.GetRequiredService<EffectJobs>())
        .AddSingleton<PutAsideEffects>()
        .AddSingleton<IToDoSource, PutAsideToDo>()
        .AddHealthPart<PutAsideHealth>("effectsPutAside");
}

/// <summary>How many effects were put aside.</summary>
internal sealed class PutAsideHealth(PutAsideEffects aside) : HealthPart
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellation)
    {
        var count = await aside.CountAsync(cancellation);
        Measures.EffectsAsideFound(count);
        return Counted(count);
    }
}
