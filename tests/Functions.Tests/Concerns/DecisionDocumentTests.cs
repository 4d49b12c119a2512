using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Oversight.Functions.Concerns.Decisions;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

/// <summary>
/// A decision on a påkallad granskning says who decided and in what capacity, and is a document of the board.
/// </summary>
[Collection(nameof(ConcernApp))]
[Trait("Requirement", "R41")]
public sealed class DecisionDocumentTests(ConcernApp world)
{
    [Theory]
    [InlineData("true", "En påkallad granskning ska göras")]
    [InlineData("false", "Ingen påkallad granskning görs")]
    public async Task A_decision_names_the_person_and_the_title_and_stands_in_a_document_with_its_reasons(
        string approved, string outcome)
    {
        var (reporter, assessor) = (await world.SomebodyAsync(Role.CaseOfficer),
            await world.SomebodyAsync(Role.QualityDeveloper));
        var name = ConcernApp.NewUser();
        var id = await DecideAsync(reporter, assessor, await world.App.SignInAsync(name, Role.UnitManager), approved,
            "Bristerna är många.\nOch nya.");

        (await assessor.GetPageAsync($"/synpunkter/arende/{id}/beslut")).Body!.TextContent
            .ShouldContain($"Test {name}, enhetschef");
        var details = await (await assessor.GetAsync($"/api/v1/concerns/{id}/decision", ConcernApp.Cancellation))
            .ReadJsonAsync();
        details["decidedBy"]!.GetValue<string>().ShouldBe($"Test {name}");
        details["decidedAs"]!.GetValue<string>().ShouldBe("Enhetschef");

        var address = await DocumentAsync(assessor, id);
        var text = await FileAsync(assessor, $"{address}/hamta?format=html");
        foreach (var expected in new[]
            { outcome, "Bristerna är många.", "Och nya.", $"Test {name}", "Enhetschef", "Björkens ledsagning" })
            text.ShouldContain(expected);
        (await FileAsync(assessor, $"{address}/hamta?format=docx")).ShouldContain("Bristerna är många.");
        (await assessor.GetPageAsync(address)).QuerySelectorAll("table tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_registrator_numbers_it_without_reading_and_the_reporter_sees_the_decision_but_no_document()
    {
        var (reporter, assessor) = (await world.SomebodyAsync(Role.CaseOfficer),
            await world.SomebodyAsync(Role.QualityDeveloper));
        var id = await DecideAsync(reporter, assessor, await world.SomebodyAsync(Role.UnitManager), "true",
            "Hemligaskäl.");
        var address = await DocumentAsync(assessor, id);

        var registrar = await world.SomebodyAsync(Role.Registrar);
        var page = await registrar.GetPageAsync(address);
        page.Body!.TextContent.ShouldNotContain("Hemligaskäl");
        page.QuerySelectorAll("a[href*='/hamta']").ShouldBeEmpty();
        page.QuerySelector("form[action$='/gor/diariefor']").ShouldNotBeNull();
        using var refused = await registrar.GetAsync($"{address}/hamta?format=html", ConcernApp.Cancellation);
        await refused.ExpectAsync(HttpStatusCode.Forbidden);

        var own = await reporter.GetPageAsync($"/synpunkter/arende/{id}");
        own.QuerySelectorAll("a[href^='/dokument/']").ShouldBeEmpty();
        using var closed = await reporter.GetAsync(address, ConcernApp.Cancellation);
        await closed.ExpectAsync(HttpStatusCode.Forbidden);
    }

    private async Task<string> DecideAsync(
        HttpClient reporter, HttpClient assessor, HttpClient manager, string approved, string reason)
    {
        var id = await world.ReportAsync(reporter);
        using var proposed = await ConcernApp.AssessAsync(assessor, id,
            ConcernApp.Assessment("proposeTriggeredReview", "Flera synpunkter."));
        await proposed.ExpectAsync(HttpStatusCode.OK);
        using var decided = await (await manager.GetFormAsync($"/synpunkter/arende/{id}/beslut"))
            .With("approved", approved).With("reason", reason).SubmitAsync();
        await decided.ExpectAsync(HttpStatusCode.SeeOther);
        return id;
    }

    /// <summary>Where the concern's page says that the document is.</summary>
    private static async Task<string> DocumentAsync(HttpClient reader, string id)
    {
        var address = $"/dokument/{DecisionDocuments.IdOf(Id.FromValue(id), 1)}";
        var page = await reader.GetPageAsync($"/synpunkter/arende/{id}");
        page.QuerySelector($"a[href='{address}/hamta?format=docx']").ShouldNotBeNull();
        return page.QuerySelector($"a[href='{address}']")!.GetAttribute("href")!;
    }

    private static async Task<string> FileAsync(HttpClient reader, string address)
    {
        using var redirected = await reader.GetAsync(address, ConcernApp.Cancellation);
        await redirected.ExpectAsync(HttpStatusCode.SeeOther);
        using var anybody = new HttpClient();
        var bytes = await anybody.GetByteArrayAsync(redirected.Headers.Location, ConcernApp.Cancellation);
        if (!address.Contains("docx", StringComparison.Ordinal))
            return WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes));
        using var package = new ZipArchive(new MemoryStream(bytes));
        using var part = new StreamReader(package.GetEntry("word/document.xml")!.Open());
        return await part.ReadToEndAsync(ConcernApp.Cancellation);
    }
}
