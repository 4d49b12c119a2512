using System.Globalization;
using Oversight.Risk;
using Oversight.Settings;

namespace Oversight.Core.Tests.RiskAnalyses;

/// <summary>A risk model with the shape and size of the real one, and short forms for facts.</summary>
internal static class TestRisk
{
    public static readonly DateOnly Today = new(2027, 2, 1);
    public static readonly BoardId SocialBoard = new("socialnamnden");
    public static readonly CodeId Safety = new("trygghet-sakerhet");
    public static readonly CodeId Coordination = new("helhetssyn-samordning");
    public static readonly CodeId Harm = new("skada");
    public static readonly CodeId NoHarm = new("ingen");

    public static RiskModel Model { get; } = new(
        "1", new DateOnly(2015, 1, 1), UnassessedWeight: 0.5m, MaxConcernsPerReporter: 3, MaxAgeDays: 1095,
        new SeverityRules(365, [1, 3, 6, 10], [new(NoHarm, 0, 1), new(Harm, 1.5m, 3)], CountedConcerns: 3,
            NextShare: 0.5m, [2, 4.5m, 9]),
        new LikelihoodRules(180, 1, 1, SmallestCustomers: 5, 0.25m, 0.25m, MaxFurtherMonths: 6, [0.75m, 2, 3.5m]),
        new ManagerChangeRule(Coordination, 1, 0.75m),
        [new(new("lag"), "Låg risk", 1), new(new("forhojd"), "Förhöjd risk", 4), new(new("hog"), "Hög risk", 8),
            new(new("mycket-hog"), "Mycket hög risk", 12)]);

    public static Id IdOf(string name) => Id.Derive("test", name);

    public static UnitFact Unit(string name, int? customers = 50, bool lateNotice = false,
        string provider = "anordnaren", DateOnly? validTo = null) => new()
        {
            UnitId = IdOf(name),
            ProviderId = IdOf(provider),
            AgreementId = IdOf(provider + "-avtal"),
            Board = SocialBoard,
            Name = name,
            ProviderName = provider,
            AgreementArea = new CodeId("boende-lss"),
            Services = [new CodeId("bostad-vuxna")],
            Customers = customers,
            Children = null,
            ManagerChangeNotNotified = lateNotice,
            ValidFrom = new DateOnly(2020, 1, 1),
            ValidTo = validTo,
            Source = $"unit-{IdOf(name)}/3",
        };

    public static ConcernFact Concern(
        string name, string unit, int daysAgo = 30, string reporter = "r1", int? severity = 2, CodeId? area = null,
        ConcernWeighting weighting = ConcernWeighting.Assessed, CodeId? consequence = null) => new()
        {
            ConcernId = IdOf(name),
            Reference = IdOf(name).Reference('S'),
            UnitId = IdOf(unit),
            Board = SocialBoard,
            Occurred = Today.AddDays(-daysAgo),
            Received = Today.AddDays(-daysAgo),
            ReporterKey = reporter,
            Weighting = weighting,
            Severity = weighting == ConcernWeighting.Unassessed ? null : severity,
            Area = weighting == ConcernWeighting.Unassessed ? null : area ?? Safety,
            Category = null,
            Consequence = consequence ?? NoHarm,
            Source = $"concern-{IdOf(name)}/{(weighting == ConcernWeighting.Unassessed ? 1 : 2)}",
        };

    /// <summary>Concerns from plain numbers, for properties: every array gives valid facts.</summary>
    public static IReadOnlyList<ConcernFact> ConcernsFrom(IEnumerable<int> seeds, string unit = "enheten") =>
        [.. seeds.Select((seed, index) => FromSeed((uint)seed * 2654435761, index, unit))];

    private static ConcernFact FromSeed(uint seed, int index, string unit)
    {
        var weighting = (seed % 7) switch
        {
            0 => ConcernWeighting.Nothing,
            1 or 2 => ConcernWeighting.Unassessed,
            _ => ConcernWeighting.Assessed
        };
        return Concern(
            index.ToString(CultureInfo.InvariantCulture) + unit, unit, daysAgo: (int)(seed / 7 % 1200),
            reporter: $"r{seed / 11 % 4}", severity: (int)(seed / 13 % 4) + 1,
            area: seed / 17 % 2 == 0 ? Safety : Coordination, weighting,
            consequence: seed / 19 % 2 == 0 ? Harm : NoHarm);
    }
}
