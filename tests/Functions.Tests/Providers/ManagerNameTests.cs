using System.Net;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Providers.RegisterDriver;

namespace Oversight.Functions.Tests.Providers;

public class ManagerNameTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_refused_request_with_a_used_key_leaves_the_name_that_was_recorded()
    {
        using var administrator = await app.SignInAsync("admin", Role.Administrator);
        var register = new RegisterDriver(administrator);
        var provider = await register.AgreementAsync(await register.ProviderAsync());
        var unit = await register.UnitAsync(provider);
        var path = $"/api/v1/units/{Text(unit, "unitId")}/actions/appoint-manager";
        var version = unit.GetProperty("version").GetInt32();
        await JsonAsync(await register.PostAsync(path, new { managerName = "Anna Åkesson", managerFrom = "2026-11-01" },
            version, "nyckel"), HttpStatusCode.OK);

        var again = await register.PostAsync(path, new
        {
            managerName = "Bo Ö",
            managerFrom = "2026-12-01",
            managerNoticeOn = "2026-11-01"
        }, version, "nyckel");

        (await CodeAsync(again)).ShouldBe("request.key-reused");
        var now = await JsonAsync(await administrator.GetAsync($"/api/v1/units/{Text(unit, "unitId")}"),
            HttpStatusCode.OK);
        now.GetProperty("managers").EnumerateArray().Select(manager => Text(manager, "name"))
            .ShouldBe(["Anna Åkesson"]);
    }
}
