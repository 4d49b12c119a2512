using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web.Components;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Operations;

/// <summary>What an operation on a provider adds to every operation: Core's command, and the event in words.</summary>
public abstract class ProviderOperation : Operation<OpenProvider>
{
    public override Permission Permission => Permission.EditRegister;

    public override bool IsFor(OpenProvider open) => open.Scene.MayEdit();

    public override bool Fits(OpenProvider open) => true;

    /// <summary>The command. What cannot be read is refused in <paramref name="fields"/>.</summary>
    public abstract ProviderCommand Command(OpenProvider open, FieldReader fields, NewIdentity identity);

    /// <summary>The event as the history tells it; null when it is another operation's.</summary>
    public abstract Told? Tell(ProviderEvent happened, MunicipalitySettings settings);
}

/// <summary>The same for one of a provider's agreements.</summary>
public abstract class AgreementOperation : Operation<OpenAgreement>
{
    public override Permission Permission => Permission.EditRegister;

    public override bool IsFor(OpenAgreement open) => open.Provider.Scene.MayEdit(open.Agreement.Board);

    public override bool Fits(OpenAgreement open) => true;

    /// <summary>The command. What cannot be read is refused in <paramref name="fields"/>.</summary>
    public abstract ProviderCommand Command(OpenAgreement open, FieldReader fields);

    /// <summary>The event as the history tells it; null when it is another operation's.</summary>
    public abstract Told? Tell(ProviderEvent happened, MunicipalitySettings settings);
}
