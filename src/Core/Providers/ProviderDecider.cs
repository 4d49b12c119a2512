namespace Oversight.Providers;

/// <summary>The rules of a provider's stream: each operation has its own.</summary>
public static class ProviderDecider
{
    public static Decision<ProviderEvent> Decide(
        ProviderState state, ProviderCommand command, CommandContext context) =>
        command.Decide(state, context);

    public static ProviderState Evolve(ProviderState state, ProviderEvent happened) => happened.Apply(state);
}
