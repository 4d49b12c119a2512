using Oversight.Concerns;


namespace Oversight.Local.Demonstration;

/// <summary>
/// Makes concerns about units over some months back from a day, by the pattern of each unit. The same seed makes the
/// same concerns.
/// </summary>
internal sealed class ConcernGenerator(DateOnly today, int months, int seed)
{
    private const int Reporters = 14;
    private static readonly ConcernTheme[] AnyService =
    [
        ConcernPhrases.Communication, ConcernPhrases.Continuity, ConcernPhrases.Treatment, ConcernPhrases.Documentation,
        ConcernPhrases.Competence,
    ];

    private static readonly ConcernTheme[] ByTheHour =
        [.. AnyService, ConcernPhrases.LateExecution, ConcernPhrases.Billing];
    private static readonly ConcernTheme[] LssHomes = [.. AnyService, ConcernPhrases.Living, ConcernPhrases.Health];
    private static readonly ConcernTheme[] Care = [.. AnyService, ConcernPhrases.Health];

    private readonly Random _random = new(seed);
    private int _number;

    /// <summary>
    /// Concerns about all units, oldest first; ordinary units share what the others leave of <paramref name="total"/>.
    /// </summary>
    public IReadOnlyList<DemonstrationConcern> Create(IReadOnlyList<DemonstrationUnit> units, int total)
    {
        var special = units.Where(unit => unit.Pattern != ConcernPattern.Ordinary).SelectMany(Special).ToList();
        var ordinary = units.Where(unit => unit.Pattern == ConcernPattern.Ordinary).ToList();
        var weight = ordinary.Sum(Weight);
        var left = Math.Max(0, total - special.Count);
        var shares = Cumulative([.. ordinary.Select(unit => left * Weight(unit) / weight)]);
        var common = ordinary.SelectMany((unit, i) => Enumerable.Range(0, shares[i]).Select(_ => Ordinary(unit)));
        return [.. special.Concat(common).OrderBy(concern => concern.At)
            .ThenBy(concern => concern.Key, StringComparer.Ordinal)];
    }

    /// <summary>Larger units have more concerns, but not in proportion: people in small ones are seen more.</summary>
    private static double Weight(DemonstrationUnit unit) => 1.5 + Math.Sqrt(unit.Customers);

    /// <summary>Whole shares whose sum is the sum of the parts.</summary>
    private static int[] Cumulative(double[] parts)
    {
        var shares = new int[parts.Length];
        double sum = 0;
        var given = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            sum += parts[i];
            shares[i] = (int)Math.Round(sum) - given;
            given += shares[i];
        }

        return shares;
    }

    private IEnumerable<DemonstrationConcern> Special(DemonstrationUnit unit) => unit.Pattern switch
    {
        ConcernPattern.Downhill => Downhill(unit),
        ConcernPattern.LoudMonth => LoudMonth(unit),
        ConcernPattern.SteadyRise => SteadyRise(unit),
        _ => [],
    };

    /// <summary>
    /// From one concern in a quarter to several a month; from a nuisance to insatser that are not carried out.
    /// </summary>
    private List<DemonstrationConcern> Downhill(DemonstrationUnit unit)
    {
        List<DemonstrationConcern> made = [];
        for (var ago = months - 1; ago >= 0; ago--)
        {
            var count = ago switch { > 11 => ago % 3 == 0 ? 1 : 0, > 6 => 1, > 2 => 2, _ => 4 };
            var severity = ago switch { > 11 => 1, > 6 => 2, > 2 => 3, _ => 4 };
            for (var i = 0; i < count; i++)
            {
                var theme = ago > 11 ? ConcernPhrases.Communication : i % 3 == 2
                    ? ConcernPhrases.Documentation
                    : ConcernPhrases.LateExecution;
                var consequence = ago <= 6 && i % 3 != 2 ? "ej-verkstalld" : null;
                made.Add(Concern(unit, theme, DayIn(ago), severity, Reporter((i * 5) + ago), consequence));
            }
        }

        return made;
    }

    private IEnumerable<DemonstrationConcern> LoudMonth(DemonstrationUnit unit) => Enumerable.Range(0, 8)
        .Select(i => Concern(unit, ConcernPhrases.Treatment, DayIn(4), severity: 1 + (i % 2), Reporter(11),
            consequence: "olagenhet"));

    private IEnumerable<DemonstrationConcern> SteadyRise(DemonstrationUnit unit) => Enumerable.Range(0, months)
        .SelectMany(ago => Enumerable.Range(0, 1 + ((months - ago) / 5))
            .Select(i => (Theme: i % 2 == 0 ? ConcernPhrases.Continuity : ConcernPhrases.Communication,
                Severity: 1 + (i % 2), Number: (ago * 3) + i))
            .Select(one => Concern(unit, one.Theme, DayIn(ago), one.Severity, Reporter(one.Number))));

    private DemonstrationConcern Ordinary(DemonstrationUnit unit)
    {
        var theme = Pick(Themes(unit));
        var severity = _random.Next(100) switch { < 45 => 1, < 83 => 2, < 97 => 3, _ => 4 };
        return Concern(unit, theme, DayIn(Month()), severity, Reporter(_random.Next(Reporters)));
    }

    private static ConcernTheme[] Themes(DemonstrationUnit unit) => unit.Details.Services[0].Value switch
    {
        "ledsagarservice" or "boendestod" or "hemtjanst" => ByTheHour,
        "bostad-vuxna" or "bostad-barn" or "korttidsvistelse" => LssHomes,
        "sarskilt-boende" or "korttidsboende" => Care,
        _ => AnyService,
    };

    /// <summary>Summers and Christmas bring more: substitutes work then.</summary>
    private int Month()
    {
        while (true)
        {
            var ago = _random.Next(months);
            var isBusy = today.AddMonths(-ago).Month is 7 or 8 or 12;
            if (isBusy || _random.Next(100) < 60)
                return ago;
        }
    }

    /// <summary>A working day in the month that ended so many months ago, never after yesterday.</summary>
    private DateOnly DayIn(int monthsAgo)
    {
        var day = today.AddMonths(-monthsAgo).AddDays(-1 - _random.Next(27));
        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(-1),
            DayOfWeek.Sunday => day.AddDays(-2),
            _ => day,
        };
    }

    private DemonstrationConcern Concern(
        DemonstrationUnit unit, ConcernTheme theme, DateOnly day, int severity, string reporter,
        string? consequence = null)
    {
        var at = At(day, 8 + _random.Next(8));
        var services = unit.Details.Services;
        var service = Pick(services).Value;
        var happened = day.AddDays(-_random.Next(9));
        var concern = new DemonstrationConcern(
            $"synpunkt-{++_number}", unit.Key, unit.Board, service, Text(theme), at, Occurred(happened),
            consequence ?? Pick(theme.Consequences), reporter);
        return Assessed(concern, theme, severity);
    }

    private Occurrence Occurred(DateOnly day) => _random.Next(10) switch
    {
        0 => Occurrence.Unclear,
        1 or 2 => Occurrence.InMonth(day),
        _ => Occurrence.On(day),
    };

    private string Text(ConcernTheme theme) =>
        string.Join(' ',
            new[] { Pick(theme.Openings), Pick(theme.Details),
                Pick(ConcernPhrases.Closings) }.Where(sentence => sentence.Length > 0));

    /// <summary>About 85 of 100 are assessed; the newest wait.</summary>
    private DemonstrationConcern Assessed(DemonstrationConcern concern, ConcernTheme theme, int severity)
    {
        var received = DateOnly.FromDateTime(concern.At.DateTime);
        var assessedOn = received.AddDays(2 + _random.Next(12));
        if (assessedOn >= today || _random.Next(100) < 10)
            return concern;
        var roll = _random.Next(100);
        var (outcome, reasons) = roll switch
        {
            < 7 => (ConcernOutcome.Unfounded, ConcernPhrases.ReasonsUnfounded),
            < 45 => (ConcernOutcome.NoFurtherAction, ConcernPhrases.ReasonsNoFurther),
            < 75 => (ConcernOutcome.NextDialogue, ConcernPhrases.ReasonsDialogue),
            _ => (ConcernOutcome.AskProvider, ConcernPhrases.ReasonsAsk),
        };
        return concern with
        {
            Assessment = new DemonstrationAssessment(
                At(assessedOn, 9 + _random.Next(7)), theme.Kind, theme.Category, theme.Area, severity, outcome,
                Pick(reasons)),
        };
    }

    private T Pick<T>(IReadOnlyList<T> among) => among[_random.Next(among.Count)];

    private static string Reporter(int number) => DemonstrationPeople.Reporter(Math.Abs(number) % Reporters);

    private DateTimeOffset At(DateOnly day, int hour) =>
        SwedishTime.At(day.ToDateTime(new TimeOnly(hour, _random.Next(60))));
}
