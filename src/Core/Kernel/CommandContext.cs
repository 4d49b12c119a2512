namespace Oversight;

/// <summary>Who acts: the Entra object id (never a name) and the role in which the person acts.</summary>
public sealed record Actor(string UserId, Role Role)
{
    /// <summary>Timers, imports in progress and rebuilds.</summary>
    public static Actor System { get; } = new("system", Role.System);
}

/// <summary>
/// Who and when of a command. The instant is on the domain clock; <paramref name="Today"/> is the same instant as a
/// calendar day in Europe/Stockholm, converted once at the edge so that no rule has to know about time zones.
/// </summary>
public sealed record CommandContext(Actor Actor, DateTimeOffset At, DateOnly Today)
{
    /// <summary>
    /// The reviewers whom the actor stands in for on that day (vikariat) in matters of the board, by their Entra object
    /// ids.
    /// </summary>
    public IReadOnlyList<string> StandsInFor { get; init; } = [];

    /// <summary>Whether the actor is that person or stands in for them.</summary>
    public bool ActsFor(string userId) => userId == Actor.UserId || StandsInFor.Contains(userId);
}

/// <summary>The roles of the municipality's staff (Entra app roles), and the system itself.</summary>
public enum Role
{
    /// <summary>No person: timers and jobs.</summary>
    [StoredName("system")]
    System,

    /// <summary>handläggare: reports concerns, sees their own.</summary>
    [StoredName("caseOfficer")]
    CaseOfficer,

    /// <summary>kvalitetsutvecklare: assesses concerns, reviews.</summary>
    [StoredName("qualityDeveloper")]
    QualityDeveloper,

    /// <summary>enhetschef: decides on a påkallad granskning.</summary>
    [StoredName("unitManager")]
    UnitManager,

    /// <summary>processägare, gruppchef kvalitet: adopts the årsplan (R3).</summary>
    [StoredName("processOwner")]
    ProcessOwner,

    /// <summary>nämndsekreterare: the board's papers.</summary>
    [StoredName("boardSecretary")]
    BoardSecretary,

    /// <summary>registrator: diarienummer.</summary>
    [StoredName("registrar")]
    Registrar,

    /// <summary>medicinskt ansvarig (MAS/MAR).</summary>
    [StoredName("medicallyResponsible")]
    MedicallyResponsible,

    /// <summary>inköp: agreements, economy.</summary>
    [StoredName("procurement")]
    Procurement,

    /// <summary>
    /// anordnare eller utförare, through a svarslänk: no role of the staff, and known by the link alone.
    /// </summary>
    [StoredName("provider")]
    Provider,

    /// <summary>administratör: register, messages, rebuild.</summary>
    [StoredName("administrator")]
    Administrator,
}
