using Oversight.Concerns;
using Oversight.Functions.Concerns.Operations;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Settings;

namespace Oversight.Functions.Concerns;

/// <summary>The history of a concern in words.</summary>
/// <param name="operations">Each tells the events it leads to.</param>
public sealed class ConcernTimeline(IEnumerable<Operation<OpenConcern>> operations)
{
    private const string Erased = "(texten är gallrad)";

    private readonly List<ConcernOperation> _operations = [.. operations.Cast<ConcernOperation>()];

    public IReadOnlyList<TimelineEntry> Of(
        IReadOnlyList<Recorded<ConcernEvent>> history, ConcernTexts texts, MunicipalitySettings settings,
        ConcernAccess access)
    {
        // Masked words must not come back through an earlier version of the text.
        var showsEarlierTexts = !history.Any(recorded => recorded.Event is ConcernEvent.Masked);
        TextReference? text = null;
        var entries = new List<TimelineEntry>();
        foreach (var recorded in history.Where(recorded => access.Reads || !IsInternal(recorded.Event)))
        {
            var earlier = recorded.Event is ConcernEvent.Corrected { Text: not null } && showsEarlierTexts
                ? texts.Find(text)
                : null;
            var (what, facts, words) = Tell(recorded.Event, settings, access);
            entries.Add(new TimelineEntry(
                recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), what,
                earlier is null ? facts : [.. facts, ("Tidigare lydelse", earlier)],
                Words(words, texts)));
            text = recorded.Event switch
            {
                ConcernEvent.Reported reported => reported.Text,
                ConcernEvent.Corrected { Text: { } corrected } => corrected,
                _ => text,
            };
        }

        return entries;
    }

    private static string? Words(IReadOnlyList<TextReference?> words, ConcernTexts texts) =>
        words.OfType<TextReference>().Select(kept => texts.Find(kept) ?? Erased).ToList() is { Count: > 0 } told
            ? string.Join("\n\n", told)
            : null;

    private Told Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access) =>
        _operations.Select(operation => operation.Tell(happened, settings, access))
            .FirstOrDefault(told => told is not null)
        ?? happened switch
        {
            ConcernEvent.Reported reported =>
                new Told("Synpunkten togs emot", [("Registrerad via", ConcernWords.Channel(reported.Channel))]),
            ConcernEvent.DecisionReminded reminded => new Told(
                "Påminnelse om beslut",
                [("Till", RoleNames.Title(reminded.To)), ("Beslut senast", SwedishDates.Text(reminded.DecideBy))]),
            ConcernEvent.DecisionEscalated escalated =>
                new Told("Beslutet gick över till ersättaren", ConcernWords.Wait(escalated.Awaits)),
            ConcernEvent.AnsweredByReview answered =>
                new Told("Granskningen som synpunkten ingick i är avslutad", [], answered.Decided, answered.Became),
            ConcernEvent.AnsweredByDialogue answered =>
                new Told("Synpunkten togs upp på en kvalitetsdialog", [], answered.Became),
            ConcernEvent.Admitted => new Told("Granskarna läser den spärrade synpunkten", []),
            _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}."),
        };

    /// <summary>Between those who decide and the system: nothing that its reporter is told.</summary>
    private static bool IsInternal(ConcernEvent happened) => happened is
        ConcernEvent.DecisionReminded or ConcernEvent.DecisionEscalated or ConcernEvent.ConflictOfInterestDeclared
        or ConcernEvent.Sealed or ConcernEvent.Unsealed or ConcernEvent.Admitted
        or ConcernEvent.Taken or ConcernEvent.HandedOver or ConcernEvent.PutBack;
}
