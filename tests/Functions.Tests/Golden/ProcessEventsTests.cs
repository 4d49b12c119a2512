using System.Text.RegularExpressions;
using Oversight.Functions.Answers;
using Oversight.Functions.Notifications;
using Oversight.Functions.Reviews;
using Oversight.Functions.Sanctions;
using Oversight.Functions.Storage;
using Oversight.Local.Host;

namespace Oversight.Functions.Tests.Golden;

/// <summary>
/// <c>docs/process-events.md</c> tells of every event of a review and of what belongs to it, and of no other.
/// </summary>
public partial class ProcessEventsTests
{
    [Fact]
    public void Every_event_of_the_process_is_told_once()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "process-events.md"));
        IStreamKind[] kinds = [ReviewStream.Kind, SanctionStream.Kind, AnswerStream.Kind, NotificationStream.Kind];

        FirstCell().Matches(text).Select(match => match.Groups[1].Value)
            .ShouldBe(kinds.SelectMany(kind => kind.StoredEvents.Written.Keys), ignoreOrder: true);
    }

    [GeneratedRegex(@"^\| `([a-z.0-9-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();
}
