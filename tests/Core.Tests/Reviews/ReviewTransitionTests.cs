using Oversight.Reviews;

namespace Oversight.Core.Tests.Reviews;

/// <summary>What may be done to a review in which state.</summary>
public class ReviewTransitionTests
{
    // The table of docs/architecture.md, "The way of a review".
    [Fact]
    public void What_may_be_done_when()
    {
        var table = ReviewTransitions.Commands.ToDictionary(
            command => command.Name,
            command =>
                string.Join(' ', Enum.GetValues<ReviewStatus>()
                    .Where(status => ReviewTransitions.Allows(status, command))));
        const string started = "Scoping Underway Reading Communicated Reported AwaitingPlan PlanApproved";
        const string withFindings = "Underway Communicated Reported AwaitingPlan PlanApproved";
        table.ShouldBe(new Dictionary<string, string>
        {
            ["Open"] = $"NotOpened ToStart {started} Closed",
            ["Drop"] = "ToStart",
            ["Remind"] = $"ToStart {started}",
            ["Prompt"] = $"ToStart {started}",
            ["Start"] = "ToStart",
            ["Join"] = started,
            ["TakeOver"] = started,
            ["DeclareConflict"] = $"ToStart {started}",
            ["RegisterCase"] = $"{started} Closed",
            ["Seal"] = $"{started} Closed",
            ["SealWithConcern"] = $"ToStart {started} Closed",
            ["Unseal"] = $"ToStart {started} Closed",
            ["AddConcerns"] = "ToStart Scoping Underway",
            ["JoinBoard"] = "Scoping Underway",
            ["NoteTwin"] = $"ToStart {started} Closed",
            ["ReceiveFinding"] = $"ToStart {started} Closed",
            ["ShareFinding"] = withFindings,
            ["TakeFinding"] = "Underway",
            ["SetScope"] = "Scoping Underway",
            ["AttachSource"] = "Scoping Underway Reading Communicated",
            ["WithdrawSource"] = "Scoping Underway Reading Communicated",
            ["NameMedicalReviewers"] = "Scoping Underway Reading Communicated",
            ["AnnounceVisit"] = "Underway",
            ["RecordVisit"] = "Underway",
            ["Judge"] = "Underway",
            ["NoteInterview"] = "Underway",
            ["AddPhotos"] = "Underway",
            ["AddFinding"] = "Underway",
            ["ChangeFinding"] = withFindings,
            ["AskSupplement"] = "Underway",
            ["ReceiveSupplement"] = "Underway Reading Communicated",
            ["RenewLink"] = "Underway Reading Communicated AwaitingPlan",
            ["AskReading"] = "Underway",
            ["ReadDraft"] = "Reading",
            ["ReturnDraft"] = "Reading",
            ["Communicate"] = "Underway",
            ["ReceiveComment"] = "Communicated",
            ["AnswerComment"] = "Communicated",
            ["TakeBack"] = "Reading Communicated",
            ["Establish"] = "Communicated",
            ["Correct"] = "Reported AwaitingPlan PlanApproved",
            ["SumUp"] = "Reported AwaitingPlan PlanApproved",
            ["AskPlan"] = "Reported",
            ["AddMeasure"] = "AwaitingPlan",
            ["ReturnPlan"] = "AwaitingPlan",
            ["ApprovePlan"] = "AwaitingPlan",
            ["TakeSupplement"] = "Underway Reading Communicated",
            ["TakeComment"] = "Communicated",
            ["TakePlan"] = "AwaitingPlan",
            ["ProposeSanction"] = "Reported AwaitingPlan PlanApproved",
            ["TakeUrgentMeasure"] = $"ToStart {started}",
            ["EndMatter"] = $"ToStart {started} Closed",
            ["GiveAssignment"] = started,
            ["SetFinalDate"] = "Reported AwaitingPlan PlanApproved",
            ["MoveFinalDate"] = $"ToStart {started} Closed",
            ["FollowFinding"] = "Reported AwaitingPlan PlanApproved",
            ["RecordFollowUp"] = "Reported AwaitingPlan PlanApproved",
            ["OpenSuccessor"] = "Reported AwaitingPlan PlanApproved",
            ["Pause"] = started,
            ["Resume"] = started,
            ["Reopen"] = "Closed",
            ["WithdrawMatter"] = $"ToStart {started} Closed",
            ["RaiseIvoQuestion"] = started,
            ["AskOfFinding"] = $"ToStart {started} Closed",
            ["ProposeReferral"] = $"ToStart {started} Closed",
            ["OpenMove"] = started,
            ["CountMove"] = started,
            ["CallOffMove"] = $"{started} Closed",
            ["DropPlan"] = "AwaitingPlan",
            ["Close"] = "Reported PlanApproved",
            ["Cancel"] = "ToStart Scoping Underway Reading Communicated",
        });
    }
}
