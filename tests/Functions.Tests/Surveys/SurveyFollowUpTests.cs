using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Dialogues;
using Oversight.Functions.Tests.Reviews;
using Oversight.Providers;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Surveys;

/// <summary>What an avtalsenkät showed is at hand where the provider is met, and how much it was asked.</summary>
public sealed class SurveyFollowUpTests : IAsyncLifetime
{
    private const string Broken = "Bemanningen har inte hela tiden räckt för de beviljade insatserna.";
    private readonly SurveyApp _world = new();
    private readonly string _address = $"{Unique.Word()}@anordnaren.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_deviation_is_on_the_providers_page_and_on_the_agenda_of_its_dialogue()
    {
        var survey = await AnsweredAsync("nej");
        var series = await SeriesAsync(_world.Unit.Value);

        var page = await ProviderPageAsync(_world.Runner);
        page.ShouldContain("Avtalsenkäten 2027");
        page.ShouldContain(Broken);
        page.ShouldContain("6 frågor, omkring 9 minuter", Case.Sensitive, "three of each of its two units");
        (await MeetingAsync(series)).ShouldContain(Broken);
        await series.AtAsync(1, "invite");
        await _world.App.Clock.AdvanceByAsync("PT2M");
        (await _world.Mail.LastAsync(_address, 4, Cancellation)).TextBody!.ShouldContain(Broken);

        await survey.DoAsync(
            "judge-reply", new { question = "bemanning", standing = "contradicted", how = "Schemat visar motsatsen." });
        (await ProviderPageAsync(_world.Runner)).ShouldNotContain(Broken);
        (await MeetingAsync(series)).ShouldNotContain(Broken);
    }

    [Fact]
    public async Task What_one_replied_is_in_no_invitation_to_all()
    {
        await AnsweredAsync("nej");
        var series = await SeriesAsync(with: null);
        (await MeetingAsync(series)).ShouldContain(Broken);
        await series.AtAsync(1, "invite");
        await _world.App.Clock.AdvanceByAsync("PT2M");
        (await _world.Mail.LastAsync(_address, 4, Cancellation)).TextBody!.ShouldNotContain(Broken);
    }

    [Fact]
    public async Task Nothing_of_it_is_shown_to_another_board()
    {
        await AnsweredAsync("nej");
        (await ProviderPageAsync(await _world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder)))
            .ShouldNotContain("Avtalsenkäten 2027");
    }

    [Fact]
    public async Task A_unit_that_is_asked_later_has_later_days()
    {
        await _world.SetContactAsync(_address);
        var round = await _world.ComposeAsync();
        await round.DoAsync("release", new { area = "alla", until = "2027-03-08" });
        var survey = await _world.OfUnitAsync(round, _world.Unit);
        (await survey.ReadAsync())["until"]!.GetValue<string>().ShouldBe("2027-03-08");
        (await round.ReadAsync())["until"]!.GetValue<string>().ShouldBe("2027-03-08");
        (await _world.Mail.LastAsync(_address, 1, Cancellation)).TextBody!.ShouldContain("8 mars 2027");
    }

    private async Task<Part> AnsweredAsync(string staffing)
    {
        await _world.SetContactAsync(_address);
        var round = await _world.ComposeAsync();
        await round.DoAsync("release", new { area = "alla" });
        var survey = await _world.OfUnitAsync(round, _world.Unit);
        using var provider = await _world.EnterAsync(await _world.LinkAsync(_address), _address);
        await SurveyApp.AnswerAsync(
            provider, ("verksamheten", "replies.kunder", "12"), ("personal", "replies.bemanning", staffing),
            ("utforande", "replies.nabar", "ja"));
        await _world.App.Clock.AdvanceByAsync("PT2M");
        return survey;
    }

    private async Task<DialogueDriver> SeriesAsync(string? with)
    {
        var series = await DialogueDriver.OpenAsync(_world.Runner);
        await series.DoAsync("set-participants", new { participants = new[] { _world.Unit, _world.OtherUnit } });
        var today = DateOnly.FromDateTime(_world.App.Clock.Now.Date).ToString("O", CultureInfo.InvariantCulture);
        await series.PlanAsync(today, with);
        return series;
    }

    private async Task<string> MeetingAsync(DialogueDriver series) =>
        (await _world.Runner.GetPageAsync(series.Meeting(1))).Body!.TextContent;

    private async Task<string> ProviderPageAsync(HttpClient reader)
    {
        var streams = _world.App.Services.GetRequiredService<Streams>();
        var unit = (UnitState.Registered)(await streams.LoadAsync(UnitStream.Kind, _world.Unit, Cancellation))!.State;
        var provider = unit.Agreement.ProviderId;
        await streams.CreateAsync(
            ProviderStream.Kind, provider,
            new ProviderCommand.Register(
                unit.Agreement.ProviderName, OrganisationNumber.FromValue("5560160680"), Ownership.Private),
            await CutOff.EnvelopeAsync(_world.App), Cancellation);
        return (await reader.GetPageAsync($"/anordnare/{provider}")).Body!.TextContent;
    }
}
