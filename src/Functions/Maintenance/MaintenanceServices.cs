using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Maintenance.Effects;
using Oversight.Functions.Maintenance.Exports;
using Oversight.Functions.Maintenance.Messages;
using Oversight.Functions.Maintenance.Rebuilding;
using Oversight.Functions.Web.Health;

namespace Oversight.Functions.Maintenance;

public static class MaintenanceServices
{
    public static IServiceCollection AddMaintenance(this IServiceCollection services) => services
        .AddRebuilding()
        .AddExports()
        .AddEffects()
        .AddDeadLetters()
        .AddHealthPart<TablesHealth>(Dependency.Tables.Code())
        .AddHealthPart<BlobsHealth>(Dependency.Blobs.Code())
        .AddHealthPart<OldMarksHealth>("oldMarks")
        .AddHealthPart<ListsHealth>(Dependency.Lists.Code());
}
