using Oversight.Functions.Web;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Ending;

/// <summary>What is said no to from the final report to the end, in words.</summary>
internal sealed class EndingRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [ReviewRefusals.ReportInCorrection] = "Rapporten rättas. Fastställ den på nytt först.",
        [ReviewRefusals.SupplementsOpen] = "{0} kompletteringar väntas fortfarande.",
        [ReviewRefusals.PlanOpen] = "Åtgärdsplanen är begärd men inte godkänd.",
        [ReviewRefusals.FollowUpOpen] = "Uppföljningen som är planerad till {0} är inte gjord.",
        [ReviewRefusals.CheckOpen] = "Kontrollen som är planerad till {0} är inte gjord.",
        [ReviewRefusals.AssignmentOpen] = "{0} uppgifter till handläggarna är inte klara.",
        [ReviewRefusals.HasReport] =
            "Granskningen har en fastställd rapport och kan inte avbrytas. Avsluta den i stället.",
        [ReviewRefusals.NotCompleted] = "Bara en genomförd granskning kan öppnas igen.",
        [ReviewRefusals.IsPaused] = "Granskningen är pausad. Återuppta den först.",
        [ReviewRefusals.NotPaused] = "Granskningen är inte pausad.",
        [ReviewRefusals.FollowUpNotBefore] = "Uppföljningen ska vara före den sista dagen.",
        [ReviewRefusals.CheckNotAfter] = "Kontrollen ska vara efter den sista dagen.",
        [ReviewRefusals.OnTheFinalDate] =
            "På den sista dagen görs varken uppföljning eller kontroll. Uppföljningen är före den och kontrollen efter "
                + "den.",
        [ReviewRefusals.FinalDateDecided] =
            "Den sista dagen, {0}, är beslutad med en sanktion och flyttas bara genom ett nytt beslut.",
        [ReviewRefusals.NoFollowUp] = "Ingen uppföljning är planerad. Sätt en sista dag för bristerna först.",
        [ReviewRefusals.EnoughMissing] = "Ange om det som är visat räcker.",
        [ReviewRefusals.EvidenceNotEnough] = "En brist är inte åtgärdad så länge det som är visat inte räcker.",
        [ReviewRefusals.FindingsNotFollowed] =
            "Varje brist som kvarstår ska följas upp. Det saknas för brist {0}.",
        [ReviewRefusals.AlreadySucceeded] = "En efterföljande granskning är redan öppnad.",
        [ReviewRefusals.NothingToSucceed] =
            "En efterföljande granskning öppnas när något kvarstår vid kontrollen efter den sista dagen.",
        [ReviewRefusals.SealedFromSuccessor] =
            "Granskningen är spärrad. Häv spärren innan en efterföljande granskning öppnas.",
    };
}
