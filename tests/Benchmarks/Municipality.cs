using Oversight.Concerns;
using Oversight.Documents;
using Oversight.Functions.Concerns;
using Oversight.Functions.Documents;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Providers;
using Oversight.Testkit;

namespace Oversight.Benchmarks;

/// <param name="Concerns">Spread evenly over <paramref name="Days"/>, which end today.</param>
internal sealed record MunicipalitySize(int Units, int Concerns, int Days, params IReadOnlyList<BoardId> Boards);

/// <summary>
/// A municipality as its streams would have left it: events, folded and projected by the kinds themselves. The same
/// number gives the same concern whatever the size, counted back from today, so a larger one only has more behind it.
/// </summary>
/// <param name="someone">Pseudonym of the reporter who has registered one concern in <see cref="Reporters"/>.</param>
internal sealed partial class Municipality(MunicipalitySize size, DateTimeOffset now, string someone = "reporter-0")
{
    public const int Reporters = 400;
    private const int UnitsPerProvider = 3;
    private const int DocumentsPerYear = 2;

    /// <summary>What is younger has not been assessed.</summary>
    private const int OpenDays = 14;
    private const int UndecidedDays = 30;
    private static readonly CodeId[] Areas =
        [new("trygghet-sakerhet"), new("sjalvbestammande-integritet"), new("helhetssyn-samordning")];
    private readonly DateOnly _today = DateOnly.FromDateTime(now.DateTime);

    public static Id UnitId(int number) => Id.Derive("measured", $"unit-{number}");

    public static Id ConcernId(int number) => Id.Derive("measured", $"concern-{number}");

    public IEnumerable<ProjectedRow> Rows() =>
        RegisterRows().Concat(DocumentRows()).Concat(ReviewRows()).Concat(ConcernRows());

    public IEnumerable<ProjectedRow> ConcernRows() =>
        Enumerable.Range(0, size.Concerns).SelectMany(number => Concern(number, severity: null));

    public IEnumerable<ProjectedRow> RegisterRows() =>
        [.. Enumerable.Range(0, size.Units).GroupBy(ProviderOf).SelectMany(Provider),
            .. Enumerable.Range(0, size.Units).SelectMany(Unit)];

    /// <param name="severity">That it has been assessed to have; null: as chance has it.</param>
    public IEnumerable<ProjectedRow> Concern(int number, int? severity)
    {
        var chance = new Random(number);
        var daysAgo = (int)((long)number * size.Days / size.Concerns);
        var day = _today.AddDays(-daysAgo);
        var at = now.AddDays(-daysAgo).AddMinutes(-chance.Next(600));
        var (unitId, name, facts) = Facts(chance.Next(size.Units));
        var unit = new ConcernUnit(unitId, facts.ProviderId, facts.AgreementId, facts.Board, name, facts.ProviderName);
        var reporter = chance.Next(Reporters) is > 0 and var other ? $"reporter-{other}" : someone;
        List<ConcernEvent> events =
        [
            new ConcernEvent.Reported(day)
            {
                Board = unit.Board,
                Unit = unit,
                UnknownProvider = null,
                Service = Service(unit.Board),
                Text = Text("report", "text"),
                Occurred = Occurrence.On(day.AddDays(-chance.Next(20))),
                Consequence = new CodeId("olagenhet"),
                CaseReference = null,
                RegisteredFor = null,
                Attachments = [],
                ReporterKey = reporter,
                RegisteredByKey = reporter,
                Channel = ConcernChannel.Form,
                PossibleDuplicateOf = null,
            },
        ];
        var (isTriggered, level, area) = (chance.Next(50) == 0, severity ?? chance.Next(1, 4),
            Areas[chance.Next(Areas.Length)]);
        if (daysAgo >= OpenDays || severity is not null)
        {
            var outcome = isTriggered ? ConcernOutcome.ProposeTriggeredReview : ConcernOutcome.NextDialogue;
            events.Add(new ConcernEvent.Assessed(
                day.AddDays(7), 1, new CodeId("klagomal"), new CodeId("kommunikationsvagar"), area, level, outcome,
                Text("assessment", "reason")));
        }

        if (isTriggered && daysAgo >= UndecidedDays)
            events.Add(
                new ConcernEvent.TriggeredReviewDecided(day.AddDays(20), true, 1, Text("decision", "reason"), null));
        return ProjectedRow.Of(ConcernStream.Kind, ConcernId(number), at, events);
    }

    private IEnumerable<ProjectedRow> Provider(IGrouping<int, int> units)
    {
        var facts = units.Select(unit => Facts(unit).Facts).DistinctBy(unit => unit.AgreementId).ToList();
        var number = OrganisationNumber.TryParse("556016-0680", out var known)
            ? known
            : throw new InvalidOperationException("No such number.");
        return ProjectedRow.Of(ProviderStream.Kind, ProviderId(units.Key), Begun,
        [
            new ProviderEvent.Registered(facts[0].ProviderName, number, facts[0].Ownership),
            .. facts.Select(agreement => new ProviderEvent.AgreementSigned(
                agreement.AgreementId, agreement.AgreementKey, agreement.Form, agreement.Area, agreement.Board,
                new AgreementTerms(agreement.Services, [], agreement.ValidFrom, null))),
        ]);
    }

    /// <summary>Its customers are counted every year.</summary>
    private IEnumerable<ProjectedRow> Unit(int number)
    {
        var (id, name, facts) = Facts(number);
        return ProjectedRow.Of(UnitStream.Kind, id, Begun,
        [
            new UnitEvent.Registered(
                $"{number}", name, facts, new UnitDetails("Storgatan 1", facts.Services, [], facts.ValidFrom, null),
                new Licence(false, null, null)),
            .. Enumerable.Range(0, Years).Reverse().Select(year =>
                new UnitEvent.CustomersCounted(new CustomerCount(_today.AddYears(-year), 5 + (number * 37 % 200), 0))),
        ]);
    }

    private IEnumerable<ProjectedRow> DocumentRows() =>
        from year in Enumerable.Range(1, Years - 1)
        from board in size.Boards
        from number in Enumerable.Range(0, DocumentsPerYear)
        let id = Id.Derive("measured", $"document-{board}-{year}-{number}")
        from row in ProjectedRow.Of(DocumentStream.Kind, id, now.AddYears(-year),
        [
            new DocumentEvent.Created(board, new CodeId("arsplan"), "Årsplan"),
            new DocumentEvent.VersionAdded(
                1, $"Årsplan {_today.Year - year}", _today.AddYears(-year), false, Role.System,
                [new DocumentFile(FileFormat.Html, $"{id}/1/0.html", 1, "0")], 1, ContentClass.PlanPaper),
        ])
        select row;

    private int Years => Math.Max(1, size.Days / 365);

    private DateTimeOffset Begun => now.AddDays(-size.Days);

    private static Id ProviderId(int number) => Id.Derive("measured", $"provider-{number}");

    private static CodeId Service(BoardId board) => new(board.Value == "aldrenamnden" ? "hemtjanst" : "bostad-vuxna");

    private static TextReference Text(string entry, string field) =>
        new($"{entry}-0123456789abcdef#{field}", 80, "0123456789abcdef0123456789abcdef");

    private int ProviderOf(int unit) => unit < size.Units / 5 ? 0 : 1 + (unit / UnitsPerProvider);

    private (Id UnitId, string Name, AgreementFacts Facts) Facts(int unit)
    {
        var provider = ProviderOf(unit);
        var board = size.Boards[(provider == 0 ? unit : provider) % size.Boards.Count];
        var area = new CodeId(board.Value == "aldrenamnden" ? "hemtjanst" : "boende-lss");
        return (UnitId(unit), $"Mätenhet {unit}", new AgreementFacts
        {
            ProviderId = ProviderId(provider),
            ProviderName = $"Mätanordnare {provider} AB",
            Ownership = provider == 0 ? Ownership.Municipal : Ownership.Private,
            AgreementId = Id.Derive("measured", $"agreement-{provider}-{board}"),
            AgreementKey = $"A{board}",
            Form = AgreementForm.Kundval,
            Area = area,
            Board = board,
            Services = [Service(board)],
            ValidFrom = new DateOnly(2010, 1, 1),
            ValidTo = null,
        });
    }
}
