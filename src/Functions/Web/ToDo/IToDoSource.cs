using Oversight.Functions.Identity;

namespace Oversight.Functions.Web.ToDo;

/// <summary>
/// A capability's part of <em>Att göra</em>: what waits for this person, in their roles and for their boards.
/// </summary>
public interface IToDoSource
{
    Task<IReadOnlyList<ToDoItem>> ForAsync(SignedInUser user, DateOnly today, CancellationToken cancellation);
}

/// <summary>One thing that waits, or several of a kind under one heading.</summary>
/// <param name="Text">What to do, as an imperative: <c>Bedöm synpunkter</c>.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Due">When it should be done; null when no day is set. Nearest first.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Detail">One short line: <c>Den äldsta har väntat i 9 dagar</c>. No personal data.</param>
public sealed record ToDoItem(string Text, string Href, DateOnly? Due = null, int Count = 1, string? Detail = null)
{
    public ToDoKind Kind { get; init; } = ToDoKind.Task;

    /// <summary>Whether the person is to do it.</summary>
    public bool IsOwn => Kind is ToDoKind.Task or ToDoKind.Fault;
}

public enum ToDoKind
{
    /// <summary>Waits for the person.</summary>
    Task,

    /// <summary>Waits for those whose work the person answers for.</summary>
    OfOthers,

    /// <summary>Something has happened that the person wants to know.</summary>
    News,

    /// <summary>The system needs an administrator.</summary>
    Fault,
}
