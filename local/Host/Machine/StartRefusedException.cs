namespace Oversight.Local.Host.Machine;

/// <summary>
/// The host cannot start, for a reason that whoever started it can do something about. The message is for people.
/// </summary>
public sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner)
{
    internal static void ThrowIfAny(IReadOnlyCollection<string> problems)
    {
        if (problems.Count > 0)
            throw new StartRefusedException(string.Join(Environment.NewLine, problems));
    }
}
