using System.Globalization;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Reviews.Matters;
using Oversight.Functions.Reviews.Operations.Ending;
using Oversight.Functions.Texts;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Moves;

/// <summary>Reports how many customers have not moved.</summary>
internal sealed class CountMove : SharedOperation<ReviewCommand.CountMove>
{
    public override OperationName Name { get; } = new("count-move", "kundflytt");

    public override string Title => "Anteckna kundflytten";

    public override string Summary => "Antecknar hur många kunder som är kvar.";

    public override string Done => "Kundflytten är antecknad.";

    public override int Rank => 177;

    public override IReadOnlyList<Field> Fields { get; } =
        [MoveWords.Remaining, MoveWords.LastDay, MoveWords.ChoiceOffered];

    public override bool Fits(OpenReview open) => base.Fits(open) && open.Review.Move is { CalledOffOn: null };

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenReview open, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            new Dictionary<string, IReadOnlyList<string>>
            {
                [MoveWords.LastDay.Name] = [Written(open.Review.Move?.Progress.LastDay)],
                [MoveWords.ChoiceOffered.Name] = [Written(open.Review.Move?.Progress.ChoiceOffered)],
            });

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.CountMove(
            values.Read(MoveWords.Remaining), values.Read(MoveWords.LastDay), values.Read(MoveWords.ChoiceOffered)));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.MoveCounted { Move: var move }
            ? new Told(
                "Kundflytten antecknad",
                [
                    ("Läge", MoveWords.Left(move)),
                    .. move.LastDay is { } last
                        ? [("Sista dag för kunderna", Day(last))]
                        : Array.Empty<(string, string)>(),
                ])
            : null;

    private static string Written(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
