using System.IO.MemoryMappedFiles;

namespace Oversight.Local.WorkerHook;

/// <summary>
/// How far the domain clock is from real time, as eight bytes that several processes see at once: when it has been
/// written, every later reading anywhere has it, and nobody needs to be told.
/// </summary>
public sealed class SharedOffset : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public SharedOffset(string path)
    {
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite,
            FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length < sizeof(long))
            stream.SetLength(sizeof(long));
        _file = MemoryMappedFile.CreateFromFile(stream, null, sizeof(long), MemoryMappedFileAccess.ReadWrite,
            HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor(0, sizeof(long));
    }

    public TimeSpan Value
    {
        get => new(_view.ReadInt64(0));
        set => _view.Write(0, value.Ticks);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
