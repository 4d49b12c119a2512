using Oversight.Waiting;

namespace Oversight.Sanctions;

/// <summary>Something that the provider has been asked for about a sanction through a svarslänk.</summary>
/// <param name="What">As <see cref="SanctionAwaiting"/> names it.</param>
/// <param name="Number">Of the hearing, or of the question whose decision it is told of.</param>
/// <param name="Until">The last day; null: it is not asked for any more.</param>
public sealed record SanctionLink(string What, bool IsReceipt, int Number, DateOnly? Until);

/// <summary>
/// What a sanction asks the provider for. Everything it ever has: what is no longer asked for is withdrawn.
/// </summary>
public static class SanctionLinks
{
    public static IEnumerable<SanctionLink> Of(SanctionState state) =>
        state.Sanction is { } sanction ? Hearings(state.Status, sanction).Concat(Receipts(sanction)) : [];

    /// <summary>Those that are asked for now.</summary>
    public static IEnumerable<SanctionLink> Open(SanctionState state) =>
        Of(state).Where(link => link.Until is not null);

    internal static IEnumerable<SanctionLink> Receipts(Sanction sanction)
    {
        foreach (var question in sanction.Questions)
        {
            if (question.Decision is { NotifiedOn: { } told } decision)
                yield return new SanctionLink(
                    SanctionAwaiting.Receipt(question.Number), true, question.Number,
                    decision.ReceivedOn is null && sanction.Ending != SanctionEnding.Annulled
                        ? SwedishCalendar.WorkingDayOnOrAfter(told.AddDays(sanction.Terms.HearingDays))
                        : null);
        }
    }

    private static IEnumerable<SanctionLink> Hearings(SanctionStatus status, Sanction sanction)
    {
        for (var number = 1; number <= sanction.Hearings; number++)
        {
            yield return new SanctionLink(
                SanctionAwaiting.Hearing(number), false, number,
                status == SanctionStatus.Hearing && sanction.Question.Hearing is { AnsweredOn: null } hearing
                    && hearing.Number == number
                    ? hearing.Until
                    : null);
        }
    }
}
