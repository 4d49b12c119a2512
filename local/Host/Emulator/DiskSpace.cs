namespace Oversight.Local.Host.Emulator;

/// <summary>
/// The room on the disk of a data folder, judged by what Azurite needs: it writes its tables whole, beside the old
/// ones.
/// </summary>
/// <param name="low">Bytes under which a disk counts as full.</param>
internal sealed class DiskSpace(string dataFolder, Func<DriveInfo, long> low)
{
    private const long UsualMark = 100_000_000;

    private readonly string _reserve = Path.Combine(dataFolder, "reserve");

    public long Free => Drive.AvailableFreeSpace;

    public bool IsLow => Free < Low;

    /// <summary>
    /// Well above the mark, so that it does not stop and start by turns; the reserve is taken again from it.
    /// </summary>
    public long NeededAgain => Low + (Low / 2) + Reserve;

    /// <summary>On a small disk the usual mark would leave nothing to work with.</summary>
    public static long LowOn(DriveInfo drive) => Math.Min(UsualMark, drive.TotalSize / 10);

    private DriveInfo Drive => new(dataFolder);

    private long Low => low(Drive) + Tables;

    private long Reserve => (low(Drive) / 4) + Tables;

    private long Tables => new DirectoryInfo(Path.Combine(dataFolder, "azurite")) is { Exists: true } folder
        ? folder.EnumerateFiles("*.json").Sum(file => file.Length)
        : 0;

    /// <summary>
    /// Holds room that is given back when the disk is full: it can fill faster than anybody looks, and then what
    /// Azurite has acknowledged and not yet written would have nowhere to go.
    /// </summary>
    public void TakeReserve()
    {
        var size = Reserve;
        using var file = new FileStream(_reserve, FileMode.Create, FileAccess.Write);
        var block = new byte[1 << 20];
        for (var left = size; left > 0; left -= block.Length)
            file.Write(block, 0, (int)Math.Min(block.Length, left));
    }

    public void GiveReserve() => File.Delete(_reserve);
}
