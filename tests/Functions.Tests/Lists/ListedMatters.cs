using Azure.Data.Tables;
using Oversight.Assignments;
using Oversight.Dialogues;
using Oversight.Functions.Answers;
using Oversight.Functions.Assignments;
using Oversight.Functions.Dialogues;
using Oversight.Functions.Documents;
using Oversight.Functions.Notifications;
using Oversight.Functions.Providers;
using Oversight.Functions.Referrals;
using Oversight.Functions.Reviews;
using Oversight.Functions.Sanctions;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Golden;
using Oversight.Notifications;
using Oversight.Referrals;
using Oversight.Reviews;
using Oversight.Sanctions;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Lists;

/// <summary>With more matters of every kind than a page shows, and one of each of another board.</summary>
public sealed class ListedMatters : ConcernApp
{
    public const int Count = 60;
    public const string Elsewhere = "Radhus annanstans";
    private static readonly DateTimeOffset LongAgo = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly BoardId Own = new(Social);
    private static readonly BoardId Other = new(Elder);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var views = new TableClient(App.StorageConnectionString, "views");
        await ProjectedRow.WriteAsync(
            views,
            Enumerable.Range(1, Count).SelectMany(number => Rows(number, $"Radhus {number:D2}", Own))
                .Concat(Rows(0, Elsewhere, Other)));
    }

    /// <summary>One of each that comes of a review, about the unit of that.</summary>
    public async Task AddMattersOfAsync(string review)
    {
        var of = Id.FromValue(review);
        var views = new TableClient(App.StorageConnectionString, "views");
        await ProjectedRow.WriteAsync(
            views,
            Rows(Id.Derive("listed-of", review), of, Unit, new DateOnly(2027, 3, 1), "Björkens ledsagning", Own,
                    LongAgo)
                .Where(row => row.Row.Partition != ReviewPartitions.OfBoard(Own)
                    && row.Row.Partition != RegisterPartitions.UnitIndex));
    }

    /// <summary>One of each more, that comes now.</summary>
    public async Task AddAsync(int number, string name) => await ProjectedRow.WriteAsync(
        new TableClient(App.StorageConnectionString, "views"),
        Rows(IdOf(number), IdOf(number), IdOf(number), new DateOnly(2027, 3, 1), name, Own, App.Clock.Now));

    public static Id IdOf(int number) => Id.Derive("listed", $"{number}");

    /// <summary>A row as the storage room would have written it for a stream.</summary>
    public static ProjectedRow Row(string partition, Id id, object document, string kind = "listed") =>
        new(new ViewRow(partition, id.Value, document), new StreamHead(kind, id, 1, default, default), 1);

    public static TRow Sample<TRow>()
        where TRow : class => StoredJson.Read<TRow>(SampleValues.Of(typeof(TRow))[^1]);

    private static IEnumerable<ProjectedRow> Rows(int number, string name, BoardId board) => Rows(
        IdOf(number), IdOf(number), IdOf(number), new DateOnly(2027, 3, 1).AddDays(number), name, board, LongAgo);

    private static IEnumerable<ProjectedRow> Rows(
        Id id, Id review, Id unit, DateOnly day, string name, BoardId board, DateTimeOffset at)
    {
        var reviewed = new ReviewedUnit(unit, unit, unit, board, name, "Omsorg Exempel AB");
        yield return Row(ReviewPartitions.OfBoard(board), id, Sample<ReviewRow>() with
        {
            Id = id,
            CameAt = at,
            Unit = reviewed,
            Status = ReviewStatus.Scoping,
            Kind = ReviewKind.Triggered,
            Waits = [new ReviewWait(ReviewAwaiting.Check, day, IsDue: false)],
            NotBefore = day,
            IsSealed = false,
            IsPaused = false,
            Lead = id == IdOf(7) ? "listed-lead" : null,
        });
        yield return Row(SanctionPartitions.OfBoard(board), id, Sample<SanctionRow>() with
        {
            Id = id,
            ReviewId = review,
            Unit = reviewed,
            Text = "Varning",
            Meeting = day,
            Status = SanctionStatus.Drafting,
        });
        yield return Row(AssignmentStream.PartitionOf(board), id, new AssignmentRow(
            id, review, board, name, day, AssignmentStatus.Open)
        {
            GivenAt = at,
        });
        yield return Row(DialogueStream.PartitionOf(board), id, Sample<DialogueRow>() with
        {
            Id = id,
            Board = board,
            Name = name,
            Status = DialogueStatus.Open,
        });
        yield return Row(IvoStream.PartitionOf(board), id, Sample<IvoRow>() with
        {
            Id = id,
            Review = review,
            Board = board,
            Unit = name,
            ProviderName = reviewed.ProviderName,
            Status = IvoStatus.Open,
        });
        yield return Row(ReferralStream.PartitionOf(board), id, Sample<ReferralRow>() with
        {
            Id = id,
            Review = review,
            Board = board,
            Unit = name,
            ProviderName = reviewed.ProviderName,
            Status = ReferralStatus.Proposed,
        });
        yield return Row(NotificationStream.PartitionOf(board), id, new LetterRow(
            id, new Notification(AnswerLetters.Asked, id.Value, review, unit, board), NotificationStatus.ToSend, null,
            at, null));
        yield return Row(RegisterPartitions.UnitIndex, id, Sample<UnitIndexRow>() with
        {
            UnitId = unit,
            Board = board,
            Name = name,
        });
        yield return Row(DocumentStream.Partition(board), id, Sample<DocumentRow>() with
        {
            Id = id,
            Board = board,
            Title = name,
            Type = new CodeId(id == review ? "radhusbrev" : "annat"),
            TypeText = "Brev",
            Date = day,
            CreatedAt = at,
            IsDraft = false,
            Content = ContentClass.ReviewPaper,
            About = [review],
        });
    }
}
