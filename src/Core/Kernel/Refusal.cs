namespace Oversight;

/// <summary>
/// An expected "no" from the rules: a stable <paramref name="Code"/> (<c>concern.text-too-long</c>), the field of the
/// command it concerns when there is one, and the arguments its text needs. The Swedish text stands at the edge, never
/// here.
/// </summary>
/// <param name="Code">Lower case, <c>capability.what-is-wrong</c>; a contract with callers.</param>
/// <param name="Field">The command's property in camelCase, or null when the whole command is refused.</param>
/// <param name="Arguments">Values for the text; never personal data.</param>
public sealed record Refusal(string Code, string? Field = null, params IReadOnlyList<string> Arguments)
{
    public bool Equals(Refusal? other) =>
        other is not null && Code == other.Code && Field == other.Field && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Code, Field, Arguments.Count);
}
