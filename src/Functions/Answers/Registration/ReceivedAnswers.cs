using Oversight.Answers;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Registration;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Answers.Registration;

/// <summary>
/// What somebody who registers is told of an answer that has been handed in: not a word of what it says.
/// </summary>
/// <param name="RegistrationNumber">diarienummer; null: it waits for one.</param>
public sealed record ReceivedAnswerRow(
    Id Id, Id SubjectId, Id UnitId, BoardId Board, AnswerKind Kind, int Number, DateOnly HandedInOn,
    string? RegistrationNumber)
{
    public static string Partition(BoardId board, bool isRegistered) =>
        isRegistered ? $"answers-registered|{board}" : $"answers-to-register|{board}";
}

/// <param name="Unit">What the unit is called today.</param>
public sealed record ReceivedAnswer(ReceivedAnswerRow Row, string Unit)
{
    public string Title => $"{AnswerWords.Title(Row.Kind)} {Row.Number} från {Unit}";
}

/// <summary>
/// The answers of the boards that somebody registers for, without the matters in which the person is in a conflict of
/// interest.
/// </summary>
public sealed class ReceivedAnswers(Views views, Conflicts conflicts)
{
    public Task<IReadOnlyList<ReceivedAnswer>> ToRegisterAsync(SignedInUser user, CancellationToken cancellation) =>
        ReadAsync(user, false, cancellation);

    public Task<IReadOnlyList<ReceivedAnswer>> RegisteredAsync(SignedInUser user, CancellationToken cancellation) =>
        ReadAsync(user, true, cancellation);

    /// <summary>Those of a board's reviews that are closed to the person.</summary>
    public async Task<IReadOnlySet<Id>> ClosedReviewsAsync(
        SignedInUser user, BoardId board, CancellationToken cancellation)
    {
        var closed = await conflicts.OfAsync(user, cancellation);
        return closed.Any
            ? (await views.ReadAllAsync<ReviewRow>(ReviewPartitions.OfBoard(board), cancellation))
                .Where(review => review.IsClosedTo(user, closed)).Select(review => review.Id).ToHashSet()
            : new HashSet<Id>();
    }

    private async Task<IReadOnlyList<ReceivedAnswer>> ReadAsync(
        SignedInUser user, bool isRegistered, CancellationToken cancellation)
    {
        var rows = new List<ReceivedAnswerRow>();
        foreach (var board in Access.Boards(user, Permission.RegisterDocuments)
            .Where(board => ReviewCases.MayRegister(user, board)))
        {
            var closed = await ClosedReviewsAsync(user, board, cancellation);
            rows.AddRange(
                (await views.ReadAllAsync<ReceivedAnswerRow>(ReceivedAnswerRow.Partition(board, isRegistered),
                    cancellation))
                    .Where(row => !closed.Contains(row.SubjectId)));
        }

        if (rows.Count == 0)
            return [];
        var names = (await views.ReadAllAsync<UnitIndexRow>(RegisterPartitions.UnitIndex, cancellation))
            .ToDictionary(unit => unit.UnitId, unit => unit.Name);
        return [.. rows.Select(row => new ReceivedAnswer(row, names.GetValueOrDefault(row.UnitId, "okänd enhet")))];
    }
}
