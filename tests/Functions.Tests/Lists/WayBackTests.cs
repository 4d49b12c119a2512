using System.Net;
using System.Web;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Answers;
using Oversight.Functions.Documents;
using Oversight.Functions.Notifications;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Dialogues;
using Oversight.Functions.Tests.Referrals;
using Oversight.Functions.Tests.Sanctions;
using Oversight.Notifications;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Lists;

/// <summary>From a row back to its list, which is narrowed and sorted as it was left.</summary>
public sealed class WayBackTests(SanctionApp world) : IClassFixture<SanctionApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_way_back_leads_to_what_the_list_was_narrowed_to_whichever_list_it_is()
    {
        var scene = await world.ProposedAsync("varning");
        var reader = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social, ConcernApp.Elder);
        var officer = await world.SomebodyAsync(Role.CaseOfficer);
        var concern = await world.ReportAsync(officer, new
        {
            unitId = world.Unit,
            service = "ledsagarservice",
            text = "Ledsagaren kom inte.",
            occurred = "2027-01-02",
            consequence = "ej-verkstalld",
        });
        foreach (var (list, item, by) in new[]
        {
            ("/granskningar", $"/granskningar/{scene.Review.Id}", reader),
            ("/sanktioner", $"/sanktioner/{scene.Sanction.Id}", reader),
            ("/uppgifter", await AssignAsync(scene), reader),
            ("/dialoger", (await DialogueDriver.OpenAsync(reader)).Page, reader),
            ("/ivo", await ReferAsync(reader, concern), reader),
            ("/utskick", await LetterAsync(scene.Review.Id), reader),
            ("/dokument", OldLinkPages.Address, reader),
            ("/risk", $"/risk/{world.Unit}", reader),
            ("/enheter", $"/enheter/{world.Unit}", reader),
            ("/anordnare", $"/enheter/{world.Unit}", reader),
            ("/synpunkter/mina", $"/synpunkter/arende/{concern}", officer),
        })
        {
            var selection = SelectionOf(await by.GetPageAsync(list), list);
            var back = await BackAsync(by, item, list, $"{by.BaseAddress!.GetLeftPart(UriPartial.Authority)}{list}"
                + $"?{string.Join('&', selection.Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value)}"))}");

            var kept = HttpUtility.ParseQueryString(back.Contains('?') ? back.Split('?')[1] : "");
            kept.AllKeys.ToDictionary(key => key!, key => kept[key]!).ShouldBe(selection, ignoreOrder: true, list);
            (await BackAsync(by, item, list, null)).ShouldBe(list);
        }
    }

    [Theory]
    [InlineData("https://uppfoljning.example/enheter?namn=x")]
    [InlineData("{us}/enheter/excel?namn=x")]
    [InlineData("{us}/enheter/?namn=x")]
    [InlineData("{us}/sanktioner?namn=x")]
    [InlineData("{us}.example/enheter?namn=x")]
    [InlineData("{us}@uppfoljning.example/enheter?namn=x")]
    [InlineData("/enheter?namn=x")]
    [InlineData("{us}/enheter?klar=1&onclick=alert(1)&<script>=1")]
    [InlineData("{us}/enheter?namn=x&namn=y")]
    [InlineData("javascript:alert(1)")]
    [InlineData("javascript://{host}/enheter?namn=x%0Aalert(1)")]
    [InlineData("//uppfoljning.example/enheter?namn=x")]
    [InlineData("{us}//uppfoljning.example/enheter?namn=x")]
    public async Task What_does_not_come_from_the_list_itself_changes_nothing(string came)
    {
        var reader = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);

        (await BackAsync(
            reader, $"/enheter/{world.Unit}", "/enheter",
            came.Replace("{us}", reader.BaseAddress!.GetLeftPart(UriPartial.Authority))
                .Replace("{host}", reader.BaseAddress.Authority))).ShouldBe("/enheter");
    }

    [Theory]
    [InlineData("\"><script>alert(1)</script>", "%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E")]
    [InlineData("%22%20onfocus=%27alert(1)%27", "%22%20onfocus%3D%27alert%281%29%27")]
    [InlineData("//evil.example/%26sortera=enhet", "%2F%2Fevil.example%2F%26sortera%3Denhet")]
    public async Task A_script_in_what_the_list_was_narrowed_to_stays_a_text(string typed, string kept)
    {
        var reader = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/enheter/{world.Unit}");
        request.Headers.TryAddWithoutValidation(
            "Referer",
            $"{reader.BaseAddress!.GetLeftPart(UriPartial.Authority)}/enheter?namn={typed}&x=1");

        using var response = await reader.SendAsync(request, Cancellation);

        var html = await response.Content.ReadAsStringAsync(Cancellation);
        html.ShouldContain($"href=\"/enheter?namn={kept}\"");
        html.ShouldNotContain("<script>alert");
        html.ShouldNotContain("onfocus=");
    }

    /// <summary>Something for each thing that the list can be asked for, by its own form and headings.</summary>
    private static Dictionary<string, string> SelectionOf(IHtmlDocument page, string list)
    {
        var selection = new Dictionary<string, string>();
        foreach (var field in page.QuerySelectorAll("main form.filter-form [name]"))
            selection[field.GetAttribute("name")!] = field is IHtmlSelectElement select
                ? select.Options.Select(option => option.Value).First(value => value.Length > 0)
                : "Björk & Co 1+1";
        foreach (var heading in page.QuerySelectorAll("main thead a.sort-link"))
        {
            var asked = HttpUtility.ParseQueryString(heading.GetAttribute("href")!.Split('?')[1]);
            foreach (var key in asked.AllKeys.Where(key => key!.StartsWith("sortera", StringComparison.Ordinal)))
                selection[key!] = $"-{asked[key]}";
        }

        selection[list == "/ivo" ? "sida-overlamnanden" : "sida"] = "2";
        return selection;
    }

    private static async Task<string> BackAsync(HttpClient client, string item, string list, string? came)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, item);
        if (came is not null)
            request.Headers.TryAddWithoutValidation("Referer", came);
        using var response = await client.SendAsync(request, Cancellation);
        await response.ExpectAsync(HttpStatusCode.OK);
        return (await response.ReadPageAsync()).QuerySelectorAll(".ds-breadcrumbs a")
            .Select(link => link.GetAttribute("href")!).Single(href => href.Split('?')[0] == list);
    }

    private static async Task<string> AssignAsync(SanctionScene scene)
    {
        var until = scene.World.App.Clock.Now.AddDays(10);
        using var given = await (await scene.Reviewer.GetFormAsync($"/granskningar/{scene.Review.Id}/uppgift/ny"))
            .With("what", "Följ upp besluten.").With("whom", "Team Väst")
            .With("until", $"{until:yyyy-MM-dd}").SubmitAsync();
        await given.ExpectAsync(HttpStatusCode.SeeOther);
        return given.Headers.Location!.ToString().Split('?')[0];
    }

    private static async Task<string> ReferAsync(HttpClient assessor, string concern)
    {
        using var made = await Positions.ReferAsync(assessor, concern, new
        {
            recipient = "polisen",
            ground = "lag-2025-170",
            data = new[] { "ekonomi" },
            fields = "Fakturorna för 2026",
            weighing = "Misstanke om bedrägeri.",
        });
        await made.ExpectAsync(HttpStatusCode.Created);
        return $"/overlamnanden/{(await made.ReadJsonAsync())["id"]!.GetValue<string>()}";
    }

    private async Task<string> LetterAsync(string review)
    {
        var id = Id.Derive("way-back", review);
        var inForce = await world.App.Services.GetRequiredService<SettingsProvider>().GetAsync(Cancellation);
        await world.App.Services.GetRequiredService<Streams>().QueueLetterAsync(
            id, new Notification(
                AnswerLetters.Asked, id.Value, Id.FromValue(review), world.Unit, new BoardId(ConcernApp.Social)),
            new Envelope(
                new CommandContext(Actor.System, world.App.Clock.Now, new DateOnly(2027, 1, 15)), inForce.Hash,
                Against.Nothing), Cancellation);
        return $"/utskick/{id}";
    }
}
