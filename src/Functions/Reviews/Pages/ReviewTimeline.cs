using System.Globalization;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Reviews.Operations;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>A review's history in words.</summary>
public sealed class ReviewTimeline(IEnumerable<Operation<OpenReview>> operations)
{
    private readonly IReadOnlyList<ReviewOperation> _operations = [.. operations.Cast<ReviewOperation>()];

    public IReadOnlyList<TimelineEntry> Of(
        OpenReview open, IReadOnlyList<Recorded<ReviewEvent>> history, ReviewTexts texts)
    {
        var words = new ReviewWords(open.InForce.Settings, open.Setup.Rules);
        return [.. history.Select(recorded => Entry(recorded, words, texts, open.IsReviewer))];
    }

    private TimelineEntry Entry(
        Recorded<ReviewEvent> recorded, ReviewWords words, ReviewTexts texts, bool isForReviewer)
    {
        var told = Told(recorded.Event)
            ?? _operations.Select(operation => operation.Tell(recorded.Event, words))
                .FirstOrDefault(told => told is not null)
                ?? throw new InvalidOperationException($"Nobody tells of {recorded.Event.GetType().Name}.");
        var written = told.OnlyForReviewers && !isForReviewer
            ? []
            : told.Words.Select(texts.Show).OfType<string>().ToList();
        return new TimelineEntry(
            recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), told.What, told.Facts,
            written.Count == 0 ? null : string.Join("\n\n", written));
    }

    /// <summary>What no operation on the review did.</summary>
    private static Told? Told(ReviewEvent happened) => happened switch
    {
        ReviewEvent.Opened { Origin: var origin } => new(
            origin.Kind switch
            {
                ReviewKind.Planned => $"Granskningen öppnad efter årsplan {origin.PlanYear}",
                ReviewKind.Joint => "Granskningen öppnad på initiativ av en annan nämnd",
                _ => "Granskningen öppnad efter beslut om påkallad granskning",
            },
            [("Kan börja", SwedishDates.Text(origin.NotBefore))]),
        ReviewEvent.Rescheduled moved => new("Ny tid i årsplanen", [("Kan börja", SwedishDates.Text(moved.NotBefore))]),
        ReviewEvent.CaseRegistered registered =>
            new("Ärendet öppnat i diariet", [("Diarienummer", registered.Number)]),
        ReviewEvent.PlanHandedIn plan => new(
            "Åtgärdsplan inlämnad via svarslänk",
            [("Inlämnad", SwedishDates.Text(plan.HandedInOn)),
                ("Åtgärder", plan.Measures.Count.ToString(CultureInfo.InvariantCulture))]),
        ReviewEvent.SealedWithConcern => new("Granskningen spärrad tillsammans med en synpunkt", []),
        ReviewEvent.AssignmentGiven given => new(
            "Uppgift given till handläggarna", [("Senast", SwedishDates.Text(given.Until))], given.What),
        ReviewEvent.MatterWithdrawn => new("Ett förslag om överlämnande är tillbakataget", []),
        ReviewEvent.MatterEnded => new("Något som granskningen ledde till är avslutat", []),
        ReviewEvent.Dropped => new("Struken ur årsplanen", []),
        ReviewEvent.Reminded { What: ReviewAwaiting.Start } => new("Granskningen kan börja", []),
        ReviewEvent.Reminded { What: ReviewAwaiting.FollowUp or ReviewAwaiting.Check } due =>
            new($"Dags att göra: {ReviewWords.Wait(due.What).ToLowerInvariant()}", []),
        ReviewEvent.Prompted prompted =>
            new($"Verksamheten påmind: {ReviewWords.Wait(prompted.What).ToLowerInvariant()}", []),
        ReviewEvent.Reminded reminded =>
            new($"Svarstiden är ute: {ReviewWords.Wait(reminded.What).ToLowerInvariant()}", []),
        _ => null,
    };
}
