using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Settings;

namespace Oversight.Functions.Concerns;

/// <summary>One thing that happened, as the page tells it. Who is told as a role, never as a name.</summary>
/// <param name="Facts">Label and value.</param>
/// <param name="Text">Words that somebody wrote: a reason.</param>
public sealed record TimelineEntry(
    int Version, DateTimeOffset At, string Who, string What, IReadOnlyList<(string Label, string Value)> Facts, string? Text);

/// <summary>The history of a concern in words.</summary>
public static class ConcernTimeline
{
    private const string Erased = "(texten är gallrad)";

    public static IReadOnlyList<TimelineEntry> Of(
        IReadOnlyList<Recorded<ConcernEvent>> history, ConcernTexts texts, MunicipalitySettings settings, ConcernAccess access)
    {
        // Masked words must not come back through an earlier version of the text.
        var showsEarlierTexts = !history.Any(recorded => recorded.Event is ConcernEvent.Masked);
        TextReference? text = null;
        var entries = new List<TimelineEntry>();
        foreach (var recorded in history.Where(recorded => access.Reads || !IsInternal(recorded.Event)))
        {
            var earlier = recorded.Event is ConcernEvent.Corrected { Text: not null } && showsEarlierTexts ? texts.Find(text) : null;
            var (what, facts, words) = Tell(recorded.Event, settings, access);
            entries.Add(new TimelineEntry(
                recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), what,
                earlier is null ? facts : [.. facts, ("Tidigare lydelse", earlier)],
                words is null ? null : texts.Find(words) ?? Erased));
            text = recorded.Event switch
            {
                ConcernEvent.Reported reported => reported.Text,
                ConcernEvent.Corrected { Text: { } corrected } => corrected,
                _ => text,
            };
        }

        return entries;
    }

    private static (string What, IReadOnlyList<(string Label, string Value)> Facts, TextReference? Words) Tell(
        ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) => happened switch
        {
            ConcernEvent.Reported reported => ("Synpunkten togs emot", [("Väg in", ConcernWords.Channel(reported.Channel))], null),
            ConcernEvent.Assessed assessed => (assessed.Number == 1 ? "Bedömning" : $"Ny bedömning (nr {assessed.Number})", Facts(assessed, settings), assessed.Reason),
            ConcernEvent.LinkedToUnit linked => ("Kopplad till enhet", [("Enhet", $"{linked.Unit.Name} – {linked.Unit.ProviderName}")], null),
            ConcernEvent.Moved moved => ("Flyttad",
            [
                ("Från", Place(moved.FromBoard, moved.FromUnit, settings)),
            ("Till", Place(moved.Board, moved.Unit, settings)),
        ], moved.Reason),
            ConcernEvent.Withdrawn withdrawn => ("Återkallad", [], withdrawn.Reason),
            ConcernEvent.Corrected corrected => ("Rättad", Facts(corrected, settings), corrected.Reason),
            ConcernEvent.Masked masked => ("Delar av texten maskerades", [("Antal ställen", $"{masked.Ranges.Count}")], masked.Reason),
            ConcernEvent.TriggeredReviewDecided decided => (
                "Beslut om påkallad granskning", [("Beslut", decided.Approved ? "Granskning görs" : "Ingen granskning")], decided.Reason),
            ConcernEvent.DecisionReminded reminded => (
                "Påminnelse om beslut", [("Till", RoleNames.Title(reminded.To)), ("Beslut senast", SwedishDates.Text(reminded.DecideBy))], null),
            ConcernEvent.DecisionEscalated escalated => ("Beslutet gick över till ersättaren", Facts(escalated.Awaits), null),
            ConcernEvent.ConflictOfInterestDeclared declared => ("Jäv anmält", Facts(declared.Awaits), declared.Reason),
            ConcernEvent.LinkedToConcern linked => (
                "Kopplad till en annan synpunkt", access.Reads ? [(ConcernWords.Link(linked.Kind), linked.Other.Reference(ConcernFacts.ReferenceKind))] : [], null),
            ConcernEvent.UnlinkedFromConcern unlinked => (
                "Kopplingen togs bort", access.Reads ? [("Synpunkt", unlinked.Other.Reference(ConcernFacts.ReferenceKind))] : [], null),
            _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}."),
        };

    /// <summary>Between those who decide and the system: nothing that its reporter is told.</summary>
    private static bool IsInternal(ConcernEvent happened) => happened is
        ConcernEvent.DecisionReminded or ConcernEvent.DecisionEscalated or ConcernEvent.ConflictOfInterestDeclared;

    private static List<(string Label, string Value)> Facts(DecisionWait wait) =>
        [("Beslutar", RoleNames.Title(wait.From)), ("Beslut senast", SwedishDates.Text(wait.DecideBy))];

    private static List<(string Label, string Value)> Facts(ConcernEvent.Assessed assessed, MunicipalitySettings settings)
    {
        var facts = new List<(string Label, string Value)> { ("Leder till", ConcernWords.Outcome(assessed.Outcome)) };
        if (assessed.Awaits is { } wait)
            facts.AddRange(Facts(wait));
        if (assessed.Severity is { } severity)
            facts.Add(("Allvarlighet", $"{severity} av 4"));
        if (assessed.Kind is { } kind)
            facts.Add(("Typ", settings.Codes(CodeLists.ConcernKinds).Text(kind)));
        if (assessed.Category is { } category)
            facts.Add(("Kategori", settings.Codes(CodeLists.ConcernCategories).Text(category)));
        if (assessed.Area is { } area)
            facts.Add(("Kvalitetsområde", settings.Codes(CodeLists.QualityAreas).Text(area)));
        return facts;
    }

    private static List<(string Label, string Value)> Facts(ConcernEvent.Corrected corrected, MunicipalitySettings settings)
    {
        var facts = new List<(string Label, string Value)>();
        if (corrected.Occurred is { } occurred)
            facts.Add(("När", ConcernWords.When(occurred)));
        if (corrected.Consequence is { } consequence)
            facts.Add(("Konsekvens", settings.Codes(CodeLists.ConcernConsequences).Text(consequence)));
        if (corrected.Text is not null)
            facts.Add(("Texten", "ändrad"));
        return facts;
    }

    private static string Place(BoardId board, ConcernUnit? unit, MunicipalitySettings settings) =>
        $"{(unit is null ? "okänd enhet" : $"{unit.Name} – {unit.ProviderName}")} ({settings.Board(board)?.Name ?? board.Value})";
}
