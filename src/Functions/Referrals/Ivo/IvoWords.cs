using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Providers;
using Oversight.Referrals;
using Oversight.Settings;

namespace Oversight.Functions.Referrals;

/// <summary>Positions on a report to IVO as people read them.</summary>
public static class IvoWords
{
    public static string Title(OpenIvo open) => $"Anmälan till IVO om {open.Position.Unit.Name}";

    public static string Text(IvoStatus status) => status switch
    {
        IvoStatus.ToReport => "Ska anmälas",
        IvoStatus.Reported => "Anmäld",
        IvoStatus.Declined => "Anmäls inte",
        _ => "Väntar på ställningstagande",
    };

    public static string Color(IvoStatus status) => status switch
    {
        IvoStatus.Reported => "success",
        IvoStatus.Declined => "neutral",
        _ => "warning",
    };

    public static string Duty(IvoPosition position) => position switch
    {
        { IsDuty: true } => "Skyldigheten att anmäla gäller. Ett nej kräver att grunden omprövas.",
        { IsLicensable: true } => "Frågan väcktes innan skyldigheten att anmäla började gälla.",
        _ => "Verksamheten är inte av ett slag som kräver tillstånd eller anmälan. Kommunens egen riktlinje gäller.",
    };

    public static string Licence(IvoUnit unit) => unit switch
    {
        { Licence: { IsRequired: true, Number: null } } => "Krävs, men finns inte i registret",
        { Licence: { Number: { } number, GrantedOn: { } day } } => $"{number}, beviljat {SwedishDates.Text(day)}",
        { Licence.Number: { } number } => number,
        { IsLicensable: true, Ownership: Ownership.Municipal } => "Egen regi: verksamheten ska vara anmäld till IVO",
        { IsLicensable: true } => "Verksamhet av ett slag som kräver tillstånd; inget finns i registret",
        _ => "Krävs inte enligt registret",
    };

    public static TimelineEntry Entry(Recorded<IvoEvent> recorded, KeptTexts texts, MunicipalitySettings settings)
    {
        var (what, facts, words) = Told(recorded.Event, settings);
        return new TimelineEntry(
            recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), what, facts, texts.Show(words));
    }

    private static (string What, IReadOnlyList<(string Label, string Value)> Facts, TextReference? Words) Told(
        IvoEvent happened, MunicipalitySettings settings) => happened switch
        {
            IvoEvent.Raised { Position: var position } => (
                "Frågan väckt",
                [("Grund", Ground(position.Ground, settings)), ("Senast", SwedishDates.Text(position.Wait.Until))],
                position.Reason),
            IvoEvent.FindingJoined joined => ("En allvarlig brist tillkom", [("Brist", $"{joined.Number}")], null),
            IvoEvent.Reminded reminded => ("Påminnelse", [("Till", RoleNames.Title(reminded.To))], null),
            IvoEvent.Escalated { Wait: var wait } => (
                "Tiden är ute, ersättaren får också besluta",
                [("Ersättare", RoleNames.Title(wait.From)), ("Senast", SwedishDates.Text(wait.Until))], null),
            IvoEvent.WentOver { Wait: var wait } => (
                "Jäv anmält i granskningen, ersättaren får också besluta",
                [("Ersättare", RoleNames.Title(wait.From)), ("Senast", SwedishDates.Text(wait.Until))], null),
            IvoEvent.ConflictDeclared { Wait: var wait, Reason: var reason } =>
                ("Jäv anmält", [("Beslutar nu", RoleNames.Title(wait.From))], reason),
            IvoEvent.Decided { Decision: var decision } => (
                decision.Report ? "Beslut: anmäls till IVO" : "Beslut: anmäls inte till IVO",
                [
                    ("Grund", Ground(decision.Ground, settings)),
                    ("Delegation", decision.DelegationPoint),
                    .. decision.Reassessed ? [("Omprövad", "Grunden håller inte")] : Array.Empty<(string, string)>(),
                ],
                decision.Reason),
            IvoEvent.ReportRecorded { Report: var report } => (
                "Anmälan lämnad till IVO",
                [("Dag", SwedishDates.Text(report.On)), ("IVO:s nummer", report.Number)], null),
            _ => throw new InvalidOperationException($"Nobody tells of {happened.GetType().Name}."),
        };

    public static string Ground(CodeId ground, MunicipalitySettings settings) =>
        settings.Codes(CodeLists.IvoGrounds).Text(ground);
}

internal sealed class IvoRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [IvoRefusals.NotOpen] = "Ställningstagandet är redan klart.",
        [IvoRefusals.NotTheDecider] =
            "Du beslutar inte om det här. Enhetschefen beslutar, och ersättaren när tiden är ute eller vid jäv.",
        [IvoRefusals.InConflict] = "Du har anmält jäv och tar inte del i det här.",
        [IvoRefusals.AnswerMissing] = "Välj om IVO ska få en anmälan.",
        [IvoRefusals.GroundMissing] = "Välj grunden.",
        [IvoRefusals.UnknownGround] = "Den grunden fanns inte den dag då frågan väcktes. Välj en annan.",
        [IvoRefusals.DutyApplies] =
            "Skyldigheten att anmäla gäller, så ett nej räcker inte. Om grunden inte håller: kryssa i att den är "
                + "omprövad och skriv varför. Annars ska IVO få en anmälan.",
        [IvoRefusals.GroundHolds] =
            "IVO ska få en anmälan, men du har kryssat i att grunden inte håller. Ta bort krysset eller välj nej.",
        [IvoRefusals.NothingToReport] = "Det finns ingen anmälan att lämna, eller så är den redan lämnad.",
        [IvoRefusals.DayMissing] = "Ange dagen.",
        [IvoRefusals.DayInFuture] = "Dagen har inte varit än.",
        [IvoRefusals.DayTooEarly] = "Dagen är före beslutet om anmälan.",
        [IvoRefusals.NumberMissing] = "Ange IVO:s nummer på anmälan.",
        [IvoRefusals.NumberTooLong] = "Numret har {0} tecken. Det får ha högst {1}.",
        [IvoRefusals.NoUnit] = "Koppla först synpunkten till en enhet i registret.",
        [IvoRefusals.AlreadyOpen] = "Frågan är redan väckt för synpunkten och väntar på ett ställningstagande.",
    };
}
