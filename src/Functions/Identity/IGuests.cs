using Microsoft.AspNetCore.Http;

namespace Oversight.Functions.Identity;

/// <summary>Those who come in by a svarslänk, without an account.</summary>
public interface IGuests
{
    /// <summary>Whoever has given the code in this browser; null when nobody has, or it was too long ago.</summary>
    Task<SignedInUser?> FindAsync(HttpRequest request, CancellationToken cancellation);
}
