namespace Oversight.Functions.Dependencies;

/// <summary>What the application cannot do without, by the names that health and problem details use.</summary>
public enum Dependency
{
    Tables,
    Blobs,
    Messages,
    Orchestrations,

    /// <summary>Away while they are rebuilt after a deploy that changed them.</summary>
    Lists,
}

public static class DependencyWords
{
    /// <summary>Stable: the extension <c>dependency</c> of problem details, and the part's key in health.</summary>
    public static string Code(this Dependency dependency) => dependency switch
    {
        Dependency.Tables => "tables",
        Dependency.Blobs => "blobs",
        Dependency.Messages => "messages",
        Dependency.Orchestrations => "orchestrations",
        Dependency.Lists => "lists",
        _ => throw new ArgumentOutOfRangeException(nameof(dependency), dependency, null),
    };

    /// <summary>What people are told while it is away.</summary>
    public static string DoesNotAnswer(this Dependency dependency) => dependency == Dependency.Lists
        ? "Listorna räknas om efter en uppdatering."
        : $"{Title(dependency)} svarar inte just nu.";

    private static string Title(Dependency dependency) => dependency switch
    {
        Dependency.Tables => "Tabellagringen",
        Dependency.Blobs => "Dokumentlagringen",
        Dependency.Messages => "Meddelandekön",
        Dependency.Orchestrations => "Ärendeflödena",
        _ => throw new ArgumentOutOfRangeException(nameof(dependency), dependency, null),
    };
}
