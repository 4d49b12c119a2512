using Oversight.Functions.Reviews;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews.Joint;

/// <summary>With a unit of the other board that the same provider runs.</summary>
public sealed class JointApp : ConcernApp
{
    public const string SocialNumber = "SOCN 2027-00012";
    public const string ElderNumber = "ÄLN 2027-00034";
    public const string ElderUnitName = "Almens hemtjänst";

    public Id SameProvider { get; } = Id.Derive("test", "unit-alm");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RegisterAsync(SameProvider, ElderUnitName, "Omsorg i Testby AB", Elder, "hemtjanst", "hemtjanst");
    }

    /// <summary>Two reviews: the one that asked, with its ärende, and the one that nobody has begun.</summary>
    internal async Task<JointReviews> AskAsync()
    {
        var lead = await SomebodyAsync(Role.QualityDeveloper, Social);
        var first = new ReviewDriver(lead, await ReviewDriver.TriggerAsync(this));
        await first.StartAsync(this);
        await first.DoAsync("join-board", new { unit = SameProvider.Value, reason = "Ett besök för båda." });
        // The loop of the other board's review has said that it can begin.
        await App.Clock.AdvanceByAsync("PT2M");
        var elder = await SomebodyAsync(Role.QualityDeveloper, Elder);
        return new JointReviews(first, lead, new ReviewDriver(elder, TwinOf(first)), elder);
    }

    /// <summary>Both have begun, and have their numbers.</summary>
    internal async Task<JointReviews> BothAsync()
    {
        var both = await AskAsync();
        await both.Second.DoAsync("start");
        var registrar = await SomebodyAsync(Role.Registrar, Elder);
        await registrar.OpenCaseAsync(both.Second.Id, ElderNumber);
        return both;
    }

    internal static string TwinOf(ReviewDriver first) =>
        ReviewIds.OfTwin(Oversight.Id.FromValue(first.Id)).Value;

    /// <summary>Judged as not met, with what was seen.</summary>
    internal static async Task JudgeAsync(ReviewDriver driver, string evidence)
    {
        await driver.DoAsync("set-scope", new
        {
            requirements = new[] { "kontaktvagar" },
            methods = new[] { "besok" },
            reason = "Samma besök.",
        });
        await driver.DoAsync("judge", new
        {
            requirement = "kontaktvagar",
            fulfilment = "notMet",
            source = "kund",
            evidence,
        });
    }

    internal static Task FindAsync(ReviewDriver driver, string text, int affected = 7) =>
        driver.DoAsync("add-finding", new
        {
            requirement = "kontaktvagar",
            category = "kommunikationsvagar",
            severity = 3,
            affected,
            text,
            consequence = "Besök har ställts in.",
        });
}

/// <param name="First">Socialnämndens, which asked.</param>
/// <param name="Second">Äldrenämndens.</param>
internal sealed record JointReviews(ReviewDriver First, HttpClient Social, ReviewDriver Second, HttpClient Elder)
{
    /// <summary>What one of the pages tells of the other review.</summary>
    public static async Task<string> ToldAsync(HttpClient reader, ReviewDriver review) =>
        (await reader.GetPageAsync($"/granskningar/{review.Id}"))
            .QuerySelector("section[aria-labelledby=gemensam]")!.TextContent;
}
