using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Web;

namespace Oversight.Functions.Tests.Web;

public sealed class RefusalCatalogueTests
{
    private static readonly RefusalCatalogue Catalogue = Application.Services.GetRequiredService<RefusalCatalogue>();

    [Fact]
    public void Every_refusal_has_a_Swedish_text() => Codes().Except(Catalogue.Codes).ShouldBeEmpty();

    [Fact]
    public void No_text_stands_for_a_refusal_that_does_not_exist() => Catalogue.Codes.Except(Codes()).ShouldBeEmpty();

    [Fact]
    public void Every_code_names_its_capability_and_is_written_in_lower_case() =>
        Codes()
            .ShouldAllBe(code =>
                System.Text.RegularExpressions.Regex.IsMatch(code, "^[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$"));

    [Fact]
    public void A_code_with_two_texts_stops_the_start() =>
        Should.Throw<InvalidOperationException>(
            () => new RefusalCatalogue([new Texts("a.b"), new Texts("a.b")])).Message.ShouldContain("a.b");

    [Fact]
    public void Arguments_are_put_into_the_text() =>
        Catalogue.Text(new Refusal(WebRefusals.TooLarge, null, "25"))
            .ShouldBe("Det som skickades är för stort. Gränsen är 25 MB.");

    private static HashSet<string> Codes() =>
    [
        .. new[] { typeof(Id).Assembly, typeof(RefusalCatalogue).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Refusals", StringComparison.Ordinal)
                || type.IsAssignableTo(typeof(IRefusalTexts)))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    private sealed class Texts(string code) : IRefusalTexts
    {
        IReadOnlyDictionary<string, string> IRefusalTexts.Texts => new Dictionary<string, string> { [code] = "Nej." };
    }
}
