using Oversight.Functions.Concerns;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Reviews.Operations.Reviewers;

internal sealed class AddConcerns(ReviewReasons reasons) : ReviewOperation<ReviewCommand.AddConcerns>
{
    private static readonly SeveralField Concerns = new("concerns", "Synpunkter om enheten", null) { Required = true };

    private static readonly WordsField Reason = Why("Varför hör de hit?");

    public override OperationName Name { get; } = new("add-concerns", "lagg-till-synpunkter");

    public override string Title => "Lägg till synpunkter";

    public override string Summary => "Lägger till bedömda synpunkter om samma enhet som anledning till granskningen.";

    public override string Done => "Synpunkterna är med i granskningen.";

    public override int Rank => 110;

    public override IReadOnlyList<Field> Fields { get; } = [Concerns, Reason];

    public override async ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        OpenReview open, Field field, CancellationToken cancellation) =>
        field == Concerns
            ? [.. (await OpenAsync(open, cancellation)).Select(row => ChoiceOf(open, row))]
            : null;

    private static Choice ChoiceOf(OpenReview open, ConcernRow row)
    {
        var category = open.InForce.Settings.Codes(CodeLists.ConcernCategories).Text(row.Category!.Value);
        return new Choice(row.ConcernId.Value, $"{row.Reference}, inkom {Day(row.ReceivedOn)}, {category}");
    }

    private async Task<IReadOnlyList<ConcernRow>> OpenAsync(OpenReview open, CancellationToken cancellation) =>
        [.. (await reasons.OpenToAsync(open.Review, cancellation)).Where(row => !open.Closed.Contains(row.ConcernId))];

    private async Task<ReviewCommand> MakeAsync(
        OpenReview open, FieldValues values, WrittenText reason, CancellationToken cancellation)
    {
        var chosen = values.All(Concerns);
        var known = await OpenAsync(open, cancellation);
        return new ReviewCommand.AddConcerns(
            [.. known.Where(row => chosen.Contains(row.ConcernId.Value)).Select(ReviewReasons.Of)], reason, open.Setup);
    }

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(MakeAsync(open, values, texts.Add(values, Reason), cancellation));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.ConcernsAdded added
        ? new Told("Synpunkter tillagda", [("Antal", ReviewWords.Count(added.Concerns.Count))], added.Reason)
        : null;
}
