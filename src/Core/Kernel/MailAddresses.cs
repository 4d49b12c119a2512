namespace Oversight;

/// <summary>What an e-mail address may look like; whether anybody reads it, the mail server finds out.</summary>
public static class MailAddresses
{
    /// <summary>Of an address, in characters (RFC 5321).</summary>
    public const int Longest = 254;

    /// <summary>One name, one domain, nothing that could be read as several receivers.</summary>
    public static bool IsPossible(string address) =>
        address.Length <= Longest
        && address.Split('@') is [{ Length: > 0 } name, { Length: > 2 } domain]
        && !address.Any(c => char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>' or '"' or '(' or ')')
        && !name.StartsWith('.') && !name.EndsWith('.')
        && domain.Contains('.', StringComparison.Ordinal) && domain.Split('.').All(label => label.Length > 0);
}
