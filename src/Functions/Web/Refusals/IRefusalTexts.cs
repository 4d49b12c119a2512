namespace Oversight.Functions.Web;

/// <summary>
/// A capability's part of the one catalogue of refusals: code to Swedish text, with {0}, {1} for the arguments.
/// </summary>
public interface IRefusalTexts
{
    IReadOnlyDictionary<string, string> Texts { get; }
}
