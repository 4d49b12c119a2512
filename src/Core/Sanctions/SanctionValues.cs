namespace Oversight.Sanctions;

/// <summary>How far a sanction has come: where the question that is before somebody now stands.</summary>
public enum SanctionStatus
{
    [StoredName("notProposed")]
    NotProposed,

    /// <summary>förslag: the tjänsteskrivelse is being written.</summary>
    [StoredName("drafting")]
    Drafting,

    /// <summary>kommuniceras: the provider may answer the proposal.</summary>
    [StoredName("hearing")]
    Hearing,

    /// <summary>inför beslut: with the board's meeting, or with the delegate.</summary>
    [StoredName("submitted")]
    Submitted,

    /// <summary>gäller</summary>
    [StoredName("inForce")]
    InForce,

    [StoredName("ended")]
    Ended,
}

/// <summary>What is asked of the decider. Each is a decision of its own.</summary>
public enum QuestionKind
{
    /// <summary>beslut om sanktion</summary>
    [StoredName("impose")]
    Impose,

    /// <summary>förlängning: a later final date.</summary>
    [StoredName("prolong")]
    Prolong,

    /// <summary>hävning: every finding has been remedied.</summary>
    [StoredName("lift")]
    Lift,
}

/// <summary>Who decided.</summary>
public enum DecisionRoute
{
    /// <summary>nämnden</summary>
    [StoredName("board")]
    Board,

    /// <summary>ordförandebeslut in a matter that cannot wait (KL 6:39).</summary>
    [StoredName("chair")]
    Chair,

    /// <summary>delegationsbeslut (KL 6:37, 7:5)</summary>
    [StoredName("delegate")]
    Delegate,
}

/// <summary>What the decider made of the proposal.</summary>
public enum DecisionOutcome
{
    /// <summary>bifall</summary>
    [StoredName("granted")]
    Granted,

    /// <summary>ändring: granted with another final date, or other words.</summary>
    [StoredName("altered")]
    Altered,

    /// <summary>bordläggning: the same papers at a later meeting.</summary>
    [StoredName("tabled")]
    Tabled,

    /// <summary>återremiss: the papers are written anew, as their next version.</summary>
    [StoredName("referredBack")]
    ReferredBack,

    /// <summary>avslag</summary>
    [StoredName("rejected")]
    Rejected,
}

/// <summary>How a sanction ended.</summary>
public enum SanctionEnding
{
    /// <summary>hävd: what was asked for has been done.</summary>
    [StoredName("lifted")]
    Lifted,

    /// <summary>verkställd: settled, carried out, or its last day has passed.</summary>
    [StoredName("carriedOut")]
    CarriedOut,

    /// <summary>ersatt by a graver one.</summary>
    [StoredName("replaced")]
    Replaced,

    /// <summary>avslagen</summary>
    [StoredName("rejected")]
    Rejected,

    /// <summary>upphävd by a court: it falls, the findings stay.</summary>
    [StoredName("annulled")]
    Annulled,

    /// <summary>tillbakadragen before a decision</summary>
    [StoredName("withdrawn")]
    Withdrawn,
}

/// <summary>What happens to a decision after it was made.</summary>
public enum CourtStep
{
    /// <summary>överklagad</summary>
    [StoredName("appealed")]
    Appealed,

    /// <summary>yttrande begärt, until a day</summary>
    [StoredName("opinionAsked")]
    OpinionAsked,

    /// <summary>inhibition: it does not apply for the time being.</summary>
    [StoredName("stayed")]
    Stayed,

    /// <summary>upphävt</summary>
    [StoredName("annulled")]
    Annulled,

    /// <summary>civil tvist</summary>
    [StoredName("civilDispute")]
    CivilDispute,

    /// <summary>fastställt: the decision stands.</summary>
    [StoredName("upheld")]
    Upheld,
}
