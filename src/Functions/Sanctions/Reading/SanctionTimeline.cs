using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions.Reading;

/// <summary>What has happened to a sanction, in words.</summary>
public static class SanctionTimeline
{
    /// <summary>
    /// Whether also those learn of it who do not read the review: what was proposed and answered before the papers
    /// were handed in is not for them.
    /// </summary>
    public static bool IsForAll(SanctionEvent happened) => happened is not (SanctionEvent.Proposed
        or SanctionEvent.PaperWritten or SanctionEvent.Heard or SanctionEvent.Answered or SanctionEvent.AnswerTaken
        or SanctionEvent.Prompted or SanctionEvent.LinkRenewed or SanctionEvent.Reminded
        or SanctionEvent.Withdrawn or SanctionEvent.Reconsidered or SanctionEvent.Concluded);

    public static TimelineEntry Entry(Recorded<SanctionEvent> recorded, OpenSanction open)
    {
        var (what, facts, words) = Told(recorded.Event);
        return new TimelineEntry(
            recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), what, facts, open.Texts.Show(words));
    }

    private static (string What, IReadOnlyList<(string, string)> Facts, TextReference? Words) Told(
        SanctionEvent happened) => happened switch
        {
            SanctionEvent.Proposed { Proposal: var proposed } =>
                ($"{proposed.Terms.Text} föreslagen", [], proposed.Grounds),
            SanctionEvent.TakenAtOnce { Proposal: var taken } at => (
                $"{taken.Terms.Text} beslutad på delegation",
                [
                    ("Beslutad av", RoleNames.Title(taken.Terms.DecidedBy ?? Role.UnitManager)),
                    Fact("Till och med", at.Until),
                ],
                at.Measure),
            SanctionEvent.PaperWritten => ("Tjänsteskrivelsen skriven", [], null),
            SanctionEvent.Heard { Hearing: { Until: { } until, Why: var why } } =>
                ("Förslaget kommunicerat", [Fact("Sista svarsdag", until)], why),
            SanctionEvent.Heard { Hearing.Why: var why } => ("Förslaget kommuniceras inte", [], why),
            SanctionEvent.Answered answered =>
                ("Yttrande från verksamheten", [Fact("Inkom", answered.AnsweredOn)], answered.Answer),
            SanctionEvent.AnswerTaken taken => (
                "Yttrande från verksamheten genom svarslänk", [Fact("Inlämnat", taken.HandedInOn)], taken.Answer),
            SanctionEvent.Prompted prompted =>
                ($"Verksamheten påmind: {SanctionWords.Lower(SanctionWords.Wait(prompted.What))}", [], null),
            SanctionEvent.LinkRenewed renewed =>
                ("Svarslänken bytt", [("Svar", SanctionWords.Wait(renewed.What))], renewed.Reason),
            SanctionEvent.Submitted { Meeting: { } meeting } =>
                ("Handlingarna lämnade till nämnden", [Fact("Sammanträde", meeting)], null),
            SanctionEvent.Submitted => ("Handlingarna lämnade till delegaten", [], null),
            SanctionEvent.Withdrawn withdrawn => ("Förslaget tillbakadraget", [], withdrawn.Reason),
            SanctionEvent.Decided { Decision: var made } decided => (
                $"{SanctionWords.Text(made.Route)}: {SanctionWords.Text(made.Outcome).ToLowerInvariant()}",
                [.. Facts(made), .. decided.NextMeeting is { } next ? [Fact("Bordlagt till", next)] : Nothing],
                made.Words),
            SanctionEvent.MinutesApproved approved => (
                "Paragrafen justerad",
                [
                    Fact("Justerad", approved.ApprovedOn),
                    .. approved.PostedOn is { } posted ? [Fact("Anslagen", posted)] : Nothing,
                    .. approved.FinalOn is { } final ? [Fact("Laga kraft, om ingen överklagar", final)] : Nothing,
                ],
                null),
            SanctionEvent.MinutesAttached attached =>
                ("Protokollsutdrag tillagt", [("Filer", $"{attached.Files.Count}")], null),
            SanctionEvent.Notified => ("Verksamheten underrättad", [], null),
            SanctionEvent.ReceiptRecorded receipt =>
                ("Underrättelsen mottagen", [Fact("Mottagen", receipt.ReceivedOn)], receipt.How),
            SanctionEvent.ReceiptConfirmed receipt => (
                "Underrättelsen mottagen, bekräftat genom svarslänk", [Fact("Mottagen", receipt.ConfirmedOn)],
                receipt.Who),
            SanctionEvent.Reconsidered again =>
                ($"Ny fråga: {SanctionWords.Text(again.Kind).ToLowerInvariant()}", [], again.Why),
            SanctionEvent.ChargeSent sent => ("Beloppet skickat till ekonomi", [Fact("Den", sent.SentOn)], null),
            SanctionEvent.ChargeSettled settled => ("Beloppet reglerat", [Fact("Den", settled.SettledOn)], null),
            SanctionEvent.MoveRecorded { Move: var move } =>
                ("Kundflytten antecknad", [("Kunder kvar", $"{move.Remaining}")], null),
            SanctionEvent.CourtNoted { Note: var note } => (
                SanctionWords.Text(note.Step),
                [
                    Fact("Den", note.On),
                    .. note.Until is { } until ? [Fact("Yttrande senast", until)] : Nothing,
                ],
                note.Words),
            SanctionEvent.Concluded concluded =>
                ($"Avslutad: {SanctionWords.Text(concluded.Ending).ToLowerInvariant()}", [], concluded.Reason),
            SanctionEvent.Reminded reminded => ($"Dagen är här: {SanctionWords.Wait(reminded.What)}", [], null),
            _ => throw new InvalidOperationException($"Nobody tells of {happened.GetType().Name}."),
        };

    private static (string, string)[] Nothing => [];

    private static IEnumerable<(string, string)> Facts(SanctionDecision made)
    {
        yield return Fact("Beslutsdag", made.On);
        if (made.Paragraph is { } paragraph)
            yield return ("Paragraf eller nummer", paragraph);
        if (made.Until is { } until)
            yield return Fact("Gäller till och med", until);
        if (made.FinalDate is { } final)
            yield return Fact("Sista dag", final);
    }

    private static (string, string) Fact(string label, DateOnly day) => (label, SwedishDates.Text(day));
}
