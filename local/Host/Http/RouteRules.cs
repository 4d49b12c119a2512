using Microsoft.AspNetCore.Routing.Template;

namespace Oversight.Local.Host.Http;

/// <summary>
/// The platform matches twice: its host by function name, its worker by ASP.NET's precedence. Routes on which the two
/// could disagree, or that are equally good to the worker (which then hangs until it times out), are refused at start.
/// </summary>
internal static class RouteRules
{
    private static readonly string[] Reserved = ["admin", "runtime"];

    private static readonly string[] Samples =
    [
        "0", "1", "7", "42", "2026", "123456", "-1", "1.5", "true", "2026-03-01", "2026-03-01T08:00:00",
        "0197f3a0-5c1e-7000-8000-000000000001",
        .. Enumerable.Range(1, 40).Select(length => new string('a', length)),
        .. Enumerable.Range(1, 40).Select(length => "a1" + new string('-', length)),
    ];

    public static IEnumerable<string> Problems(RouteTable table)
    {
        var functions = table.Functions;
        foreach (var function in functions)
        {
            if (Reserved.Any(word =>
                function.Template.TemplateText!.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"{function.Function}: rutten {function.Template.TemplateText} börjar med "
                    + "admin eller runtime, som plattformen har förbehållit sig.";
            }
        }

        for (var later = 1; later < functions.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (Problem(functions[earlier], functions[later]) is { } problem)
                    yield return problem;
            }
        }
    }

    private static string? Problem(HttpFunction first, HttpFunction second)
    {
        if (!first.SharesMethodWith(second) || !CanMatchTheSame(first, second))
            return null;
        var both =
            $"{first.Function} ({first.Template.TemplateText}) och {second.Function} ({second.Template.TemplateText})";
        return RoutePrecedence.ComputeInbound(first.Template)
            .CompareTo(RoutePrecedence.ComputeInbound(second.Template)) switch
        {
            0 => $"Rutterna är lika bra för samma adress: {both}. Skilj dem åt med villkor.",
            > 0 =>
                $"Den allmännare rutten prövas först, eftersom funktionernas namn avgör: {both}. Byt namn eller lägg "
                    + "till villkor.",
            _ => null,
        };
    }

    /// <summary>
    /// Whether there may be an address that both take. Segments with several parts are taken to match anything.
    /// </summary>
    private static bool CanMatchTheSame(HttpFunction one, HttpFunction other)
    {
        var length = Math.Max(one.Template.Segments.Count, other.Template.Segments.Count);
        for (var i = 0; i < length; i++)
        {
            var (a, b) = (one.Template.GetSegment(i), other.Template.GetSegment(i));
            if (a is null || b is null)
                return CanBeAbsent(a is null ? (other, b!) : (one, a));
            if (!a.IsSimple || !b.IsSimple)
                continue;
            if (a.Parts[0].IsCatchAll || b.Parts[0].IsCatchAll)
                return true;
            if (!Overlap((one, a.Parts[0]), (other, b.Parts[0])))
                return false;
        }

        return true;
    }

    private static bool CanBeAbsent((HttpFunction Function, TemplateSegment Segment) rest) =>
        rest.Segment.IsSimple && rest.Segment.Parts[0] is var part
            && (part.IsOptional || part.IsCatchAll || part.DefaultValue is not null);

    private static bool Overlap(
        (HttpFunction Function, TemplatePart Part) a, (HttpFunction Function, TemplatePart Part) b)
    {
        // An optional segment that both leave out is one more address that both take.
        if (Absent(a.Part) && Absent(b.Part))
            return true;
        if (a.Part.IsLiteral && b.Part.IsLiteral)
            return string.Equals(a.Part.Text, b.Part.Text, StringComparison.OrdinalIgnoreCase);
        if (a.Part.IsLiteral)
            return b.Function.Allows(b.Part, a.Part.Text!);
        if (b.Part.IsLiteral)
            return a.Function.Allows(a.Part, b.Part.Text!);
        return Text(a.Part) == Text(b.Part)
            || Samples.Any(sample => a.Function.Allows(a.Part, sample) && b.Function.Allows(b.Part, sample));
    }

    private static bool Absent(TemplatePart part) => part.IsOptional || part.DefaultValue is not null;

    private static string Text(TemplatePart part) =>
        string.Join(":", part.InlineConstraints.Select(c => c.Constraint).Order(StringComparer.Ordinal));
}
