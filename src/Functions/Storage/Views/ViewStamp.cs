using Azure.Data.Tables;

namespace Oversight.Functions.Storage;

/// <summary>
/// How new a view row is: the version of the projection's code, then the version of the stream. A row is only ever
/// replaced by a newer one, so that late and crossing projections end the same.
/// </summary>
internal readonly record struct ViewStamp(int Projection, int Version) : IComparable<ViewStamp>
{
    public int CompareTo(ViewStamp other) =>
        Projection != other.Projection ? Projection.CompareTo(other.Projection) : Version.CompareTo(other.Version);

    public static bool operator <(ViewStamp left, ViewStamp right) => left.CompareTo(right) < 0;

    public static bool operator >(ViewStamp left, ViewStamp right) => left.CompareTo(right) > 0;

    public static bool operator <=(ViewStamp left, ViewStamp right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ViewStamp left, ViewStamp right) => left.CompareTo(right) >= 0;

    internal static ViewStamp Of(TableEntity row) =>
        new(row.GetInt32("Projection")!.Value, row.GetInt32("Version")!.Value);

    internal void Set(TableEntity row)
    {
        row["Projection"] = Projection;
        row["Version"] = Version;
    }
}
