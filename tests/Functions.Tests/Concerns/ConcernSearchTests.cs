using Azure.Data.Tables;
using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

/// <summary>A search among very many concerns reads so much for each page and no more.</summary>
public class ConcernSearchTests
{
    private const int Others = 2_020;
    private static readonly BoardId Board = new("socialnamnden");

    [Fact]
    public async Task A_search_that_has_found_nothing_yet_says_so_and_goes_on_on_the_next_page()
    {
        await using var app = await AppFixture.StartAsync();
        var views = new TableClient(app.StorageConnectionString, "views");
        await views.CreateIfNotExistsAsync(ConcernApp.Cancellation);
        var now = app.Clock.Now;
        await ProjectedRow.WriteAsync(
            views,
            Enumerable.Range(0, Others).SelectMany(number => Rows(number, "Heden", now.AddHours(-number)))
                .Concat(Rows(Others, "Nålen", now.AddYears(-1)))
                .Where(row => row.Row.Partition == ConcernPartitions.OfBoard(Board)));
        var assessor = await app.SignInAsync("bo", Role.QualityDeveloper, Board.Value);

        var first = await assessor.GetPageAsync("/synpunkter/inkorg?status=all&sok=n%C3%A5len");
        var second = await assessor.GetPageAsync(first.QuerySelector("main a[rel=next]")!.GetAttribute("href")!);

        first.QuerySelector("main")!.TextContent.ShouldContain("Fler gås igenom på nästa sida.");
        second.QuerySelectorAll("tbody th").Length.ShouldBe(1);
        second.QuerySelector("main a[rel=next]").ShouldBeNull();
    }

    private static IEnumerable<ProjectedRow> Rows(int number, string unit, DateTimeOffset at) => ProjectedRow.Of(
        ConcernStream.Kind, Id.Derive("search", $"{number}"), at,
        new ConcernEvent.Reported(DateOnly.FromDateTime(at.DateTime))
        {
            Board = Board,
            Unit = new ConcernUnit(Id.Derive("search", unit), Id.Derive("search", "provider"),
                Id.Derive("search", "agreement"), Board, unit, "Omsorg AB"),
            UnknownProvider = null,
            Service = new CodeId("bostad-vuxna"),
            Text = new TextReference("report#text", 10, "h"),
            Occurred = Occurrence.Unclear,
            Consequence = new CodeId("ingen"),
            CaseReference = null,
            RegisteredFor = null,
            Attachments = [],
            ReporterKey = "r",
            RegisteredByKey = "r",
            Channel = ConcernChannel.Form,
            PossibleDuplicateOf = null,
        });
}
