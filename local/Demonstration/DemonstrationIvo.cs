using Oversight.Functions.Referrals;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Referrals;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Local.Demonstration;

/// <summary>
/// The question whether IVO is to be told, as it is asked in a review that goes on, and as it was answered in another.
/// </summary>
public sealed class DemonstrationIvo(
    DemonstrationSteps steps, Streams streams, PrivateTexts privateTexts, TextKeys keys, SettingsProvider settings)
{
    private const int StepOfQuestion = 900;

    /// <summary>The review whose position waits for the enhetschef.</summary>
    public const ReviewStatus Open = ReviewStatus.Underway;

    /// <summary>The one whose position is decided and reported.</summary>
    public const ReviewStatus Reported = ReviewStatus.PlanApproved;

    public static Id IdOf(ReviewStatus status) => DemonstrationData.IdOf($"ivo-{status}");

    public async Task WriteAsync(DateOnly today, CancellationToken cancellation)
    {
        await RaiseAsync(
            Open, today, "lamplighet", "Anordnaren har bytt ägare, och den nya ledningen är inte prövad.",
            cancellation);
        await RaiseAsync(
            Reported, today.AddDays(-6), "allvarliga-brister",
            "Bristerna är var för sig inte mycket allvarliga, men de är många och hänger samman.", cancellation);
        await ReportAsync(today.AddDays(-4), cancellation);
    }

    private async Task RaiseAsync(
        ReviewStatus status, DateOnly day, string ground, string reason, CancellationToken cancellation)
    {
        var inForce = (await settings.GetAsync(cancellation)).Settings;
        await steps.DoAsync(
            DemonstrationReviews.IdOf(status), StepOfQuestion, day, DemonstrationPeople.Assessor,
            texts => new ReviewCommand.RaiseIvoQuestion(
                IdOf(status), Ground(ground, day), texts.Add("reason", reason),
                inForce.Codes(CodeLists.IvoGrounds), ReviewSetup.Of(inForce, day)),
            cancellation);

        CodeId Ground(string wanted, DateOnly on) =>
            inForce.Codes(CodeLists.IvoGrounds).On(on).FirstOrDefault(code => code.Id.Value == wanted)?.Id
                ?? inForce.Codes(CodeLists.IvoGrounds).On(on).First().Id;
    }

    private async Task ReportAsync(DateOnly day, CancellationToken cancellation)
    {
        // What follows the step before may be late, and then it shows one that is open.
        if (await streams.LoadAsync(IvoStream.Kind, IdOf(Reported), cancellation) is not
            { State: { Status: IvoStatus.Open, Position: { } position } })
            return;
        var inForce = await settings.GetAsync(cancellation);
        var texts = new RequestTexts(
            await keys.GetAsync(cancellation), "demonstration", "ivo", "ivo-demonstration", "review");
        var decide = new IvoCommand.DecidePosition
        {
            Report = true,
            Ground = position.Ground,
            Reassessed = false,
            Reason = texts.Add("reason", "Bristerna hotar kundernas trygghet tills åtgärderna är klara."),
            Name = texts.Add("deciderName", DemonstrationPeople.NameOf(DemonstrationPeople.UnitManager)),
            Grounds = inForce.Settings.Codes(CodeLists.IvoGrounds),
            Rules = inForce.Settings.IvoRulesOn(day),
            Longest = inForce.Settings.Limits.Reason,
        };
        await privateTexts.WriteAsync(
            IvoStream.StreamId(IdOf(Reported)), texts.EntryName, texts.Entry, cancellation);
        await DoAsync(decide, "decide");
        await DoAsync(new IvoCommand.RecordReport(day, "IVO 2026-00123"), "report");

        async Task DoAsync(IvoCommand command, string what)
        {
            var at = SwedishTime.At(day.ToDateTime(new TimeOnly(10, 0)));
            var key = $"{IdOf(Reported)}-{what}";
            await streams.ChangeAsync(
                IvoStream.Kind, IdOf(Reported), command,
                new Envelope(
                    new CommandContext(
                        new Actor(DemonstrationPeople.UnitManager, Role.UnitManager), at, StockholmTime.Day(at)),
                    inForce.Hash, Against.Latest, key, Envelopes.Hash(key)),
                cancellation);
        }
    }
}
