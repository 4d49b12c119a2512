using Oversight.Functions.Answers;
using Oversight.Functions.Notifications;
using Oversight.Functions.Reviews;
using Oversight.Notifications;
using Oversight.Reviews;
using Oversight.Testkit;

namespace Oversight.Benchmarks;

/// <summary>Its reviews and the letters that were sent because of them; those of this half year go on.</summary>
internal sealed partial class Municipality
{
    private const int ReviewsPerYear = 60;
    private const int LettersPerReview = 25;
    private const int DaysOfReview = 180;

    private IEnumerable<ProjectedRow> ReviewRows() =>
        Enumerable.Range(0, Years * ReviewsPerYear).SelectMany(number =>
        {
            var (id, days) = (Id.Derive("measured", $"review-{number}"), number * 365 / ReviewsPerYear);
            var (unitId, name, facts) = Facts(number % size.Units);
            var unit = new ReviewedUnit(
                unitId, facts.ProviderId, facts.AgreementId, facts.Board, name, facts.ProviderName);
            return Review(id, unit, days).Concat(Letters(id, unit, days));
        });

    private IEnumerable<ProjectedRow> Review(Id id, ReviewedUnit unit, int daysAgo)
    {
        var day = _today.AddDays(-daysAgo);
        List<ReviewEvent> events =
            [new ReviewEvent.Opened(day, unit, new ReviewOrigin(ReviewKind.Planned, day, false, day.Year, []))];
        if (daysAgo > DaysOfReview)
            events.Add(new ReviewEvent.Closed(
                day.AddDays(DaysOfReview), ReviewEnding.Completed, Text("closing", "reason")));
        return ProjectedRow.Of(ReviewStream.Kind, id, now.AddDays(-daysAgo), events);
    }

    private IEnumerable<ProjectedRow> Letters(Id review, ReviewedUnit unit, int daysAgo) =>
        Enumerable.Range(0, LettersPerReview).SelectMany(number =>
        {
            var (id, at) = (Id.Derive($"{review}", $"letter-{number}"), now.AddDays(-daysAgo).AddMinutes(number));
            return ProjectedRow.Of(NotificationStream.Kind, id, at,
            [
                new NotificationEvent.Queued(
                    at, new Notification(AnswerLetters.Asked, $"{id}", review, unit.UnitId, unit.Board)),
                new NotificationEvent.Sent(at),
            ]);
        });
}
