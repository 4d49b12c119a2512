namespace Oversight.Local.Host.Worker;

/// <summary>The built application that the host runs.</summary>
/// <param name="Assembly">Its program.</param>
/// <param name="Hook">What goes into its process on this machine.</param>
/// <param name="Demonstration">The program that loads demonstration data; null: there is none.</param>
/// <param name="Queues">Queues beside those of local/servicebus.json.</param>
public sealed record HostedApplication(string Assembly, string Hook, string? Demonstration = null)
{
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>The application of this repository, built as the host itself was.</summary>
    public static HostedApplication Oversight(string root) => new(
        Built(root, "src/Functions", "Oversight.Functions"),
        Built(root, "local/WorkerHook", "Oversight.Local.WorkerHook"),
        Built(root, "local/Demonstration", "Oversight.Local.Demonstration"));

    /// <summary>Another built application, without demonstration data of its own.</summary>
    public static HostedApplication Other(string root, string assembly) => new(
        Path.GetFullPath(assembly), Built(root, "local/WorkerHook", "Oversight.Local.WorkerHook"));

    /// <summary>
    /// The assembly of a project in the configuration and for the framework that this process runs in.
    /// </summary>
    public static string Built(string root, string project, string assembly)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(root, project, "bin", framework.Parent!.Name, framework.Name, assembly + ".dll");
    }
}
