using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Joint;

/// <summary>The other board's review as the API gives it, and what it has told of.</summary>
public sealed record JointDetails(
    BoardId Board, ReviewStatus? Status, string? CaseNumber, string? Lead, IReadOnlyList<int> Shared,
    IReadOnlyList<ReceivedFindingDetails> Received)
{
    public static JointDetails? Of(OpenReview open, SeenTwin? twin, ReviewTexts texts) => twin is null
        ? null
        : new JointDetails(
            twin.Board, twin.Row?.Status, twin.Row?.CaseNumber, twin.Lead, open.Review.SharedFindings,
            [
                .. open.Review.ReceivedFindings.Select(received => new ReceivedFindingDetails(
                    received.Shared.Number, received.Shared.Requirement, received.Shared.Category,
                    received.Shared.Severity, received.Shared.Affected,
                    texts.Show(received.Shared.Text) ?? ReviewTexts.Erased, received.TakenAs)),
            ]);
}

public sealed record ReceivedFindingDetails(
    int Number, CodeId Requirement, CodeId Category, int Severity, int? Affected, string Text, int? TakenAs);

internal sealed class JointApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations => [];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["ReviewDetails.joint"] = "Den andra nämndens granskning, när granskningen är gemensam.",
        ["JointDetails.board"] = "Den andra nämnden.",
        ["JointDetails.status"] = "Hur långt dess granskning har kommit. Saknas när den inte visas.",
        ["JointDetails.caseNumber"] = "Dess diarienummer. Saknas när ärendet inte är öppnat eller inte visas.",
        ["JointDetails.lead"] = "Dess ansvariga granskare. Saknas när ingen finns eller den inte visas.",
        ["JointDetails.shared"] = "Numren på de brister som har lämnats till den andra nämnden.",
        ["JointDetails.received"] = "De brister som den andra nämnden har lämnat.",
        ["ReceivedFindingDetails.number"] = "Bristens nummer i den andra nämndens granskning.",
        ["ReceivedFindingDetails.requirement"] = "Kravet som inte är uppfyllt.",
        ["ReceivedFindingDetails.category"] = "Kategorin, en kod ur kodlistan.",
        ["ReceivedFindingDetails.severity"] = "Allvarligheten, 1–4.",
        ["ReceivedFindingDetails.affected"] = "Antal berörda kunder. Saknas när det är litet eller inte känt.",
        ["ReceivedFindingDetails.text"] = "Bristen i ord, skriven för den här nämnden.",
        ["ReceivedFindingDetails.takenAs"] = "Numret bland den egna granskningens brister. Saknas tills den tas upp.",
    };
}
