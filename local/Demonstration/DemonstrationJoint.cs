using Oversight.Functions.Reviews;
using Oversight.Functions.Settings;
using Oversight.Functions.Texts;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Local.Demonstration;

/// <summary>
/// One visit that both boards make together, at a provider that has units of each: Socialnämnden asked, and has told
/// Äldrenämnden of a finding that nobody there has taken up yet.
/// </summary>
public sealed class DemonstrationJoint(DemonstrationSteps steps, SettingsProvider settings)
{
    private const int DaysAgo = 45;
    private const int DaysBetween = 3;
    private const string Provider = "Midsommarkransens Omsorg AB";
    private static readonly CodeId Contact = new("kontaktvagar");
    private static readonly CodeId Staffing = new("bemanning");

    public static Id First { get; } = DemonstrationData.IdOf("granskning-gemensam");

    public static Id Second { get; } = ReviewIds.OfTwin(First);

    public async Task WriteAsync(
        DemonstrationData data, DateOnly today, IProgress<string> progress, CancellationToken cancellation)
    {
        var from = today.AddDays(-DaysAgo);
        var inForce = (await settings.GetAsync(cancellation)).Settings;
        var (social, elder) = (
            UnitOf(data, DemonstrationRegister.Social), UnitOf(data, DemonstrationRegister.Elder));
        var step = 0;
        foreach (var (review, by, make) in Way(inForce, from, social, elder))
        {
            await steps.DoAsync(review, step, from.AddDays(DaysBetween * step), by, make, cancellation);
            step++;
        }

        progress.Report("  En gemensam granskning är inläst.");
    }

    private static IEnumerable<(Id Review, string By, Func<RequestTexts, ReviewCommand> Make)> Way(
        MunicipalitySettings inForce, DateOnly from, ReviewedUnit social, ReviewedUnit elder)
    {
        var (setup, rules) = (ReviewSetup.Of(inForce, from), JointRules.Of(inForce));
        const string karin = DemonstrationPeople.Assessor;
        const string lena = DemonstrationPeople.Colleague;
        var ivo = new IvoAsk(Id.Derive("demonstration-ivo", First.Value), inForce.IvoRulesOn(from));
        var origin = new ReviewOrigin(ReviewKind.Planned, from, Unannounced: false, from.Year, []);
        return
        [
            (First, karin, _ => new ReviewCommand.Open(social, origin)),
            (First, karin, texts => new ReviewCommand.Start(texts.Add("name", "Karin Exempel"))),
            (First, karin, _ => Case(inForce, social, $"SOCN {from.Year}/161")),
            (First, karin, texts => Scope(texts, setup, from)),
            (First, karin, texts => new ReviewCommand.JoinBoard(
                elder, Second, texts.Add("reason", "Samma ledning svarar för båda enheterna."), rules)),
            // Opened already, unless what follows the step before is late.
            (Second, karin, _ => new ReviewCommand.Open(elder, new ReviewOrigin(
                ReviewKind.Joint, from.AddDays(DaysBetween * 4), Unannounced: false, null, []))
            { Twin = (First, social.Board) }),
            (Second, lena, texts => new ReviewCommand.Start(texts.Add("name", "Lena Exempel"))),
            (Second, karin, texts => new ReviewCommand.Join(texts.Add("name", "Karin Exempel"))),
            (Second, lena, _ => Case(inForce, elder, $"ÄLN {from.Year}/87")),
            (Second, lena, texts => Scope(texts, setup, from)),
            (First, karin, texts => Judge(texts, setup, "Fyra av tio samtal besvarades samma dag.")),
            (First, karin, texts => new ReviewCommand.AddFinding(
                Contact, new("kommunikationsvagar"), 3, 8, null,
                texts.Add("text", "Kunder når inte verksamheten på den angivna telefonen."),
                texts.Add("consequence", "Ledsagning har ställts in utan besked."), setup, ivo)),
            (First, karin, texts => new ReviewCommand.ShareFinding(
                1, texts.Add("text", "Den gemensamma telefonen besvaras inte under förmiddagen."), rules)),
            (First, karin, texts => new ReviewCommand.AddFinding(
                Contact, new("kommunikationsvagar"), 2, null, 1,
                texts.Add("text", "Frånvaro anmäls på ett nummer som inte längre används."),
                texts.Add("consequence", ""), setup, ivo)),
            (Second, lena, texts => Judge(texts, setup, "Två av tio samtal besvarades samma dag.")),
        ];
    }

    private static ReviewCommand.RegisterCase Case(MunicipalitySettings inForce, ReviewedUnit unit, string number)
    {
        var head = inForce.DocumentHead(unit.Board);
        return new ReviewCommand.RegisterCase(number, head.DiaryNumberPattern, head.DiaryNumberExample);
    }

    private static ReviewCommand.SetScope Scope(RequestTexts texts, ReviewSetup setup, DateOnly from) => new(
        [Contact, Staffing], [new("besok")], from.AddDays(27), Announced: true,
        texts.Add("reason", "Ett besök för båda nämnderna."), setup);

    private static ReviewCommand.Judge Judge(RequestTexts texts, ReviewSetup setup, string evidence) => new(
        Contact, Fulfilment.NotMet, null, null, new("akter"), texts.Add("evidence", evidence), setup);

    private static ReviewedUnit UnitOf(DemonstrationData data, string board)
    {
        var provider = data.Providers.Single(provider => provider.Name == Provider);
        var agreement = provider.Agreements.Single(agreement => agreement.Board == board);
        var unit = agreement.Units[0];
        return new ReviewedUnit(
            unit.Id, DemonstrationData.IdOf(provider.Key), DemonstrationData.IdOf(agreement.Key),
            new BoardId(board), unit.Name, provider.Name);
    }
}
