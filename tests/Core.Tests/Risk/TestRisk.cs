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

    public static RiskModel Model { get; } = new()
    {
        Version = "1",
        ValidFrom = new DateOnly(2015, 1, 1),
        UnassessedWeight = 0.5m,
        MaxAgeDays = 1095,
        SingleArea = 0.75m,
        Usual = new UsualRules
        {
            WindowDays = 180,
            ConcernsPer100CustomersAndYear = 20,
            CustomerYears = 40,
            Alikeness = 5,
            SmallestCustomers = 5,
            SeverityShares = [0.4m, 0.35m, 0.18m, 0.07m],
            SeverityConcerns = 20,
            OwnSeverityConcerns = 8,
        },
        Voice = new VoiceRules(0.5m, 0.2m, 1.2m),
        Severity = new SeverityRules
        {
            Consequences = [new(NoHarm, 1), new(Harm, 3)],
            TimesMore = [1, 1, 2, 4],
            GraverWeight = 1,
            Gravest = [0, 0.1m, 0.2m, 0.5m],
            Levels = [0.15m, 1.1m, 2.2m],
        },
        Likelihood = new LikelihoodRules
        {
            MoreOftenWeight = 1,
            SuddenDays = 75,
            SuddenWeight = 0.5m,
            LongWeight = 0.6m,
            Chance = 0.8m,
            FurtherReporter = 0.05m,
            MaxFurtherReporters = 3,
            Levels = [0.8m, 1.5m, 3.2m],
        },
        Evidence = new EvidenceRules(5, 3, 2),
        EarlyWarning = new EarlyWarningRules(2.5m, 240, 3, 14),
        JudgedMonths = 12,
        ManagerChange = new ManagerChangeRule(Coordination, 0.5m, 0.8m),
        Classes =
        [
            new(new("lag"), "Låg risk", 1), new(new("forhojd"), "Förhöjd risk", 2), new(new("hog"), "Hög risk", 3),
            new(new("mycket-hog"), "Mycket hög risk", 8),
        ],
    };

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
            Reference = name,
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

    /// <summary>The unit as it stands when nothing is known of any other.</summary>
    public static UnitRisk Analyse(UnitFact unit, params ConcernFact[] concerns) => Analyse(Model, unit, concerns);

    public static UnitRisk Analyse(RiskModel model, UnitFact unit, params ConcernFact[] concerns) =>
        RiskAnalysis.OfUnit(unit, concerns, Usual.Of([unit], concerns, Today, model));

    public static AreaRisk Whole(UnitRisk risk) => risk.Areas.Single(area => area.Area == RiskAreas.Whole);

    /// <summary>Rule, points, what people call the concern, and the arguments.</summary>
    public static string[] Written(AxisRisk axis) =>
    [
        .. axis.Contributions.Select(part => string.Join(' ',
        [
            part.Rule, part.Points.ToString("0.####", CultureInfo.InvariantCulture), part.Reference ?? "-",
            .. part.Arguments,
        ])),
    ];

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
