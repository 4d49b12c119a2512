using System.Net;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

/// <summary>The two-minute form over HTTP.</summary>
public class ReportFormTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    [Theory]
    [InlineData("today", "15 januari 2027")]
    [InlineData("yesterday", "14 januari 2027")]
    public async Task Today_and_yesterday_need_no_date(string when, string day)
    {
        var officer = await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social);

        var page = await SendAsync(officer, form => form.With("occurredPrecision", when));

        page.ShouldContain(day);
    }

    [Fact]
    public async Task A_part_of_a_name_that_only_one_unit_has_is_taken_without_a_question()
    {
        var officer = await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social);

        (await SendAsync(officer, form => form.With("unitId", "avlös").With("occurredPrecision", "today")))
            .ShouldContain("Björkens avlösning");
    }

    [Fact]
    public async Task The_words_of_the_form_are_not_those_of_the_API()
    {
        var officer = await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social);

        using var answer = await world.PostAsync(officer, new
        {
            unitId = world.Unit,
            service = "ledsagarservice",
            text = "Ledsagaren kom inte.",
            occurredPrecision = "today",
            consequence = "ingen",
        });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Mine_shows_ones_own_words_the_day_and_what_happens_next()
    {
        var officer = await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social);
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var word = Unique.Word();
        var id = await world.ReportAsync(officer, world.Concern($"Ledsagaren kom inte. {word}"));

        (await MineAsync()).ShouldContain(word);
        (await MineAsync()).ShouldContain("Skickad 15 januari 2027");
        (await MineAsync()).ShouldContain("läser och bedömer synpunkten");
        using var assessed = await ConcernApp.AssessAsync(assessor, id, ConcernApp.Assessment());
        await assessed.ExpectAsync(HttpStatusCode.OK);
        (await MineAsync()).ShouldContain("tas upp på nästa kvalitetsdialog");
        // Masked words do not come back by the list.
        using var masked = await (await assessor.GetFormAsync($"/synpunkter/arende/{id}/gor/maskera"))
            .With("words", word).With("reason", "Ett namn.").SubmitAsync();
        await masked.ExpectAsync(HttpStatusCode.SeeOther);
        (await MineAsync()).ShouldNotContain(word);
        (await MineAsync()).ShouldContain("Ledsagaren kom inte.");

        async Task<string> MineAsync() =>
            (await officer.GetPageAsync("/synpunkter/mina")).QuerySelector("main")!.TextContent;
    }

    private static async Task<string> SendAsync(HttpClient officer, Func<FormPage, FormPage> with)
    {
        var form = (await officer.GetFormAsync("/synpunkter/ny")).With("unitId", ConcernApp.UnitLabel)
            .With("service", "ledsagarservice").With("text", $"Ledsagaren kom inte. {Unique.Word()}")
            .With("consequence", "ingen");
        using var sent = await with(form).SubmitAsync();
        await sent.ExpectAsync(HttpStatusCode.SeeOther);
        var id = sent.Headers.Location!.OriginalString.Split('/')[^1];
        return (await officer.GetPageAsync($"/synpunkter/arende/{id}")).QuerySelector("main")!.TextContent;
    }
}
