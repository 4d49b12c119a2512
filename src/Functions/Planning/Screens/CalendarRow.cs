using System.Globalization;
using Oversight.Planning;
using Oversight.Settings;

namespace Oversight.Functions.Planning.Screens;

/// <summary>One way of following up over the months of a plan; reviews have a row of their own.</summary>
internal sealed record CalendarRow(string Name, bool Counts, IReadOnlyList<PlannedMethod> Methods)
{
    private static readonly FollowUpMethod[] Order =
        [FollowUpMethod.Survey, FollowUpMethod.Dialogue, FollowUpMethod.Findings, FollowUpMethod.Economy];

    public static IReadOnlyList<CalendarRow> Of(PlanContent content) =>
    [
        .. Order.Select(method => new CalendarRow(
                PlanWords.Name(method), method == FollowUpMethod.Findings,
                [
                    .. content.Common.Concat(content.Providers.SelectMany(provider => provider.Methods))
                        .Where(planned => planned.Method == method && planned.From is not null).Distinct(),
                ]))
            .Where(row => row.Methods.Count > 0),
    ];

    /// <summary>What falls in the month, in a word or a number.</summary>
    public string In(DateOnly month)
    {
        var count = Methods.Count(method => method.From < month.AddMonths(1) && (method.Until ?? method.From) >= month);
        return count == 0 ? "" : Counts ? count.ToString(CultureInfo.InvariantCulture) : "pågår";
    }
}
