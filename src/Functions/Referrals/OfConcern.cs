using Microsoft.AspNetCore.Http;
using Oversight.Functions.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Referrals;

/// <summary>A concern that something is brought to another authority because of.</summary>
public interface IConcernScene : IScene
{
    OpenConcern Concern { get; }
}

/// <summary>
/// What goes to other authorities because of a concern, before there is any review: for whoever assesses it or decides
/// on it, and reads it. Jäv and a seal close it as they close the concern.
/// </summary>
internal abstract class OfConcern<TScene>(ConcernDesk concerns) : Creation<TScene>
    where TScene : class, IConcernScene
{
    public override Permission Permission => Permission.ReadConcerns;

    public override bool NeedsKey => true;

    protected abstract TScene SceneOf(OpenConcern concern);

    public override async Task<Opening<TScene>> OpenAsync(
        HttpRequest request, string? parent, CancellationToken cancellation) =>
        await concerns.OpenAsync(request, parent ?? "", cancellation) switch
        {
            Opening<OpenConcern>.Opened { Subject: { Access.Reads: true } open } =>
                new Opening<TScene>.Opened(SceneOf(open)),
            Opening<OpenConcern>.Missing => new Opening<TScene>.Missing(),
            _ => new Opening<TScene>.Closed(),
        };

    public override bool IsFor(TScene scene) =>
        scene.Concern.Access.Reads && (scene.Concern.Access.Assesses || scene.Concern.Access.Decides);

    public override BoardId? BoardOf(TScene scene) => scene.Concern.File.Board;

    public override IReadOnlyList<Crumb> Trail(TScene scene) =>
        [new Crumb($"Synpunkt {scene.Concern.Reference}", scene.Concern.Address)];

    /// <summary>Null where the concern is about no unit of the register.</summary>
    protected static ReviewedUnit? UnitOf(TScene scene) => scene.Concern.File.Unit is { } unit
        ? new ReviewedUnit(unit.UnitId, unit.ProviderId, unit.AgreementId, unit.Board, unit.Name, unit.ProviderName)
        : null;
}
