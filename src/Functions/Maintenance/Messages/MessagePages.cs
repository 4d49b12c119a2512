using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Messaging;
using Oversight.Functions.Web;

namespace Oversight.Functions.Maintenance.Messages;

public sealed class MessagePages(DeadLetters deadLetters)
{
    private const int MostShown = 200;
    private const string Address = "/drift/meddelanden";

    [Function("Messages_DeadLetters")]
    [Requires(Permission.Administer)]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "drift/meddelanden")] HttpRequest request,
        CancellationToken cancellation)
    {
        var queues = await Task.WhenAll(QueueNames.All.Select(async queue =>
            new QueueOfDeadLetters(queue, await deadLetters.ListAsync(queue, MostShown, cancellation))));
        RunAgainOutcome? outcome = Enum.TryParse<RunAgainOutcome>(request.Query["kord"], ignoreCase: true, out var ran)
            ? ran
            : null;
        return Pages.Show<DeadLettersPage>(new { Queues = queues, Outcome = outcome });
    }

    [Function("Messages_RunAgain")]
    [Requires(Permission.Administer)]
    public async Task<IResult> RunAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "drift/meddelanden")] HttpRequest request,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (!QueueNames.All.Contains(form["queue"])
            || !long.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Pages.NotFound();
        var outcome = await deadLetters.RunAgainAsync(form["queue"], number, cancellation)
            ? RunAgainOutcome.Sent
            : RunAgainOutcome.Gone;
        return Pages.SeeOther($"{Address}?kord={outcome.ToString().ToLowerInvariant()}");
    }
}

public enum RunAgainOutcome
{
    Sent,

    /// <summary>Not among the dead letters any more: a second click, or somebody else was first.</summary>
    Gone,
}

public sealed record QueueOfDeadLetters(string Name, IReadOnlyList<DeadLetter> Letters)
{
    public string Title => Name switch
    {
        QueueNames.ConcernsInbound => "Synpunkter från andra system",
        QueueNames.Notifications => "Aviseringar",
        QueueNames.Jobs => "Systemets egna arbeten",
        _ => Name,
    };
}
