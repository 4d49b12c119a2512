using Oversight.Functions.Reviews.Screens;
using Oversight.Functions.Web;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Matters;

/// <summary>On a review's page: the kundflytt that it has opened.</summary>
public sealed class MoveSections(ReviewDesk desk) : IReviewSection
{
    public async Task<ReviewSection?> ReadAsync(OpenReview open, CancellationToken cancellation) =>
        open.Review.Move is null
            ? null
            : new ReviewSection(typeof(MoveSection), new Dictionary<string, object>
            {
                [nameof(MoveSection.Case)] = new ReviewCase(
                    open, await desk.TextsAsync(open.Head.Id, cancellation),
                    new ReviewWords(open.InForce.Settings, open.Setup.Rules)),
            });
}

/// <summary>A kundflytt without a sanction, as the API gives it.</summary>
public sealed record MoveDetails(
    CodeId Cause, string Reason, DateOnly Since, int AtStart, int? Remaining, DateOnly? LastDay,
    DateOnly? ChoiceOffered, DateOnly? CalledOffOn)
{
    public static MoveDetails? Of(Review review, ReviewTexts texts) => review.Move is { } move
        ? new MoveDetails(
            move.Cause, texts.Show(move.Reason), move.Since, move.AtStart, move.Progress.Remaining,
            move.Progress.LastDay, move.Progress.ChoiceOffered, move.CalledOffOn)
        : null;
}

internal sealed class MoveApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations => [];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["ReviewDetails.move"] = "Kundflytten som ingen sanktion har lett till; saknas när det inte har funnits någon.",
        ["MoveDetails.cause"] = "Orsaken, en kod ur kodlistan.",
        ["MoveDetails.reason"] = "Varför kunderna ska flytta.",
        ["MoveDetails.since"] = "Dagen då kundflytten öppnades.",
        ["MoveDetails.atStart"] = "Antalet kunder när den öppnades.",
        ["MoveDetails.remaining"] = "Antalet kunder som inte har flyttat.",
        ["MoveDetails.lastDay"] = "Sista dagen för kunderna.",
        ["MoveDetails.choiceOffered"] = "Dagen då omval erbjöds; saknas när det inte är gjort.",
        ["MoveDetails.calledOffOn"] = "Dagen då kundflytten avblåstes; saknas annars.",
    };
}

internal sealed class MoveRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [CustomerMoveRefusals.AlreadyMoving] = "En kundflytt är redan öppnad.",
        [CustomerMoveRefusals.NoMove] = "Ingen kundflytt pågår.",
        [CustomerMoveRefusals.NumberImpossible] = "Ange ett antal, 0 eller fler.",
        [CustomerMoveRefusals.CustomersRemain] = "Kundflytten är inte klar. Så många kunder har inte flyttat: {0}.",
    };
}
