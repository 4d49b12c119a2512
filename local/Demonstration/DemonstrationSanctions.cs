using Oversight.Functions.Providers;
using Oversight.Functions.Reviews;
using Oversight.Functions.Sanctions;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Providers;
using Oversight.Reviews;
using Oversight.Sanctions;
using Oversight.Settings;

namespace Oversight.Local.Demonstration;

/// <summary>A warning that is being written, one that waits for the board, and a reminder that applies.</summary>
public sealed class DemonstrationSanctions(
    DemonstrationSteps steps, Streams streams, PrivateTexts privateTexts, TextKeys keys, SettingsProvider settings)
{
    private const int StepOfProposal = 910;

    /// <summary>Of the review whose warning is being written.</summary>
    public const ReviewStatus Drafted = ReviewStatus.Reported;

    /// <summary>Of the one whose warning is with the board.</summary>
    public const ReviewStatus Submitted = ReviewStatus.PlanApproved;

    /// <summary>Of the one whose erinran applies.</summary>
    public const ReviewStatus InForce = ReviewStatus.AwaitingPlan;

    public static Id IdOf(ReviewStatus status) => SanctionIds.Of(DemonstrationReviews.IdOf(status), 1);

    public async Task WriteAsync(DateOnly today, CancellationToken cancellation)
    {
        var day = today.AddDays(-3);
        await ProposeAsync(Drafted, "varning", day, cancellation);
        await ProposeAsync(Submitted, "varning", day, cancellation);
        await ProposeAsync(InForce, "erinran", day, cancellation);
        await ActAsync(Drafted, day, [Write], cancellation);
        await ActAsync(Submitted, day, [Write, Waive, Submit], cancellation);
        await ActAsync(InForce, day, [Write, Waive, Submit, Decide, Notify], cancellation);
    }

    private async Task ProposeAsync(
        ReviewStatus status, string step, DateOnly day, CancellationToken cancellation)
    {
        var inForce = (await settings.GetAsync(cancellation)).Settings;
        if (await streams.LoadAsync(ReviewStream.Kind, DemonstrationReviews.IdOf(status), cancellation)
            is not { State.Review: { } review }
            || await streams.LoadAsync(UnitStream.Kind, review.Unit.UnitId, cancellation)
                is not { State: UnitState.Registered unit })
            return;
        var rules = inForce.SanctionRulesOn(day);
        var ladder = rules.LadderOf(unit.Agreement.Form.FormCode(), unit.Agreement.Area, unit.Agreement.AgreementKey)!;
        await steps.DoAsync(
            DemonstrationReviews.IdOf(status), StepOfProposal, day, DemonstrationPeople.Assessor,
            texts => new ReviewCommand.ProposeSanction(
                IdOf(status), new CodeId(step), unit.Details.Services,
                [.. review.Findings.Select(finding => finding.Number)],
                texts.Add("reason", "Kunderna når inte anordnaren, och det har påpekats tidigare."),
                new SanctionChoice(rules, ladder, unit.Details.Services), ReviewSetup.Of(inForce, day)),
            cancellation);
    }

    private async Task ActAsync(
        ReviewStatus status, DateOnly day, IReadOnlyList<Act> acts, CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        foreach (var (act, index) in acts.Select((act, index) => (act, index)))
        {
            // What follows the proposal may be late, and then it shows less.
            if (await streams.LoadAsync(SanctionStream.Kind, IdOf(status), cancellation) is not
                { State: { Sanction: { } sanction } } known
                || await streams.LoadAsync(ReviewStream.Kind, sanction.ReviewId, cancellation)
                    is not { State.Review: { } review })
                return;
            var key = $"{IdOf(status)}-{index}";
            var texts = new RequestTexts(
                await keys.GetAsync(cancellation), "demonstration", key, "sanction-demonstration", "review");
            var (command, by) = act(SanctionSetup.Of(review, inForce.Settings), texts, day);
            if (texts.Entry.Fields.Count > 0)
                await privateTexts.WriteAsync(
                    SanctionStream.StreamId(IdOf(status)), texts.EntryName, texts.Entry, cancellation);
            var at = SwedishTime.At(day.ToDateTime(new TimeOnly(10, index)));
            await streams.ChangeAsync(
                SanctionStream.Kind, IdOf(status), command,
                new Envelope(
                    new CommandContext(by, at, StockholmTime.Day(at)), inForce.Hash, Against.Latest, key,
                    Envelopes.Hash(key)),
                cancellation, loaded: known);
        }
    }

    private delegate (SanctionCommand Command, Actor By) Act(SanctionSetup setup, RequestTexts texts, DateOnly day);

    private static Actor Reviewer { get; } = new(DemonstrationPeople.Assessor, Role.QualityDeveloper);

    private static (SanctionCommand, Actor) Write(SanctionSetup setup, RequestTexts texts, DateOnly day) => (
        new SanctionCommand.Write(
            new PaperWords
            {
                Summary = texts.Add("summary", "Granskningen visar att kunder och närstående inte når anordnaren."),
                Matter = texts.Add("matter", "Granskningen har prövat de generella och specifika villkoren."),
                Economy = texts.Add("economy", "Förslaget medför inga kostnader för kommunen."),
                Group = texts.Add("childGroup", ""),
                ChildrenWhy = texts.Add("childrenWhy", "Bristerna har inte drabbat något barn."),
                AmountBasis = texts.Add("amountBasis", ""),
                Attachments = texts.Add("attachments", ""),
                Manager = texts.Add("manager", DemonstrationPeople.NameOf(DemonstrationPeople.UnitManager)),
                Consulted = texts.Add("consulted", ""),
            },
            Children: false, day.AddDays(150), ApprovedAtOnce: true, Amount: null, setup),
        Reviewer);

    private static (SanctionCommand, Actor) Waive(SanctionSetup setup, RequestTexts texts, DateOnly day) => (
        new SanctionCommand.Hear(
            Waived: true, null, texts.Add("reason", "Anordnaren har yttrat sig över samma sak i granskningen."),
            CaseFirst: true, setup),
        Reviewer);

    private static (SanctionCommand, Actor) Submit(SanctionSetup setup, RequestTexts texts, DateOnly day) =>
        (new SanctionCommand.Submit(setup.Meetings.Earliest(day)?.Day, CaseFirst: true, setup), Reviewer);

    private static (SanctionCommand, Actor) Decide(SanctionSetup setup, RequestTexts texts, DateOnly day) => (
        new SanctionCommand.DecideAsDelegate(
            true, texts.Add("words", "Bristerna är belagda och har varat en längre tid."), setup),
        new Actor(DemonstrationPeople.UnitManager, Role.UnitManager));

    private static (SanctionCommand, Actor) Notify(SanctionSetup setup, RequestTexts texts, DateOnly day) =>
        (new SanctionCommand.Notify(setup), Reviewer);
}
