using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Concerns.Decisions;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Papers;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Planning;
using Oversight.Functions.Tests.Reviews;
using Oversight.Functions.Tests.Web;
using Oversight.Functions.Web;
using Oversight.Planning;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Identity;

/// <param name="Needs">What opens the door.</param>
/// <param name="Shows">What is looked for in the answer; null where being let in is enough.</param>
public sealed record ContentDoor(string Function, ContentClass Content, Grade Needs, string Path, string? Shows = null);

/// <summary>Words that stand for a content, wherever they turn up.</summary>
public sealed record ContentMark(ContentClass Content, Grade Needs, string Text);

/// <summary>
/// One board with a plan for the meeting, a plan that is only drafted, the annexes of both, and an assessed concern
/// with a file.
/// </summary>
public sealed class ContentWorld : IAsyncLifetime
{
    public const string Board = "socialnamnden";
    private const int PaperYear = 2027;
    private const int DraftYear = 2028;

    /// <summary>Who has declared jäv in the review.</summary>
    public const string InTheReview = "javig";

    /// <summary>Who has declared jäv in the concern decided on: the review is made because of it.</summary>
    public const string InTheConcern = "syster";
    private static readonly Role[] ReadingRoles =
        [Role.QualityDeveloper, Role.UnitManager, Role.ProcessOwner, Role.MedicallyResponsible, Role.Registrar];

    private string _concern = "";
    private string _decided = "";

    public AppFixture App { get; private set; } = null!;

    public IReadOnlyList<ContentDoor> Doors { get; private set; } = [];

    public IReadOnlyList<ContentMark> Marks { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        App = await AppFixture.StartAsync();
        var seed = new RegisterSeed(App);
        foreach (var name in new[] { "Lugna gården", "Oroliga huset", "Åhemmet" })
            await seed.UnitAsync(name, RegisterSeed.Social);
        await seed.ConcernAsync("oro", "Oroliga huset", RegisterSeed.Social, severity: 4);
        await App.Clock.AdvanceToAsync(new DateTimeOffset(2027, 3, 2, 9, 0, 0, TimeSpan.FromHours(1)));
        using var owner = await App.SignInAsync("agare", Role.ProcessOwner);
        using var drafted = await owner.PostAsJsonAsync("/api/v1/plans", new { board = Board, year = DraftYear });
        await drafted.ExpectAsync(HttpStatusCode.Created);
        _concern = await ReportAsync("dorrar", ConcernApp.Assessment(reason: "Hemligskäl."));
        _decided = await ReportAsync("beslut", ConcernApp.Assessment("proposeTriggeredReview", "Hemligskäl."));
        await DeclareAsync(InTheConcern, $"/synpunkter/arende/{_decided}/gor/anmal-jav");
        await DecideAsync(_decided);
        await ReviewAsync();
        Doors =
        [
            .. Plan(PaperYear, ContentClass.PlanPaper), .. Plan(DraftYear, ContentClass.PlanDraft), .. Annex(),
            .. Concern(), .. Document(DecisionId, ContentClass.ConcernDecision), .. Review(),
            .. Document(ReviewPlanId, ContentClass.Review), .. Document(ReportId, ContentClass.ReviewPaper, version: 2),
        ];
        Marks =
        [
            new(ContentClass.PlanDraft, Grade.Metadata, PlanId(DraftYear)),
            new(ContentClass.PlanDraft, Grade.Content, $"/documents/{PlanId(DraftYear)}/1/"),
            new(ContentClass.PlanPaper, Grade.Metadata, PlanId(PaperYear)),
            new(ContentClass.PlanPaper, Grade.Content, $"/documents/{PlanId(PaperYear)}/1/"),
            .. new[] { PaperYear, DraftYear }.SelectMany(year => new ContentMark[]
            {
                new(ContentClass.PlanAnnex, Grade.Metadata, AnnexId(year)),
                new(ContentClass.PlanAnnex, Grade.Content, $"/documents/{AnnexId(year)}/1/"),
            }),
            new(ContentClass.Concern, Grade.Content, "Hemligtext"),
            new(ContentClass.Concern, Grade.Content, "Hemligskäl"),
            new(ContentClass.Concern, Grade.Content, "Hemligfil"),
            new(ContentClass.Concern, Grade.Content, _concern),
            new(ContentClass.ConcernDecision, Grade.Metadata, DecisionId),
            new(ContentClass.ConcernDecision, Grade.Content, $"/documents/{DecisionId}/1/"),
            new(ContentClass.ConcernDecision, Grade.Content, "Hemligbeslut"),
            new(ContentClass.Review, Grade.Metadata, ReviewPlanId),
            new(ContentClass.Review, Grade.Content, $"/documents/{ReviewPlanId}/1/"),
            new(ContentClass.Review, Grade.Content, "Hemligbrist"),
            new(ContentClass.Review, Grade.Content, "Hemligiakttagelse"),
            new(ContentClass.Review, Grade.Content, "Hemligunderlag"),
            // Its first version is the draft that went to the provider.
            new(ContentClass.Review, Grade.Content, $"/documents/{ReportId}/1/"),
            new(ContentClass.ReviewPaper, Grade.Metadata, ReportId),
            new(ContentClass.ReviewPaper, Grade.Content, $"/documents/{ReportId}/2/"),
            new(ContentClass.ConcernReporter, Grade.Content, "Test anmalaren"),
            new(ContentClass.ConcernReporter, Grade.Content, "Kollegan"),
            new(ContentClass.ConcernCaseReference, Grade.Content, "ARENDE-77"),
        ];
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>The addresses of a route, with what there is put into it.</summary>
    public IEnumerable<string> PathsOf(FunctionRoute route)
    {
        var ids = route.Template switch
        {
            var template when template.Contains("plans/", StringComparison.Ordinal)
                || template.StartsWith("arsplan/", StringComparison.Ordinal) => [""],
            var template when template.Contains("dokument", StringComparison.Ordinal)
                || template.Contains("documents", StringComparison.Ordinal) =>
                [PlanId(PaperYear), PlanId(DraftYear), AnnexId(PaperYear), AnnexId(DraftYear), DecisionId, ReviewPlanId,
                    ReportId],
            var template when template.Contains("av-synpunkt", StringComparison.Ordinal) => [_decided],
            var template when template.Contains("granskningar", StringComparison.Ordinal)
                || template.Contains("reviews", StringComparison.Ordinal) =>
                [ReviewId],
            var template when template.Contains("synpunkter", StringComparison.Ordinal)
                || template.Contains("concerns", StringComparison.Ordinal) => [_concern, _decided],
            var template when template.Contains("enheter", StringComparison.Ordinal)
                || template.Contains("units", StringComparison.Ordinal)
                || template.Contains("risk", StringComparison.Ordinal) => [RegisterSeed.IdOf("Oroliga huset").Value],
            _ => new[] { RegisterSeed.IdOf("Oroliga huset-anordnare").Value },
        };
        var samples = Samples.PathsOf(route, App.Services.GetRequiredService<OperationTable>())
            .Select(address => address.Path);
        foreach (var (sample, id) in samples.SelectMany(sample => ids.Select(id => (sample, id))))
        {
            foreach (var year in new[] { PaperYear, DraftYear })
            {
                yield return sample.Replace(Id.Derive("prov", "adress").Value, id, StringComparison.Ordinal)
                    .Replace("/2027", $"/{year}", StringComparison.Ordinal);
                if (!sample.Contains("/2027", StringComparison.Ordinal))
                    break;
            }
        }
    }

    private static IEnumerable<ContentDoor> Plan(int year, ContentClass content) =>
    [
        .. Document(PlanId(year), content),
        new("PlanPages_List", content, Grade.Content, "/arsplan", $"/arsplan/{Board}/{year}"),
        new("PlanPages_Read", content, Grade.Content, $"/arsplan/{Board}/{year}"),
        new("PlanApi_Read", content, Grade.Content, $"/api/v1/plans/{Board}/{year}"),
        new("PlanApi_Versions", content, Grade.Content, $"/api/v1/plans/{Board}/{year}/versions", "\"number\":1"),
    ];

    private static IEnumerable<ContentDoor> Annex() =>
    [
        .. Document(AnnexId(PaperYear), ContentClass.PlanAnnex),
        .. Document(AnnexId(DraftYear), ContentClass.PlanAnnex),
        new("PlanPages_Read", ContentClass.PlanAnnex, Grade.Content, $"/arsplan/{Board}/{PaperYear}",
            AnnexId(PaperYear)),
        new("PlanApi_Read", ContentClass.PlanAnnex, Grade.Content, $"/api/v1/plans/{Board}/{PaperYear}", "\"points\":"),
        new("PlanApi_Read", ContentClass.PlanAnnex, Grade.Content, $"/api/v1/plans/{Board}/{PaperYear}", "\"rank\":"),
    ];

    private static IEnumerable<ContentDoor> Document(string id, ContentClass content, int version = 1) =>
    [
        new("DocumentPages_List", content, Grade.Metadata, "/dokument", $"/dokument/{id}"),
        new("DocumentPages_Read", content, Grade.Metadata, $"/dokument/{id}"),
        new("DocumentPages_Read", content, Grade.Content, $"/dokument/{id}", "/hamta?"),
        new("DocumentPages_Fetch", content, Grade.Content, $"/dokument/{id}/hamta?format=html"),
        new("DocumentApi_List", content, Grade.Metadata, "/api/v1/documents?size=200", id),
        new("DocumentApi_Read", content, Grade.Metadata, $"/api/v1/documents/{id}"),
        new("DocumentApi_Link", content, Grade.Content, $"/api/v1/documents/{id}/link?version={version}", "sig="),
    ];

    /// <summary>Somebody with every role that reads.</summary>
    public Task<HttpClient> ReaderAsync(string user) => App.SignInAsync(user, ReadingRoles, [Board]);

    /// <summary>What whoever is in conflict finds nowhere.</summary>
    public IReadOnlyList<string> ClosedMarks(string user) =>
    [
        ReviewId, ReviewPlanId, ReportId, "Hemligbrist", "Hemligiakttagelse", "Hemligunderlag",
        .. user == InTheConcern ? [_decided, DecisionId, "Hemligbeslut"] : Array.Empty<string>(),
    ];

    /// <summary>
    /// The doors to the review and its documents; for whoever is in conflict in the concern, to that and to the
    /// decision too.
    /// </summary>
    public IEnumerable<ContentDoor> ClosedDoors(string user) => Doors.Where(
        door => door.Content == ContentClass.Review || door.Content == ContentClass.ReviewPaper
            || (user == InTheConcern && door.Content == ContentClass.ConcernDecision));

    public string ReviewId => ReviewIds.OfConcern(Id.FromValue(_decided)).Value;

    private string ReviewPlanId => PlanPaper.IdOf(Id.FromValue(ReviewId)).Value;

    private string ReportId => ReportPaper.IdOf(Id.FromValue(ReviewId), 1).Value;

    private IEnumerable<ContentDoor> Review() =>
    [
        new("ReviewPages_List", ContentClass.Review, Grade.Content, "/granskningar", ReviewId),
        new("ReviewPages_Read", ContentClass.Review, Grade.Content, $"/granskningar/{ReviewId}", "Hemligbrist"),
        new("ReviewPages_Checklist", ContentClass.Review, Grade.Content, $"/granskningar/{ReviewId}/checklista",
            "Hemligiakttagelse"),
        new("ReviewPages_Read", ContentClass.Review, Grade.Content, $"/granskningar/{ReviewId}", "Hemligunderlag"),
        new("ReviewPages_Source", ContentClass.Review, Grade.Content, $"/granskningar/{ReviewId}/underlag/1"),
        new("ReviewPages_OfConcern", ContentClass.Review, Grade.Content, $"/granskningar/av-synpunkt/{_decided}"),
        new("ReviewApi_List", ContentClass.Review, Grade.Content, "/api/v1/reviews", ReviewId),
        new("ReviewApi_Read", ContentClass.Review, Grade.Content, $"/api/v1/reviews/{ReviewId}", "Hemligbrist"),
    ];

    /// <summary>The review that the decision led to, with a final report.</summary>
    private async Task ReviewAsync()
    {
        await App.Clock.AdvanceByAsync("PT2M");
        var reviewer = new ReviewDriver(await App.SignInAsync("granskaren", Role.QualityDeveloper, Board), ReviewId);
        await reviewer.DoAsync("start");
        using (var registrar = await App.SignInAsync("diariet", Role.Registrar, Board))
            await registrar.OpenCaseAsync(ReviewId);
        await DeclareAsync(InTheReview, $"/granskningar/{ReviewId}/gor/anmal-jav");
        await reviewer.DoAsync("set-scope", new
        {
            requirements = new[] { "kontaktvagar" },
            methods = new[] { "besok" },
            reason = "Därför."
        });
        await reviewer.DoAsync("attach-source", new
        {
            kind = "kvalitetsregister",
            what = "Hemligunderlag.",
            origin = "Registret",
            from = "2027-02-01",
            files = new[] { new { name = "Hemligunderlag.txt",
                content = Convert.ToBase64String(Encoding.UTF8.GetBytes("Siffror")) } },
        });
        await reviewer.DoAsync(
            "judge", new
            {
                requirement = "kontaktvagar",
                fulfilment = "notMet",
                source = "kund",
                evidence = "Hemligiakttagelse."
            });
        await reviewer.DoAsync(
            "add-finding", new
            {
                requirement = "kontaktvagar",
                category = "kommunikationsvagar",
                severity = 2,
                text = "Hemligbrist."
            });
        await reviewer.DoAsync("communicate", new { waived = true, reason = "Brådskar." });
        await reviewer.DoAsync("establish", new { summary = "En brist." });
        await App.Clock.AdvanceByAsync("PT2M");
    }

    private IEnumerable<ContentDoor> Concern()
    {
        var (page, api) = ($"/synpunkter/arende/{_concern}", $"/api/v1/concerns/{_concern}");
        return
        [
            new("Concerns_Case", ContentClass.Concern, Grade.Content, page, "Hemligtext"),
            new("Concerns_Attachment", ContentClass.Concern, Grade.Content, $"{page}/bilaga/1"),
            new("Concerns_ApiGet", ContentClass.Concern, Grade.Content, api, "Hemligtext"),
            new("Concerns_ApiAssessment", ContentClass.Concern, Grade.Content, $"{api}/assessment", "Hemligskäl"),
            new("Concerns_ApiList", ContentClass.Concern, Grade.Content, "/api/v1/concerns", _concern),
            new("Concerns_ApiGet", ContentClass.ConcernReporter, Grade.Content, api, "Test anmalaren"),
            new("Concerns_Case", ContentClass.ConcernReporter, Grade.Content, page, "Test anmalaren"),
            new("Concerns_ApiGet", ContentClass.ConcernCaseReference, Grade.Content, api, "ARENDE-77"),
            new("Concerns_Case", ContentClass.ConcernCaseReference, Grade.Content, page, "ARENDE-77"),
        ];
    }

    private async Task<string> ReportAsync(string key, object assessment)
    {
        using var reporter = await App.SignInAsync("anmalaren", Role.CaseOfficer);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/concerns")
        {
            Content = JsonContent.Create(new
            {
                unitId = RegisterSeed.IdOf("Oroliga huset").Value,
                service = "bostad-vuxna",
                text = "Hemligtext.",
                occurred = "2027-02-20",
                consequence = "ej-verkstalld",
                caseReference = "ARENDE-77",
                registeredFor = "Kollegan",
                attachments = new[] { new { name = "Hemligfil.txt",
                    content = Convert.ToBase64String(Encoding.UTF8.GetBytes("Brev")) } },
            }),
        };
        request.Headers.Add("Idempotency-Key", key);
        using var reported = await reporter.SendAsync(request);
        await reported.ExpectAsync(HttpStatusCode.Created);
        var id = (await reported.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var assessor = await App.SignInAsync("bedomaren", Role.QualityDeveloper);
        using var assessed = await ConcernApp.AssessAsync(assessor, id, assessment);
        await assessed.ExpectAsync(HttpStatusCode.OK);
        return id;
    }

    private async Task DeclareAsync(string user, string form)
    {
        using var somebody = await ReaderAsync(user);
        using var declared = await (await somebody.GetFormAsync(form)).With("reason", "Min syster är chef där.")
            .SubmitAsync();
        await declared.ExpectAsync(HttpStatusCode.SeeOther);
    }

    private async Task DecideAsync(string id)
    {
        using var manager = await App.SignInAsync("beslutaren", Role.UnitManager);
        using var decided = await (await manager.GetFormAsync($"/synpunkter/arende/{id}/beslut"))
            .With("approved", "true").With("reason", "Hemligbeslut.").SubmitAsync();
        await decided.ExpectAsync(HttpStatusCode.SeeOther);
    }

    private string DecisionId => DecisionDocuments.IdOf(Id.FromValue(_decided), 1).Value;

    private static Id PlanStreamId(int year) => PlanDecider.IdOf(RegisterSeed.Social, year);

    private static string PlanId(int year) => Id.Derive("plan-document", $"{PlanStreamId(year)}/1").Value;

    private static string AnnexId(int year) => Id.Derive("plan-annex", $"{PlanStreamId(year)}/1").Value;
}
