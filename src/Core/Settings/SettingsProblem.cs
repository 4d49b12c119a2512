namespace Oversight.Settings;

/// <summary>
/// Something in a set of settings that contradicts itself or points at nothing. <paramref name="Part"/> is the part of
/// the set (<c>boards</c>, <c>codes/services</c>), <paramref name="Field"/> where in it. For administrators.
/// </summary>
public sealed record SettingsProblem(string Part, string Field, string Text)
{
    public override string ToString() => $"{Part}: {Field}: {Text}";
}
