namespace Oversight.Substitutions;

/// <summary>
/// vikariat: between two days somebody else answers for what is one person's in a role, for one board. Ended early, it
/// ends at once.
/// </summary>
public sealed record Substitution
{
    /// <summary>Entra object id of whoever is away.</summary>
    public required string For { get; init; }

    public required TextReference ForName { get; init; }

    /// <summary>Of <see cref="Roles"/>.</summary>
    public required Role Role { get; init; }

    public required BoardId Board { get; init; }

    /// <summary>The first day, a Stockholm day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day, included.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Who was named, in words: there is no directory of people to choose from.</summary>
    public required TextReference Named { get; init; }

    public required TextReference Reason { get; init; }

    /// <summary>Whoever has taken it; until then nobody stands in.</summary>
    public Taker? By { get; init; }

    /// <summary>When whoever is away said that it was the right person; asked for where the role decides.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    /// <summary>The roles that can be stood in for: ansvarig granskare, and enhetschef.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [Role.QualityDeveloper, Role.UnitManager];

    public bool IsOver(DateOnly today) => EndedOn is not null || Until < today;
}

/// <summary>Not members of the stored type, so that nothing derived is ever stored.</summary>
public static class SubstitutionConclusions
{
    extension(Substitution named)
    {
        /// <summary>
        /// Somebody has taken what lends them more than they may themselves, and whoever is away has not said who it
        /// is.
        /// </summary>
        public bool AwaitsConfirmation =>
            named.By is not null && named.Role == Role.UnitManager && named.ConfirmedOn is null;

        /// <summary>Whether somebody stands in, on the days of it.</summary>
        public bool IsStanding => named.By is not null && !named.AwaitsConfirmation && named.EndedOn is null;
    }
}

/// <summary>Whoever has taken it and stands in.</summary>
/// <param name="UserId">Entra object id.</param>
public sealed record Taker(string UserId, TextReference Name);

/// <param name="Substitution">Null only before it is named.</param>
public sealed record SubstitutionState(Substitution? Substitution)
{
    public static SubstitutionState Initial { get; } = new((Substitution?)null);
}
