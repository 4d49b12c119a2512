namespace Oversight.Local.Host.SignIn;

/// <summary>Who has signed in locally, with role values and board ids as the platform would carry them.</summary>
public sealed record LocalPerson(string User, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Boards);
