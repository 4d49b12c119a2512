namespace Oversight.Local.Host.SignIn;

public static class LocalRedirect
{
    /// <summary>
    /// An address within this host, or the start page: never one that a browser reads as somewhere else.
    /// </summary>
    public static string Or(string? target, string otherwise = "/") =>
        target is ['/', ..] && !(target.Length > 1 && target[1] is '/' or '\\')
            && !target.Any(c => char.IsControl(c) || c == '\\')
            ? target
            : otherwise;
}
