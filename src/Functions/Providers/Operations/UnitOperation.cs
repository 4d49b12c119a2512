using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Operations;

/// <summary>What an operation on a unit adds to every operation: Core's command, and the event in words.</summary>
public abstract class UnitOperation : Operation<OpenUnit>
{
    public override Permission Permission => Permission.EditRegister;

    public override bool IsFor(OpenUnit open) => open.Scene.MayEdit(open.State.Agreement.Board);

    public override bool Fits(OpenUnit open) => true;

    /// <summary>
    /// The command. What cannot be read is refused in <paramref name="fields"/>; null when there is then nothing to ask
    /// the rules about.
    /// </summary>
    public abstract ValueTask<UnitCommand?> CommandAsync(
        OpenUnit open, FieldReader fields, NewIdentity identity, CancellationToken cancellation);

    /// <summary>The event as the history tells it; null when it is another operation's.</summary>
    public abstract Told? Tell(UnitEvent happened, MunicipalitySettings settings);

    /// <summary>What the form holds from the start.</summary>
    protected virtual IReadOnlyDictionary<string, IReadOnlyList<string>> Present(UnitState.Registered unit) =>
        new Dictionary<string, IReadOnlyList<string>>();

    public sealed override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenUnit open, CancellationToken cancellation) => Task.FromResult(Present(open.State));
}
