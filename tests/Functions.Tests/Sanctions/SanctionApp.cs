using System.Globalization;
using System.Net;
using Oversight.Functions.Tests.Answers;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Providers;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Sanctions;

/// <summary>With a contracted unit and a gruppbostad of egen produktion beside those of kundvalet.</summary>
public sealed class SanctionApp : AnswerApp
{
    /// <summary>The first meeting whose papers can still be handed in when the tests begin.</summary>
    public const string Meeting = "2027-02-16";
    public const string LaterMeeting = "2027-03-16";

    public Id Contracted { get; } = Id.Derive("test", "unit-lou");

    public Id Home { get; } = Id.Derive("test", "unit-egen");

    protected override AppOptions Options =>
        base.Options with { Clock = new DateTimeOffset(2027, 1, 4, 8, 0, 0, TimeSpan.FromHours(1)) };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RegisterAsync(
            Contracted, "Ekens boende", "Omsorg Exempel AB", Social, "boende-lss", "bostad-vuxna",
            Ownership.Private, AgreementForm.Procured);
        await RegisterAsync(
            Home, "Granens gruppbostad", "Testby kommun", Social, "boende-lss", "bostad-vuxna",
            Ownership.Municipal, AgreementForm.Understanding);
    }

    public Task AtAsync(string day) => App.Clock.AdvanceToAsync(new DateTimeOffset(
        DateOnly.Parse(day, CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(1)));

    /// <summary>A review with one grave finding and a report, and a proposed sanction.</summary>
    internal async Task<SanctionScene> ProposedAsync(
        string step, Id? unit = null, string service = "ledsagarservice", int severity = 3,
        string requirement = "kontaktvagar")
    {
        var concern = new
        {
            unitId = unit ?? Unit,
            service,
            text = $"Ingen svarar. {Unique.Word()}",
            occurred = "2027-01-02",
            consequence = "ej-verkstalld",
        };
        var id = await ReviewDriver.TriggerAsync(this, concern: concern);
        var reviewer = await SomebodyAsync(Role.QualityDeveloper, Social);
        var review = new ReviewDriver(reviewer, id);
        await review.StartAsync(this);
        await EstablishAsync(review, requirement, severity);
        await review.DoAsync("propose-sanction", new
        {
            step,
            services = new[] { service },
            findings = new[] { "1" },
            reason = "Det lindrigare räcker inte.",
        });
        await App.Clock.AdvanceByAsync("PT2M");
        return new SanctionScene(this, review, reviewer, SanctionDriver.Of(id));
    }

    /// <summary>From the scope to the report, with one finding.</summary>
    internal static async Task EstablishAsync(ReviewDriver review, string requirement, int severity)
    {
        await review.DoAsync("set-scope", new
        {
            requirements = new[] { requirement },
            methods = new[] { "besok" },
            reason = "Efter synpunkten.",
        });
        await review.DoAsync(
            "judge", new { requirement, fulfilment = "notMet", source = "akter", evidence = "Ingen svarade." });
        await review.DoAsync(
            "add-finding", new { requirement, category = "kommunikationsvagar", severity, text = "Nås inte." });
        await review.DoAsync("communicate", new { waived = true, reason = "Brådskar." });
        await review.DoAsync("establish", new { summary = "En brist." });
    }
}

/// <summary>A sanction and those who work on it.</summary>
internal sealed record SanctionScene(
    SanctionApp World, ReviewDriver Review, HttpClient Reviewer, SanctionDriver Sanction)
{
    public Task<System.Text.Json.Nodes.JsonNode> DoAsync(string operation, object? body = null) =>
        Sanction.DoAsync(Reviewer, operation, body);

    public Task<string> RefusedAsync(string operation, object? body = null) =>
        Sanction.RefusedAsync(Reviewer, operation, body);

    /// <summary>By somebody else of the board.</summary>
    public async Task<System.Text.Json.Nodes.JsonNode> ByAsync(Role role, string operation, object? body = null) =>
        await Sanction.DoAsync(await World.SomebodyAsync(role, ConcernApp.Social), operation, body);

    /// <param name="more">Beside what every tjänsteskrivelse has.</param>
    public async Task WriteAsync(string? finalDate = "2027-06-30", params (string Name, object Value)[] more)
    {
        var paper = SanctionDriver.Paper(finalDate);
        foreach (var (name, value) in more)
            paper[name] = value;
        await DoAsync("write-paper", paper);
    }

    /// <summary>Written, not communicated for a reason, and with the delegate.</summary>
    public async Task ToDelegateAsync(string? finalDate = "2027-06-30", params (string Name, object Value)[] more)
    {
        await WriteAsync(finalDate, more);
        await DoAsync("hear", new { waived = true, reason = "Brådskar." });
        await DoAsync("submit");
    }

    /// <summary>The same, and with the board's meeting.</summary>
    public async Task ToBoardAsync(
        string? finalDate = "2027-06-30", string meeting = SanctionApp.Meeting,
        params (string Name, object Value)[] more)
    {
        await WriteAsync(finalDate, more);
        await DoAsync("hear", new { waived = true, reason = "Brådskar." });
        await DoAsync("submit", new { meeting });
    }

    public async Task<HttpStatusCode> CloseAsync()
    {
        await World.App.Clock.AdvanceByAsync("PT2M");
        await Review.ReadAsync();
        using var closed = await Review.TryAsync(
            "close", new { reason = "Klart.", decided = "Det är beslutat.", became = "Det är ordnat." });
        return closed.StatusCode;
    }
}
