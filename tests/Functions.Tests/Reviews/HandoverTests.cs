using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>A colleague who leaves: everything that was hers is taken over at once.</summary>
public sealed class HandoverTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private const string Page = "/granskningar/ta-over";

    [Fact]
    [Trait("Requirement", "R97")]
    public async Task Everything_of_an_ansvarig_granskare_who_leaves_is_taken_over_with_one_reason()
    {
        var leaving = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var other = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var (first, second) = (await StartAsync(leaving), await StartAsync(leaving));
        var notHers = await StartAsync(other);
        var taking = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);

        var form = await taking.GetFormAsync(Page, "form[action$=ta-over]");
        var choice = Choice(form, first, second);
        using (var missing = await form.With("from", choice).SubmitAsync())
        {
            missing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await missing.ReadPageAsync()).QuerySelector(".ds-error-summary").ShouldNotBeNull();
        }

        form = (await taking.GetFormAsync(Page, "form[action$=ta-over]")).With("from", choice)
            .With("reason", "Karin har slutat.");
        for (var times = 0; times < 2; times++)
        {
            using var taken = await form.SubmitAsync();
            await taken.ExpectAsync(HttpStatusCode.SeeOther);
        }

        foreach (var driver in new[] { first, second })
        {
            var page = await taking.GetPageAsync($"/granskningar/{driver.Id}");
            page.QuerySelectorAll(".timeline-head")
                .Count(head => head.TextContent.Contains("Ny ansvarig granskare", StringComparison.Ordinal))
                .ShouldBe(1);
            page.QuerySelectorAll(".quoted").ShouldContain(text => text.TextContent == "Karin har slutat.");
        }

        (await taking.GetPageAsync($"/granskningar/{notHers.Id}")).QuerySelectorAll(".timeline-head")
            .ShouldNotContain(head => head.TextContent.Contains("Ny ansvarig", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_who_take_over_at_once_do_not_take_from_each_other()
    {
        var leaving = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var (first, second) = (await StartAsync(leaving), await StartAsync(leaving));
        var forms = new List<FormPage>();
        for (var colleague = 0; colleague < 2; colleague++)
        {
            var client = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
            var form = await client.GetFormAsync(Page, "form[action$=ta-over]");
            forms.Add(form.With("from", Choice(form, first, second)).With("reason", "Karin har slutat."));
        }

        foreach (var answer in await Task.WhenAll(forms.Select(form => form.SubmitAsync())))
            answer.Dispose();
        // Whoever opened the form before it was done is late, and is told so.
        using var late = await forms[0].SubmitAsync();
        late.StatusCode.ShouldBeOneOf(HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity);
        foreach (var driver in new[] { first, second })
        {
            (await leaving.GetPageAsync($"/granskningar/{driver.Id}")).QuerySelectorAll(".timeline-head")
                .Count(head => head.TextContent.Contains("Ny ansvarig granskare", StringComparison.Ordinal))
                .ShouldBe(1);
        }
    }

    [Fact]
    public async Task Nobody_takes_over_what_is_closed_to_them_or_another_boards()
    {
        var leaving = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = await StartAsync(leaving);
        var inConflict = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        await new ReviewDriver(inConflict, driver.Id).DoAsync(
            "declare-conflict", new { reason = "Min bror arbetar där." }, HttpStatusCode.NoContent);
        foreach (var client in new[]
            { inConflict, await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder), leaving })
        {
            var form = await client.GetFormAsync(Page, "form[action$=ta-over]");
            form.Document.QuerySelectorAll($"[value$='{driver.Id}']").ShouldBeEmpty();
        }

        using var foreign = await (await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social))
            .GetAsync(Page, ConcernApp.Cancellation);
        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<ReviewDriver> StartAsync(HttpClient by)
    {
        var driver = new ReviewDriver(by, await ReviewDriver.TriggerAsync(world));
        await driver.DoAsync("start");
        return driver;
    }

    /// <summary>The one choice that stands for whoever is ansvarig of both.</summary>
    private static string Choice(FormPage form, ReviewDriver first, ReviewDriver second) =>
        form.Document.QuerySelectorAll("[name=from] option, input[name=from]")
            .Select(option => option.GetAttribute("value")!)
            .Single(value => value.EndsWith(first.Id, StringComparison.Ordinal)
                || value.EndsWith(second.Id, StringComparison.Ordinal));
}
