namespace Oversight.Functions.Web.Gate;

/// <summary>Where those find their way who come in by a svarslänk.</summary>
public static class GuestAddresses
{
    /// <summary>What they are asked for. Everything of theirs lies under it, and so does the cookie.</summary>
    public const string Root = "/svar";

    /// <summary>Where they ask for a code and give it.</summary>
    public const string Code = "/svar/kod";
}
