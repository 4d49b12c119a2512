using System.Globalization;
using System.Text;
using Oversight.Local.Host.Pages;

namespace Oversight.Local.Host.Clock;

internal static class ClockPage
{
    private const int MostRunsShown = 200;

    private static readonly (string Value, string Text)[] Steps =
    [
        ("P1D", "En dag framåt"),
        ("P1W", "En vecka framåt"),
        ("P1M", "En månad framåt"),
        ("02-01", "Till 1 februari"),
        ("03-01", "Till 1 mars"),
    ];

    public static string Body(
        DateTimeOffset now, IReadOnlyList<DueRun>? ran = null, IReadOnlyList<string>? errors = null)
    {
        var html = new StringBuilder(LocalPage.Errors(errors ?? []));
        if (ran is not null)
            html.Append(Report(ran));
        html.Append(CultureInfo.InvariantCulture,
            $"""<p class="page-lead">Klockan i provmiljön står på <strong>{SwedishTime.Show(now)}</strong>.</p>""");
        html.Append(
            "<p>Den går som vanligt. Du kan flytta den framåt men aldrig bakåt. Allt som förfaller på vägen körs i "
                + "ordning.</p>");
        html.Append(
            """<div class="columns"><section aria-labelledby="steg"><h2 id="steg">Ett steg framåt</h2><form class="actions" method="post" action="/.local/klocka">""");
        foreach (var (value, text) in Steps)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"""<button type="submit" class="ds-button" data-variant="secondary" name="steg" value="{value}">{text}</button> """);
        }

        html.Append("""</form></section><section aria-labelledby="egen"><h2 id="egen">Till en bestämd tid</h2>""");
        html.Append("""<form class="post-form card" method="post" action="/.local/klocka">""");
        html.Append(LocalPage.Field("date", "dag", "Dag",
            SwedishTime.Of(now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "required"));
        html.Append(LocalPage.Field("time", "tid", "Tid", "08:00", "required"));
        html.Append(
            """<div class="form-actions"><button type="submit" class="ds-button">Flytta klockan</button></div></form></section></div>""");
        return html.Append("""<p><a class="ds-link" href="/">Till startsidan</a></p>""").ToString();
    }

    public static ClockStep? Step(IFormCollection form, DateTimeOffset now)
    {
        var chosen = form["steg"].ToString();
        if (chosen.Length > 0)
        {
            if (Steps.All(step => step.Value != chosen))
                return null;
            return IsoDuration.TryParse(chosen) is { } duration
                ? new ClockStep.By(duration)
                : new ClockStep.To(NextDay(chosen, now));
        }

        return DateTime.TryParseExact(
            $"{form["dag"]} {form["tid"]}", ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var at)
            ? new ClockStep.To(SwedishTime.At(at))
            : null;
    }

    /// <summary>Eight in the morning, when the night's timers have run.</summary>
    private static DateTimeOffset NextDay(string monthAndDay, DateTimeOffset now)
    {
        var year = SwedishTime.Of(now).Year;
        var thisYear = At(year);
        return thisYear > now ? thisYear : At(year + 1);

        DateTimeOffset At(int y) => SwedishTime.At(
            DateTime.ParseExact($"{y}-{monthAndDay} 08:00", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    private static string Report(IReadOnlyList<DueRun> ran)
    {
        if (ran.Count == 0)
            return "<p role=\"status\">Klockan är flyttad. Inget förföll på vägen.</p>";
        var failed = ran.Count(run => run.Failure is not null);
        var html = new StringBuilder(
            $"<p role=\"status\">Klockan är flyttad. {ran.Count} körningar, varav {failed} misslyckades.</p>");
        html.Append(
            """<div class="table-scroll" tabindex="0" role="region" aria-label="Det som kördes"><table class="ds-table data-table"><caption>Det som kördes</caption>""");
        html.Append(
            """<thead><tr><th scope="col">När</th><th scope="col">Vad</th><th scope="col">Resultat</th></tr></thead><tbody>""");
        foreach (var run in ran.TakeLast(MostRunsShown))
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{SwedishTime.Show(run.Due)}</td><td>{LocalPage.Text(run.What)}</td>");
            html.Append(CultureInfo.InvariantCulture, $"<td>{LocalPage.Text(run.Failure ?? "gick bra")}</td></tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }
}
