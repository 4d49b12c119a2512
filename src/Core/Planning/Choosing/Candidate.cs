using Oversight.Risk;

namespace Oversight.Planning;

/// <summary>A unit that can be reviewed in the period.</summary>
/// <param name="Rank">1 is the highest risk of the board.</param>
/// <param name="Days">What a review of it takes.</param>
internal sealed record Candidate(UnitRisk Risk, int Rank, int Days)
{
    /// <summary>
    /// Points in thousandths, and one so that a unit without any is worth more than none. Within a class it orders
    /// units as their rank does.
    /// </summary>
    public long Value => 1 + (long)(Risk.Points * 1000);

    public Id UnitId => Risk.Unit.UnitId;

    public Id AgreementId => Risk.Unit.AgreementId;
}

/// <summary>A chosen unit and why. <paramref name="Why"/> is of <see cref="ChosenReasons"/>.</summary>
internal sealed record Chosen(Candidate Of, PlanReason Why, int? Quarter);

/// <summary>Why a unit is reviewed.</summary>
public static class ChosenReasons
{
    /// <summary>A person has decided it.</summary>
    public const string Steered = "steered";

    /// <summary>The plan is revised, and its review has begun.</summary>
    public const string Begun = "begun";

    /// <summary>It stood in an earlier plan, and nobody began. Argument: the year of that plan.</summary>
    public const string CarriedOver = "carried-over";

    /// <summary>The highest class goes first.</summary>
    public const string HighestClass = "highest-class";

    /// <summary>
    /// Its agreement has not been reviewed for too long. Argument: the day of the last report.
    /// </summary>
    public const string LongAgo = "long-ago";

    /// <summary>Its agreement has never been reviewed. Argument: since when it is in the register.</summary>
    public const string NeverReviewed = "never-reviewed";

    /// <summary>Drawn by lot among the quiet ones. Argument: the seed.</summary>
    public const string Lot = "lot";

    /// <summary>The risk that the days left cover most of.</summary>
    public const string Risk = "risk";
}
