namespace Oversight.Risk;

/// <summary>
/// tidig varning: at the end of a month a unit's concerns have for a while been more than usual. It proposes that
/// somebody looks; a person decides.
/// </summary>
/// <param name="Month">The first day of the month at whose end the signal came.</param>
/// <param name="Since">The first day of the month in which the sum began to rise.</param>
/// <param name="Concerns">Heard since then, one voice held back.</param>
/// <param name="Expected">What would have been usual since then.</param>
/// <param name="Height">The sum when it passed the limit.</param>
public sealed record EarlyWarning(DateOnly Month, DateOnly Since, decimal Concerns, decimal Expected, decimal Height)
{
    /// <summary>
    /// The signals of a unit, oldest first, over the months that have passed: a Poisson CUSUM. Each month adds the log
    /// of how much likelier its concerns are at so many times the usual rate than at the usual one; what tells against
    /// takes it down, never below nothing. The limit is the log of the run length, so that a unit whose rate is known
    /// and has not changed signals at most once in that many months (Lorden's bound). After a signal the sum begins
    /// anew. What is usual is learned from the months before the last few.
    /// </summary>
    public static IReadOnlyList<EarlyWarning> Of(UnitFact unit, IEnumerable<ConcernFact> concerns, Usual usual)
    {
        if (usual.FirstDay(unit) is not { } first)
            return [];
        var weighing = new Weighing(usual.Model, usual.AsOf);
        var months = new double[Math.Max(0, Months.Of(usual.AsOf) - Months.Of(first))];
        var heardAtMost = UnitExpectation.Of(usual, unit, []).Heard;
        var heard = concerns.Where(concern => Usual.IsInTime(concern, usual.AsOf, usual.Model)
            && concern.Weighting != ConcernWeighting.Nothing && concern.Received >= first);
        foreach (var month in heard.ToLookup(concern => Months.Of(concern.Received) - Months.Of(first)))
        {
            if (month.Key < months.Length)
                months[month.Key] = (double)Voices.Sum([.. month], weighing.Weight, heardAtMost);
        }

        return Run(months, usual.OfService(unit) / 12, Months.Of(first), usual.Model);
    }

    private static List<EarlyWarning> Run(double[] months, double ofService, int firstMonth, Settings.RiskModel model)
    {
        var (rules, alike) = (model.EarlyWarning, (double)model.Usual.Alikeness);
        var (limit, gain) = (Math.Log(rules.RunLengthMonths), Math.Log((double)rules.Times));
        var signals = new List<EarlyWarning>();
        var (height, since, concerns, expected, before) = (0.0, 0, 0.0, 0.0, 0.0);
        for (var month = 0; month < months.Length; month++)
        {
            var learned = Math.Max(0, month - rules.LagMonths);
            if (learned > 0)
                before += months[learned - 1];
            var usual = (alike + before) / ((alike / ofService) + learned);
            if (height == 0)
                (since, concerns, expected) = (month, 0, 0);
            height = Math.Max(0, height + (months[month] * gain) - (usual * ((double)rules.Times - 1)));
            (concerns, expected) = (concerns + months[month], expected + usual);
            if (height < limit)
                continue;
            signals.Add(new EarlyWarning(
                Months.First(firstMonth + month), Months.First(firstMonth + since), Parts.Rounded(concerns),
                Parts.Rounded(expected), Parts.Rounded(height)));
            height = 0;
        }

        return signals;
    }
}
