using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers;

/// <summary>One person's errand at the register: who, when, and by which rules.</summary>
public sealed record RegisterCall(
    SignedInUser User, CommandContext Context, RegisterRules Rules, SettingsInForce InForce)
{
    public MunicipalitySettings Settings => InForce.Settings;

    public bool MayEdit(BoardId board) => Access.Allows(User, Permission.EditRegister, board);

    public Envelope Envelope(FormState form, object body) =>
        Envelopes.ForNew(Context, InForce.Hash, form.IdempotencyKey, body);

    public Envelope Envelope(HttpRequest request, object body) =>
        Envelopes.ForNew(Context, InForce.Hash, request.IdempotencyKey(), body);

    /// <summary>
    /// The identity of what is created: the same again for the same key, otherwise <paramref name="fresh"/>.
    /// </summary>
    public Id NewId(string? key, Id fresh) => key is null ? fresh : Id.Derive(User.UserId, key);
}

/// <summary>Opens errands, for reading or for changing.</summary>
public sealed class RegisterCalls(SettingsProvider settings, CommandContexts contexts, TimeProvider clock)
{
    public async Task<RegisterCall> OpenAsync(
        HttpRequest request, Permission permission, CancellationToken cancellation)
    {
        var user = request.User();
        var context = contexts.For(user, Access.ActingRole(user, permission));
        var inForce = await settings.GetAsync(cancellation);
        return new RegisterCall(user, context, RegisterRules.On(inForce.Settings, context.Today), inForce);
    }

    public Id Fresh() => Id.From(Guid.CreateVersion7(clock.GetUtcNow()));
}
