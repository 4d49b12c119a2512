using Oversight.Functions.Identity;
using Oversight.Notifications;

namespace Oversight.Functions.Notifications;

/// <summary>A letter as it is sent. May hold a secret link or code: never logged, never kept.</summary>
public sealed record Letter(string Subject, string Text)
{
    /// <summary>What is sent with it.</summary>
    public IReadOnlyList<LetterFile> Files { get; init; } = [];

    /// <summary>Without what it says.</summary>
    public override string ToString() => nameof(Letter);
}

/// <param name="Name">As its receiver sees it: <c>kvalitetsdialog.ics</c>.</param>
public sealed record LetterFile(string Name, string ContentType, byte[] Content)
{
    /// <summary>Without what it holds.</summary>
    public override string ToString() => nameof(LetterFile);
}

/// <summary>
/// Puts letters of its kinds together, at the moment they are sent: secrets are made then and not before.
/// </summary>
public interface ILetterWriter
{
    /// <summary>What each kind is called on the page <em>Utskick</em>.</summary>
    IReadOnlyDictionary<string, string> Titles { get; }

    /// <summary>The matters of its letters that somebody may know of.</summary>
    Task<IReadOnlySet<Id>> MattersForAsync(SignedInUser user, CancellationToken cancellation);

    /// <summary>Null when there is nothing left to say.</summary>
    /// <param name="unit">What the receiving unit is called.</param>
    Task<Letter?> WriteAsync(Notification notification, string unit, CancellationToken cancellation);
}
