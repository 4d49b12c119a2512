using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Providers;

/// <summary>Concerns on the provider's page, where some are older than what the page reads of the list.</summary>
public sealed class ProviderConcernsTests(RegisterApp world) : IClassFixture<RegisterApp>
{
    private static readonly BoardId Elderly = new("aldrenamnden");
    private static readonly DateOnly Old = new(2024, 6, 3);
    private static readonly DateOnly New = new(2027, 1, 12);

    [Fact]
    public async Task Old_concerns_that_wait_are_counted_and_are_among_the_latest_where_few_have_come()
    {
        var (provider, unit) = await UnitAsync();
        var old = await ReportAsync(unit, Old, 2);
        var recent = await ReportAsync(unit, New, 1);

        var page = await ReadAsync(provider);

        Latest(page).ShouldBe([recent[0], old[1], old[0]]);
        Waiting(page).ShouldBe("3");
        OfUnit(page).ShouldBe("1");
    }

    [Fact]
    public async Task Old_concerns_that_wait_are_counted_where_many_have_come_since()
    {
        var (provider, unit) = await UnitAsync();
        await ReportAsync(unit, Old, 2);
        var recent = await ReportAsync(unit, New, 9);

        var page = await ReadAsync(provider);

        Latest(page).ShouldBe(recent.Reverse().Take(5));
        Waiting(page).ShouldBe("11");
        OfUnit(page).ShouldBe("9");
    }

    private static IEnumerable<string> Latest(IDocument page) =>
        page.QuerySelectorAll("th[data-label='Synpunkt']").Select(cell => cell.TextContent);

    private static string Waiting(IDocument page) =>
        page.QuerySelectorAll(".fact").Single(fact => fact.QuerySelector("dt")!.TextContent == "Synpunkter att hantera")
            .QuerySelector("dd")!.TextContent;

    private static string OfUnit(IDocument page) =>
        page.QuerySelectorAll("td[data-label='Synpunkter, 18 månader']").Single().TextContent;

    private async Task<IDocument> ReadAsync(string provider)
    {
        using var assessor = await world.App.SignInAsync("bedomaren", Role.QualityDeveloper);
        return await assessor.GetPageAsync($"/anordnare/{provider}");
    }

    private async Task<(string Provider, ConcernUnit Unit)> UnitAsync()
    {
        var provider = await world.Register.AgreementAsync(await world.Register.ProviderAsync());
        var unit = await world.Register.UnitAsync(provider);
        var id = RegisterDriver.Text(provider, "providerId");
        return (id, new ConcernUnit(
            Id.FromValue(RegisterDriver.Text(unit, "unitId")), Id.FromValue(id),
            Id.FromValue(RegisterDriver.AgreementId(provider)), Elderly, "Enheten", "Omsorg AB"));
    }

    private async Task<IReadOnlyList<string>> ReportAsync(ConcernUnit unit, DateOnly day, int count)
    {
        var streams = world.App.Services.GetRequiredService<Streams>();
        var settings = world.App.Services.GetRequiredService<SettingsProvider>().Current;
        var references = new List<string>();
        for (var number = 0; number < count; number++)
        {
            var id = Id.From(Guid.CreateVersion7());
            var report = new ConcernCommand.Report
            {
                Place = new ConcernPlace.AtUnit(unit),
                Service = new CodeId("hemtjanst"),
                Text = new WrittenText("report", "Insatsen uteblev.", "h"),
                Occurred = Occurrence.On(day),
                Consequence = new CodeId("ej-verkstalld"),
                CaseReference = null,
                RegisteredFor = null,
                Attachments = [],
                ReporterKey = "r1",
                RegisteredByKey = "r1",
                Channel = ConcernChannel.Form,
                PossibleDuplicateOf = null,
                Rules = ConcernRules.From(settings.Settings),
            };
            var context = new CommandContext(
                new Actor("seed", Role.CaseOfficer), new DateTimeOffset(day, new TimeOnly(9, number), TimeSpan.Zero),
                day);
            var envelope = new Envelope(context, settings.Hash, Against.Latest);
            (await streams.CreateAsync(ConcernStream.Kind, id, report, envelope, TestContext.Current.CancellationToken))
                .ShouldBeOfType<Outcome<ConcernState>.Done>();
            references.Add(id.Reference('S'));
        }

        return references;
    }
}
