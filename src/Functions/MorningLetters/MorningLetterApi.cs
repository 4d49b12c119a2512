using Oversight.Functions.Web;
using Oversight.MorningLetters;

namespace Oversight.Functions.MorningLetters;

/// <summary>The caller's own morgonbrev as the API gives it.</summary>
public sealed record MorningLetterAnswer
{
    public required int Version { get; init; }

    public required bool IsOn { get; init; }

    public required string? Address { get; init; }

    public required DateOnly? LastSentOn { get; init; }

    public required MorningObstacle? Obstacle { get; init; }

    public static MorningLetterAnswer Of(OpenMorningLetter open) => new()
    {
        Version = open.Head.Version,
        IsOn = open.State.Wish is not null,
        Address = open.Address,
        LastSentOn = open.State.LastSentOn,
        Obstacle = open.State.Obstacle,
    };
}

internal sealed class MorningLetterApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("MorningLetters_ApiRead", "Morgonbrevet för den som anropar: på eller av, och vart det går.",
            Response: typeof(MorningLetterAnswer)),
    ];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["MorningLetterAnswer.version"] = "Version, för If-Match; 0 innan brevet har varit på.",
        ["MorningLetterAnswer.isOn"] = "Sant när brevet är på.",
        ["MorningLetterAnswer.address"] = "Adressen som brevet går till, medan det är på.",
        ["MorningLetterAnswer.lastSentOn"] = "Dagen då det senaste brevet skickades.",
        ["MorningLetterAnswer.obstacle"] = "Vad som hindrade det senaste brevet; saknas när inget gjorde det.",
    };
}
