using Oversight.Documents;

namespace Oversight.Functions.Documents;

/// <summary>The shades of a matrix as RGB; dark text on each of them has a contrast of at least 7:1.</summary>
public static class ShadeColors
{
    public static string Of(Shade shade) => shade switch
    {
        Shade.None => "FFFFFF",
        Shade.Low => "E1F0E3",
        Shade.Moderate => "FFF2C4",
        Shade.High => "FBD3AE",
        Shade.Highest => "F3B0A8",
        _ => throw new ArgumentOutOfRangeException(nameof(shade), shade, null),
    };
}
