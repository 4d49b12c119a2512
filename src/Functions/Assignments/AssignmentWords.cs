using Oversight.Assignments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Assignments;

/// <summary>Uppgifter as people read them.</summary>
public static class AssignmentWords
{
    public static string Title(OpenAssignment open) => $"Uppgift om {open.Given.Unit.Name}";

    public static string Text(AssignmentStatus status) => status switch
    {
        AssignmentStatus.Done => "Klar",
        AssignmentStatus.Withdrawn => "Tillbakatagen",
        _ => "Att göra",
    };

    public static string Color(AssignmentStatus status) => status switch
    {
        AssignmentStatus.Done => "success",
        AssignmentStatus.Withdrawn => "neutral",
        _ => "warning",
    };

    public static TimelineEntry Entry(Recorded<AssignmentEvent> recorded, KeptTexts texts)
    {
        var (what, facts, words) = Told(recorded.Event, texts);
        return new TimelineEntry(
            recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), what, facts, words);
    }

    private static (string What, IReadOnlyList<(string Label, string Value)> Facts, string Words) Told(
        AssignmentEvent happened, KeptTexts texts) => happened switch
        {
            AssignmentEvent.Assigned { Assignment: var given } =>
                ("Uppgiften given", [("Senast", SwedishDates.Text(given.Until))], texts.Show(given.What)),
            AssignmentEvent.Completed { Word: var word } => ("Klar", [], texts.Show(word)),
            AssignmentEvent.Withdrawn { Reason: var reason } => ("Tillbakatagen", [], texts.Show(reason)),
            _ => throw new InvalidOperationException($"Nobody tells of {happened.GetType().Name}."),
        };
}

internal sealed class AssignmentRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [AssignmentGivingRefusals.NoReport] = "Uppgifter ges efter den fastställda rapporten.",
        [AssignmentGivingRefusals.IsSealed] = "Granskningen är spärrad. Ingen uppgift ges förrän spärren är hävd.",
        [AssignmentGivingRefusals.DayMissing] = "Ange dagen.",
        [AssignmentGivingRefusals.DayPassed] = "Dagen har passerat.",
        [AssignmentRefusals.NotOpen] = "Uppgiften är redan klar eller tillbakatagen.",
    };
}
