using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers;

/// <summary>Somebody at the register: who, on which day, and by which rules.</summary>
public sealed record RegisterScene(SignedInUser User, SettingsInForce InForce, DateOnly Today) : IScene
{
    public RegisterRules Rules { get; } = RegisterRules.On(InForce.Settings, Today);

    public MunicipalitySettings Settings => InForce.Settings;

    /// <summary>What belongs to no board: a provider's own data.</summary>
    public bool MayEdit() => Access.Allows(User, Permission.EditRegister);

    public bool MayEdit(BoardId board) => Access.Allows(User, Permission.EditRegister, board);
}

/// <summary>A provider that has been opened.</summary>
public sealed record OpenProvider(Id Id, StreamHead Head, ProviderState.Registered State, RegisterScene Scene) : IOpened
{
    public SignedInUser User => Scene.User;

    public SettingsInForce InForce => Scene.InForce;

    public string Address => $"/anordnare/{Id}";

    /// <summary>As it was read, so that a change need not read it again.</summary>
    public Folded<ProviderState>? Read { get; init; }

    public OpenProvider At(StreamHead head, ProviderState state) =>
        this with { Head = head, State = (ProviderState.Registered)state, Read = null };
}

/// <summary>One agreement of an opened provider.</summary>
public sealed record OpenAgreement(OpenProvider Provider, Agreement Agreement) : IOpened
{
    public SignedInUser User => Provider.User;

    public SettingsInForce InForce => Provider.InForce;

    public StreamHead Head => Provider.Head;

    public OpenAgreement At(StreamHead head, ProviderState state)
    {
        var now = Provider.At(head, state);
        return new OpenAgreement(now, now.State.Agreement(Agreement.Id) ?? Agreement);
    }
}

/// <summary>A unit that has been opened.</summary>
public sealed record OpenUnit(Id Id, StreamHead Head, UnitState.Registered State, RegisterScene Scene) : IOpened
{
    public SignedInUser User => Scene.User;

    public SettingsInForce InForce => Scene.InForce;

    public string Address => $"/enheter/{Id}";

    /// <summary>As it was read, so that a change need not read it again.</summary>
    public Folded<UnitState>? Read { get; init; }

    public OpenUnit At(StreamHead head, UnitState state) =>
        this with { Head = head, State = (UnitState.Registered)state, Read = null };
}

/// <summary>Opens what is in the register.</summary>
public sealed class RegisterOpener(
    ProviderDesk providers, UnitDesk units, SettingsProvider settings, StockholmTime time)
{
    public async Task<RegisterScene> SceneAsync(HttpRequest request, CancellationToken cancellation) =>
        new(request.User(), await settings.GetAsync(cancellation), time.Today());

    public async Task<Opening<OpenProvider>> ProviderAsync(
        HttpRequest request, string id, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var known))
            return new Opening<OpenProvider>.Missing();
        var read = IsReading(request)
            ? providers.LoadAsync(known, cancellation)
            : providers.LoadForChangeAsync(known, cancellation);
        return await read is { State: ProviderState.Registered state } folded
            ? new Opening<OpenProvider>.Opened(
                new OpenProvider(known, folded.Head, state, await SceneAsync(request, cancellation)) { Read = folded })
            : new Opening<OpenProvider>.Missing();
    }

    public async Task<Opening<OpenUnit>> UnitAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var known))
            return new Opening<OpenUnit>.Missing();
        var read = IsReading(request)
            ? units.LoadAsync(known, cancellation)
            : units.LoadForChangeAsync(known, cancellation);
        return await read is { State: UnitState.Registered state } folded
            ? new Opening<OpenUnit>.Opened(
                new OpenUnit(known, folded.Head, state, await SceneAsync(request, cancellation)) { Read = folded })
            : new Opening<OpenUnit>.Missing();
    }

    /// <summary>What is about to be changed is read with its keys.</summary>
    private static bool IsReading(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
