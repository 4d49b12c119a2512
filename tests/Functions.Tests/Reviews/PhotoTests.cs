using System.Net;
using Oversight.Functions.Tests.Attachments;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>Photos as evidence on a requirement.</summary>
public sealed class PhotoTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private const string Row = "kontaktvagar";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_photo_with_a_place_is_kept_without_it_and_given_to_those_who_read_the_review()
    {
        var (id, reviewer) = await StartAsync();
        using var answer = await (await FormAsync(reviewer, id)).With("noCustomers", "true")
            .WithFile("photos", "IMG_0001.JPG", "image/jpeg", Pictures.Tagged(Pictures.Exif(1), []))
            .WithFile("photos", "plan.png", "image/png", Pictures.Png).SubmitAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldBe($"/granskningar/{id}/besok?klart=foto#krav-{Row}");

        var links = (await reviewer.GetPageAsync($"/granskningar/{id}/checklista"))
            .QuerySelectorAll("main a[href*='/foton/']").Select(link => link.GetAttribute("href")!).ToList();
        links.ShouldBe([$"/granskningar/{id}/foton/1", $"/granskningar/{id}/foton/2"]);
        (await ReadAsync(reviewer, links[0])).ShouldBe(Pictures.Jpeg);
        (await ReadAsync(reviewer, links[1])).ShouldBe(Pictures.Png);

        var stranger = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder);
        using var closed = await stranger.GetAsync(links[0], Cancellation);
        closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var none = await reviewer.GetAsync($"/granskningar/{id}/foton/3", Cancellation);
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_no_picture_or_may_show_a_customer_is_not_taken()
    {
        var (id, reviewer) = await StartAsync();
        using var answer = await (await FormAsync(reviewer, id))
            .WithFile("photos", "bild.jpg", "image/jpeg", Pictures.Jpeg[..^2])
            .WithFile("photos", "text.txt", "text/plain", "Ingen bild."u8.ToArray()).SubmitAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = (await answer.ReadPageAsync()).Body!.TextContent;
        page.ShouldContain("Fil 1 är inte en hel bild i JPEG eller PNG.");
        page.ShouldContain("Fil 2 är inte en hel bild i JPEG eller PNG.");
        page.ShouldContain("Bekräfta att inga kunder syns på bilden.");
    }

    private async Task<(string Id, HttpClient Reviewer)> StartAsync()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world));
        await driver.DoAsync("start");
        await driver.DoAsync("set-scope",
            new { requirements = new[] { Row }, methods = new[] { "besok" }, reason = "Därför." });
        return (driver.Id, reviewer);
    }

    private static Task<FormPage> FormAsync(HttpClient reviewer, string id) =>
        reviewer.GetFormAsync($"/granskningar/{id}/gor/foto?requirement={Row}");

    private static async Task<byte[]> ReadAsync(HttpClient reviewer, string address)
    {
        using var link = await reviewer.GetAsync(address, Cancellation);
        link.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var nobody = new HttpClient();
        return await nobody.GetByteArrayAsync(link.Headers.Location!, Cancellation);
    }
}
