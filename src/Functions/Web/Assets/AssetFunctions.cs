using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Web.Assets;

public sealed class AssetFunctions(AssetStore assets)
{
    [Function("Assets_Get")]
    [Open("Style sheets, scripts and icon; the sign-in and error pages need them too.")]
    public IResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{hash:length(16)}/{name}")]
        HttpRequest request,
        string hash,
        string name)
    {
        if (assets.Find(hash, name) is not { } asset)
            return Pages.NotFound();
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(
            asset.Content, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}\""));
    }
}
