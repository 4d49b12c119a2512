using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Oversight.Answers;
using Oversight.Functions.Answers.Screens;
using Oversight.Functions.Attachments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Sources;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Answers;

/// <summary>The review's own page tells what has been asked by link.</summary>
public sealed class ReviewAnswersSection(Views views) : IReviewSection
{
    public async Task<ReviewSection?> ReadAsync(OpenReview open, CancellationToken cancellation)
    {
        var rows = await views.ReadAllAsync<AnswerRow>(AnswerStream.PartitionOf(open.Head.Id), cancellation);
        return rows.Count == 0 ? null : new ReviewSection(typeof(ReviewAnswers), new Dictionary<string, object>
        {
            [nameof(ReviewAnswers.Review)] = open.Head.Id,
            [nameof(ReviewAnswers.Answers)] =
                (IReadOnlyList<AnswerRow>)[
                    .. rows.OrderBy(row => row.Until).ThenBy(row => row.Kind).ThenBy(row => row.Number)],
        });
    }
}

/// <summary>How many answers there are to a review.</summary>
public sealed class ReceivedFromProvider(Views views) : IReceivedFromProvider
{
    public async Task<int> CountAsync(Id review, CancellationToken cancellation) =>
        (await views.ReadAllAsync<AnswerRow>(AnswerStream.PartitionOf(review), cancellation))
            .Count(row => row.Status == AnswerStatus.HandedIn);
}

/// <summary>
/// What providers have handed in, for those who read the review: whole, word for word. A draft is for nobody.
/// </summary>
public sealed partial class HandedInPages(
    ReviewDesk reviews, ReviewSubject subject, AnswerDesk desk, Streams streams, AttachmentFiles files,
    ILogger<HandedInPages> logger)
{
    private const string Page = "granskningar/{review:length(27)}/svar/{id:length(27)}";

    [Function("Answers_HandedIn")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string review,
        string id, CancellationToken cancellation)
    {
        var (open, answer, no) = await OpenAsync(request, review, id, cancellation);
        return open is null || answer is null ? no! : Pages.Show<HandedInPage>(new
        {
            Answer = answer,
            Texts = await desk.TextsAsync(Id.FromValue(id), cancellation),
            Trail = subject.Trail(open),
            Address = $"{open.Address}/svar/{id}",
        });
    }

    [Function("Answers_HandedInFile")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> File(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Page + "/filer/{number}")] HttpRequest request,
        string review, string id, string number, CancellationToken cancellation)
    {
        var (open, answer, no) = await OpenAsync(request, review, id, cancellation);
        if (open is null || answer is null)
            return no!;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place < 1
            || place > answer.Files.Count)
            return Pages.NotFound();
        var file = answer.Files[place - 1];
        LogFileGiven(id);
        var name = (await desk.TextsAsync(Id.FromValue(id), cancellation)).Show(file.Name);
        return Pages.SeeOther((await files.LinkAsync(Id.FromValue(id), file.File, name, cancellation)).AbsoluteUri);
    }

    private async Task<(OpenReview? Open, Answer? Answer, IResult? No)> OpenAsync(
        HttpRequest request, string review, string id, CancellationToken cancellation)
    {
        var opening = await reviews.OpenAsync(request, review, cancellation);
        if (opening is not Opening<OpenReview>.Opened { Subject: var open })
            return (null, null, opening is Opening<OpenReview>.Missing ? Pages.NotFound() : Pages.Forbidden());
        return Id.TryParse(id, out var known)
            && await streams.LoadAsync(AnswerStream.Kind, known,
                cancellation) is { State: { Status: AnswerStatus.HandedIn, Answer: { } answer } }
            && answer.Task.SubjectId == open.Head.Id
            ? (open, answer, null)
            : (null, null, Pages.NotFound());
    }

    [LoggerMessage(5101, LogLevel.Information, "A link to a file of the answer {Answer} was handed out")]
    private partial void LogFileGiven(string answer);
}
