namespace Oversight.Local.Host;

/// <summary>
/// Demonstration data, loaded once into a new data folder. Registered in the services when there is one. A load that was cut off
/// is asked for again at the next start: loading what is already there must change nothing.
/// </summary>
public interface IDemonstration
{
    /// <param name="progress">A line at a time, for whoever waits.</param>
    Task LoadAsync(IProgress<string> progress, CancellationToken cancellation);
}
