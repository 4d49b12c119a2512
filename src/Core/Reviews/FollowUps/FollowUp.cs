using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>Notes what the follow-up under way finds of one finding, with the evidence (R106).</summary>
    public sealed record FollowFinding(
        int? Finding, FindingStatus? Status, WrittenText Evidence, bool? IsEnough, ReviewSetup Setup) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            if (review.FinalDate is not { IsOver: false })
                return new Refusal(ReviewRefusals.NoFollowUp);
            var earlier = review.Followed.FirstOrDefault(followed => followed.Finding == Finding);
            var finding = Finding is { } number ? review.FindingOf(number) : null;
            if (finding is null || (!finding.IsOpen && earlier is null))
                return new Refusal(ReviewRefusals.NoSuchFinding, "finding");
            Refusal[] faults =
            [
                .. ReviewDecider.If(Status is null or FindingStatus.HandedOn, ReviewRefusals.StatusMissing, "status"),
                .. TextChecks.Required(Evidence, "evidence", Setup.Reason),
                .. ReviewDecider.If(IsEnough is null, ReviewRefusals.EnoughMissing, "isEnough"),
                .. ReviewDecider.If(
                    Status == FindingStatus.Remedied && IsEnough == false, ReviewRefusals.EvidenceNotEnough,
                    "isEnough"),
            ];
            return Decision.Unless<ReviewEvent>(faults, () => new ReviewEvent.FindingFollowed(
                context.Today,
                new FollowedFinding(
                    finding.Number, earlier?.Before ?? finding.Status, Status!.Value, Evidence.Kept,
                    IsEnough!.Value)));
        }
    }

    /// <summary>
    /// Records a follow-up that was made (R70, R107): before the final date it is the follow-up, after it the check.
    /// Every open finding has been looked at.
    /// </summary>
    public sealed record RecordFollowUp(DateOnly? MadeOn, CodeId? Method, WrittenText Result, ReviewSetup Setup)
        : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            if (review.FinalDate is not { IsOver: false } final)
                return new Refusal(ReviewRefusals.NoFollowUp);
            var unseen = review.NotFollowed;
            Refusal[] faults =
            [
                .. ReviewDecider.Happened(MadeOn, review.Report!.On, context, "madeOn"),
                .. ReviewDecider.If(MadeOn == final.Day, ReviewRefusals.OnTheFinalDate, "madeOn"),
                .. ReviewDecider.Code(Method, Setup.Methods, context.Today, "method"),
                .. ReviewDecider.If(
                    unseen.Count > 0, ReviewRefusals.FindingsNotFollowed, null, string.Join(", ", unseen)),
                .. TextChecks.Required(Result, "result", Setup.LongText),
            ];
            return Decision.Unless<ReviewEvent>(faults, () => new ReviewEvent.FollowedUp(context.Today, new FollowUp(
                review.FollowUps.Count + 1, MadeOn < final.Day ? FollowUpKind.FollowUp : FollowUpKind.Check,
                MadeOn!.Value, final.Day, Method!.Value, Result.Kept, review.Followed)));
        }
    }
}

public abstract partial record ReviewEvent
{
    public sealed record FindingFollowed(DateOnly On, FollowedFinding Followed) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with
        {
            Followed = [.. review.Followed.Where(other => other.Finding != Followed.Finding), Followed],
            Findings =
            [
                .. review.Findings.Select(finding =>
                    finding.Number == Followed.Finding ? finding with { Status = Followed.Now } : finding),
            ],
        };
    }

    public sealed record FollowedUp(DateOnly On, FollowUp FollowUp) : ToOpened(On)
    {
        internal override Review Change(Review review) => (review with
        {
            FollowUps = [.. review.FollowUps, FollowUp],
            Followed = [],
            FinalDate = review.FinalDate! with
            {
                IsFollowedUp = true,
                IsOver = FollowUp.Kind == FollowUpKind.Check || review.Findings.All(finding => !finding.IsOpen),
            },
        }).ForgetFollowUp();
    }
}
