using System.Globalization;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.FollowUps;

internal sealed class SetFinalDate : ReviewOperation<ReviewCommand.SetFinalDate>
{
    private static readonly DayField Last = new("day", "Sista dag för alla brister") { Required = true };

    private static readonly DayField FollowUpOn = new("followUpOn", "Uppföljning")
    {
        Hint = "Ska vara före den sista dagen. Lämna tomt för den tid som gäller enligt inställningarna för den "
            + "allvarligaste bristen.",
    };

    private static readonly DayField CheckOn = new("checkOn", "Kontroll efter den sista dagen")
    {
        Hint = "Ska vara efter den sista dagen. Lämna tomt för den tid som gäller enligt inställningarna.",
    };

    private static readonly WordsField Reason = new("reason", "Motivering", limits => limits.Reason)
    {
        Rows = 3,
        Hint = "Behövs när den sista dagen flyttas.",
    };

    public override OperationName Name { get; } = new("set-final-date", "sista-dag");

    public override string Title => "Sätt sista dag och planera uppföljningen";

    public override string Button => "Spara dagarna";

    public override string Summary =>
        "Sätter en sista dag för alla brister och planerar uppföljningen före den och kontrollen efter den.";

    public override string Done => "Dagarna är sparade. Ni får en påminnelse när det är dags att följa upp.";

    public override int Rank => 171;

    public override IReadOnlyList<Field> Fields { get; } = [Last, FollowUpOn, CheckOn, Reason];

    public override bool Fits(OpenReview open) =>
        base.Fits(open) && open.Review.Findings.Any(finding => finding.IsOpen);

    public override string? Lead(OpenReview open) => open.Review.FinalDate is { IsDecided: true, Day: var day }
        ? $"Den sista dagen, {Day(day)}, är beslutad med en sanktion och flyttas inte här. Uppföljningen och "
            + "kontrollen kan du flytta."
        : null;

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenReview open, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            open.Review.FinalDate is { IsOver: false } known
                ? new Dictionary<string, IReadOnlyList<string>>
                {
                    [Last.Name] = [Written(known.Day)],
                    [FollowUpOn.Name] = [Written(known.FollowUpOn)],
                    [CheckOn.Name] = [Written(known.CheckOn)],
                }
                : new Dictionary<string, IReadOnlyList<string>>());

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.SetFinalDate(
            values.Read(Last), values.Read(FollowUpOn), values.Read(CheckOn), texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) => happened switch
    {
        ReviewEvent.FinalDateSet set => new Told(
            "Sista dag för alla brister", Days(set.Day, set.FollowUpOn, set.CheckOn), set.Reason),
        ReviewEvent.FinalDateMoved moved => new Told(
            "Sista dagen beslutad med en sanktion", Days(moved.Day, moved.FollowUpOn, moved.CheckOn)),
        _ => null,
    };

    private static IReadOnlyList<(string Label, string Value)> Days(DateOnly last, DateOnly followUp, DateOnly check) =>
        [("Sista dag", Day(last)), ("Uppföljning", Day(followUp)), ("Kontroll", Day(check))];

    private static string Written(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
