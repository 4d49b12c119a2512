using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Concerns;
using Oversight.Functions.Web;

namespace Oversight.Functions.Tests.Concerns;

[Collection(nameof(ConcernApp))]
public class ConcernRefusalTextTests(ConcernApp world)
{
    [Fact]
    public void Every_refusal_of_a_concern_has_its_text()
    {
        var catalogue = world.App.Services.GetRequiredService<RefusalCatalogue>();
        var codes = typeof(ConcernRefusals).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!).ToList();
        codes.ShouldNotBeEmpty();
        codes.Except(catalogue.Codes).ShouldBeEmpty();
    }
}
