using System.Globalization;
using Oversight.Functions.Settings;
using Oversight.Functions.Texts;
using Oversight.Reviews;

namespace Oversight.Local.Demonstration;

/// <summary>
/// A review in every state that the settings lead to (nobody is asked to read a draft), each of a unit of its own, so
/// that the first look at the list shows the whole way.
/// </summary>
public sealed class DemonstrationReviews(DemonstrationSteps steps, SettingsProvider settings)
{
    private const int DaysAgo = 75;
    private const int DaysBetween = 3;
    private const int FirstCase = 140;
    private static readonly CodeId Contact = new("kontaktvagar");
    private static readonly CodeId Risks = new("riskanalyser");

    public async Task WriteAsync(
        DemonstrationData data, DateOnly today, IProgress<string> progress, CancellationToken cancellation)
    {
        var units = data.Providers
            .SelectMany(provider => provider.Agreements.SelectMany(
                agreement => agreement.Units.Select(unit => (provider, agreement, unit))))
            .Where(place => place.agreement.Form == Providers.AgreementForm.Kundval
                && place.agreement.Board == "socialnamnden")
            .OrderBy(place => place.unit.Key, StringComparer.Ordinal).ToList();
        var states = Enum.GetValues<ReviewStatus>().Except([ReviewStatus.NotOpened, ReviewStatus.Reading]).ToList();
        foreach (var ((provider, agreement, unit), status) in units.Zip(states))
        {
            var reviewed = new ReviewedUnit(
                unit.Id, DemonstrationData.IdOf(provider.Key), DemonstrationData.IdOf(agreement.Key),
                new BoardId(agreement.Board), unit.Name, provider.Name);
            await WriteAsync(reviewed, status, today.AddDays(-DaysAgo), cancellation);
        }

        progress.Report($"  {Math.Min(units.Count, states.Count)} granskningar är inlästa.");
    }

    public static Id IdOf(ReviewStatus status) => DemonstrationData.IdOf($"granskning-{status}");

    private async Task WriteAsync(ReviewedUnit unit, ReviewStatus until, DateOnly from, CancellationToken cancellation)
    {
        var (id, inForce) = (IdOf(until), await settings.GetAsync(cancellation));
        var origin = new ReviewOrigin(ReviewKind.Planned, from, Unannounced: false, from.Year, []);
        var head = inForce.Settings.DocumentHead(unit.Board);
        var registered = new ReviewCommand.RegisterCase(
            string.Create(CultureInfo.InvariantCulture, $"SOCN {from.Year}/{FirstCase + (int)until}"),
            head.DiaryNumberPattern, head.DiaryNumberExample);
        var step = 0;
        foreach (var (reached, make) in Way(
            ReviewSetup.Of(inForce.Settings, from), SourceRules.Of(inForce.Settings), registered, from,
            new IvoAsk(DemonstrationIvo.IdOf(until), inForce.Settings.IvoRulesOn(from))))
        {
            if (reached > until)
                break;
            await steps.DoAsync(
                id, step, from.AddDays(DaysBetween * step), DemonstrationPeople.Assessor,
                texts => make(texts) ?? new ReviewCommand.Open(unit, origin), cancellation);
            step++;
        }
    }

    /// <summary>The steps of a review; null opens it.</summary>
    private static IEnumerable<(ReviewStatus Reached, Func<RequestTexts, ReviewCommand?> Make)> Way(
        ReviewSetup setup, SourceRules sources, ReviewCommand.RegisterCase registered, DateOnly from, IvoAsk ivo) =>
    [
        (ReviewStatus.ToStart, _ => null),
        (ReviewStatus.Scoping, texts => new ReviewCommand.Start(texts.Add("name", "Karin Exempel"))),
        (ReviewStatus.Underway, texts => new ReviewCommand.SetScope(
            [Contact, Risks, new("ledningssystem")], [new("besok"), new("stickprov")], from.AddDays(18),
            Announced: true, texts.Add("reason", "Enheten har hög risk i årsplanen och har inte granskats på två år."),
            setup)),
        (ReviewStatus.Underway, _ => registered),
        (ReviewStatus.Underway, texts => new ReviewCommand.AnnounceVisit(
            texts.Add("time", "klockan 9–12"),
            texts.Add("meet", "Verksamhetschefen, en samordnare och två medarbetare."),
            texts.Add("prepare", "Rutiner för telefon och beställningar, senaste riskanalysen och tio akter."), setup)),
        (ReviewStatus.Underway, texts => new ReviewCommand.AttachSource(
            new("verksamhetens-dokument"), texts.Add("what", "Kvalitetsberättelse för förra året"),
            texts.Add("origin", "Anordnaren"), from.AddDays(-20),
            texts.Add("note", "Beskriver telefontiderna men inte hur de följs upp."), [], sources)),
        (ReviewStatus.Underway, texts => new ReviewCommand.Judge(
            Contact, Fulfilment.NotMet, 4, 10, new("akter"),
            texts.Add("evidence", "Fyra av tio samtal besvarades samma dag."), setup)),
        (ReviewStatus.Underway, texts => new ReviewCommand.Judge(
            Risks, Fulfilment.NotFully, null, null, new("dokument"),
            texts.Add("evidence", "En riskanalys finns, men den är inte följd av åtgärder."), setup)),
        (ReviewStatus.Communicated, texts => new ReviewCommand.Judge(
            new("ledningssystem"), Fulfilment.Met, null, null, new("ledning"), texts.Add("evidence", ""), setup)),
        (ReviewStatus.Communicated, texts => new ReviewCommand.RecordVisit(
            from.AddDays(18), texts.Add("participants", "Verksamhetschef, en samordnare och två medarbetare."),
            texts.Add("notes", "Rutinerna gicks igenom och tio akter lästes."), setup)),
        (ReviewStatus.Communicated, texts => new ReviewCommand.AddFinding(
            Contact, new("kommunikationsvagar"), 3, 6, null,
            texts.Add("text", "Kunder och närstående når inte anordnaren på de angivna kontaktvägarna."),
            texts.Add("consequence", "Insatser har ställts in utan att kunden har fått veta det."), setup, ivo)),
        (ReviewStatus.Communicated, texts => new ReviewCommand.AddFinding(
            Risks, new("ledningssystem"), 2, null, 1,
            texts.Add("text", "Riskanalyser leder inte till åtgärder."), texts.Add("consequence", ""), setup, ivo)),
        (ReviewStatus.Communicated, texts => new ReviewCommand.Communicate(
            Waived: false, Until: null, texts.Add("reason", ""), setup)),
        (ReviewStatus.Reported, texts => new ReviewCommand.ReceiveComment(
            from.AddDays(DaysBetween * 13),
            texts.Add("text", "Vi har bytt telefonväxel sedan besöket."),
            texts.Add("answer", "Det framgår av uppföljningen."), setup)),
        (ReviewStatus.Reported, texts => new ReviewCommand.Establish(
            texts.Add("summary", "Granskningen visar brister i tillgängligheten och i arbetet med risker."), setup)),
        (ReviewStatus.AwaitingPlan, _ => new ReviewCommand.AskPlan(null, setup)),
        (ReviewStatus.PlanApproved, texts => new ReviewCommand.AddMeasure(
            1, texts.Add("what", "Ny telefonväxel och veckovis kontroll av obesvarade samtal."),
            texts.Add("responsible", "Verksamhetschef"), from.AddDays(90), setup)),
        (ReviewStatus.PlanApproved, texts => new ReviewCommand.AddMeasure(
            2, texts.Add("what", "Varje risk får en åtgärd, en ansvarig och en dag."),
            texts.Add("responsible", "Kvalitetsansvarig"), from.AddDays(90), setup)),
        (ReviewStatus.PlanApproved, texts => new ReviewCommand.SumUp(
            texts.Add("lessons", "Ring de angivna kontaktvägarna innan besöket, så syns det om de fungerar."),
            texts.Add("readers", "Avtalsgruppen\nHandläggare för ledsagning"), setup)),
        (ReviewStatus.PlanApproved, texts => new ReviewCommand.ApprovePlan(
            texts.Add("reason", "Åtgärderna är konkreta och har en ansvarig."), setup)),
        (ReviewStatus.PlanApproved, texts => new ReviewCommand.SetFinalDate(
            from.AddDays(DaysAgo + 45), null, null, texts.Add("reason", ""), setup)),
        (ReviewStatus.Closed, texts => new ReviewCommand.FollowFinding(
            1, FindingStatus.Remedied, texts.Add("evidence", "Tio av tio provringningar besvarades samma dag."), true,
            setup)),
        (ReviewStatus.Closed, texts => new ReviewCommand.FollowFinding(
            2, FindingStatus.Remedied, texts.Add("evidence", "Varje risk har en åtgärd, en ansvarig och en dag."), true,
            setup)),
        (ReviewStatus.Closed, texts => new ReviewCommand.RecordFollowUp(
            from.AddDays(DaysBetween * 23), new("besok"),
            texts.Add("result", "Båda bristerna är åtgärdade. Inget kvarstår."), setup)),
        (ReviewStatus.Closed, texts => new ReviewCommand.Close(texts.Add("reason", "Inget återstår."), setup)),
    ];
}
