using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Web;

/// <summary>Where somebody lands who signed in again beside something they were writing.</summary>
public static class SignedIn
{
    [Function("SignedIn_Page")]
    [Requires(Permission.ReadOwnStartPage)]
    public static IResult Page(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "inloggad")] HttpRequest request) =>
        Pages.Message(
            StatusCodes.Status200OK, "Du är inloggad",
            "Gå tillbaka till fliken med det du skrev och skicka igen. Den här fliken kan du stänga.");
}
