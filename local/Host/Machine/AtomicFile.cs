namespace Oversight.Local.Host.Machine;

internal static class AtomicFile
{
    /// <param name="forOwnerOnly">Keys: nobody else on the machine may read it.</param>
    public static void Write(string path, string text, bool forOwnerOnly = false)
    {
        var next = path + ".ny";
        var options = new FileStreamOptions
        { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (forOwnerOnly && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(next, options))
        using (var writer = new StreamWriter(file))
        {
            writer.Write(text);
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }
}
