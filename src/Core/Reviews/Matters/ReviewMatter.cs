namespace Oversight.Reviews;

/// <summary>What comes of a review and has a life of its own.</summary>
public enum MatterKind
{
    /// <summary>uppgift to the handläggare, until it is done or withdrawn.</summary>
    [StoredName("assignment")]
    Assignment,

    /// <summary>sanktion or åtgärdskrav, until it is lifted, carried out or set aside.</summary>
    [StoredName("sanction")]
    Sanction,

    /// <summary>ställningstagande till anmälan till IVO (R72).</summary>
    [StoredName("ivoPosition")]
    IvoPosition,

    /// <summary>överlämnande to an authority (R73), until it is sent or decided against.</summary>
    [StoredName("referral")]
    Referral,
}

/// <summary>
/// Something that a review has brought about and that keeps it open. Announced in the review's stream before it exists,
/// and reported ended there: whether a review may be closed is decided from its own stream alone.
/// </summary>
public sealed record ReviewMatter(MatterKind Kind, Id Id, DateOnly Since, DateOnly? EndedOn = null)
{
    public bool IsOpen => EndedOn is null;
}

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Says that something the review has brought about has ended. By the system; what is unknown or has ended changes
    /// nothing.
    /// </summary>
    public sealed record EndMatter(Id Matter) : ReviewCommand
    {
        internal override Decision<ReviewEvent> Decide(ReviewState state, CommandContext context) =>
            state.Review?.Matters.Any(matter => matter.Id == Matter && matter.IsOpen) == true
                ? new ReviewEvent.MatterEnded(context.Today, Matter)
                : Decision.Accept<ReviewEvent>();
    }
}

public abstract partial record ReviewEvent
{
    /// <summary>Something with a life of its own is to come about; an effect brings it about.</summary>
    public abstract record Announcing(DateOnly On) : ToOpened(On)
    {
        internal abstract ReviewMatter Matter { get; }

        internal sealed override Review Change(Review review) =>
            ChangeMore(review with { Matters = [.. review.Matters, Matter] });

        internal virtual Review ChangeMore(Review review) => review;
    }

    public sealed record MatterEnded(DateOnly On, Id Matter) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with
        {
            Matters = [.. review.Matters.Select(known => known.Id == Matter ? known with { EndedOn = On } : known)],
            // A marked suspicion is answered by a decision to hand data over, or not to.
            OwesReferral = review.OwesReferral
                && review.Matters.All(known => known.Id != Matter || known.Kind != MatterKind.Referral),
        };
    }
}
