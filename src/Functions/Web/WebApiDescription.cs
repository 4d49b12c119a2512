using Oversight.Functions.Web.Health;

namespace Oversight.Functions.Web;

internal sealed class WebApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("Health_Get", "Hur systemet mår: tabeller, filer, meddelanden, gamla märken. 503 när något inte fungerar.", Response: typeof(HealthAnswer)),
        new("OpenApi_Get", "Den här beskrivningen.") { ResponseContentType = "application/json" },
    ];
}
