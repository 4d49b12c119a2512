namespace Oversight.Providers;

/// <summary>A value that holds from a day on; <paramref name="From"/> is null for the first value known.</summary>
public sealed record Dated<T>(DateOnly? From, T Value);

/// <summary>
/// A history of one attribute, oldest first. A change is added after the last one, never in between or before: what was
/// said of an earlier day stays said. A change on the day of the last change replaces that one (both stand in the
/// stream).
/// </summary>
public static class DatedHistory
{
    public static IReadOnlyList<Dated<T>> Begin<T>(T first) => [new Dated<T>(null, first)];

    /// <summary>The value on a day; before the first change, the first value known.</summary>
    public static T On<T>(this IReadOnlyList<Dated<T>> history, DateOnly day) => history.EntryOn(day).Value;

    public static Dated<T> EntryOn<T>(this IReadOnlyList<Dated<T>> history, DateOnly day) =>
        history.LastOrDefault(entry => entry.From is not { } from || from <= day) ?? history[0];

    public static T Latest<T>(this IReadOnlyList<Dated<T>> history) => history[^1].Value;

    public static IReadOnlyList<Dated<T>> With<T>(this IReadOnlyList<Dated<T>> history, DateOnly from, T value) =>
        [.. history[^1].From == from ? history.SkipLast(1) : history, new Dated<T>(from, value)];

    /// <summary>
    /// The last value replaced where it stands, for facts that follow another register and have no day of their own.
    /// </summary>
    public static IReadOnlyList<Dated<T>> WithLatest<T>(this IReadOnlyList<Dated<T>> history, T value) =>
        [.. history.SkipLast(1), history[^1] with { Value = value }];

    /// <summary>Whether a change on <paramref name="from"/> would come before one that is already recorded.</summary>
    public static bool WouldRewrite<T>(this IReadOnlyList<Dated<T>> history, DateOnly from) =>
        history[^1].From is { } last && from < last;
}
