using Oversight.Functions.Concerns;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Tests.Web;

/// <summary>A repeat is told from another request by everything that was sent; nobody keeps a list of it.</summary>
public sealed class FormBodyTests
{
    [Fact]
    public void A_field_that_nobody_has_listed_makes_another_request()
    {
        var hash = Hash(new() { ["reason"] = "Skäl", ["added-by-a-deploy"] = "ja" });
        hash.ShouldNotBe(Hash(new() { ["reason"] = "Skäl" }));
        hash.ShouldNotBe(Hash(new() { ["reason"] = "Skäl", ["added-by-a-deploy"] = "nej" }));
    }

    [Fact]
    public void Empty_fields_their_order_the_key_and_the_version_do_not()
    {
        var hash = Hash(new() { ["a"] = "1", ["b"] = "2" });
        Hash(new() { ["b"] = "2", ["c"] = "", ["a"] = "1" }, "another-key", 7).ShouldBe(hash);
    }

    [Fact]
    public void Every_property_of_a_concern_that_is_sent_makes_another_request()
    {
        var blank = Envelopes.Hash(new ConcernDraft().ToBody());
        var properties = typeof(ConcernDraft).GetProperties().Where(property => property.CanWrite).ToList();
        foreach (var property in properties)
        {
            var draft = new ConcernDraft();
            property.SetValue(draft, property.PropertyType switch
            {
                var type when type == typeof(string) => "x",
                var type when Nullable.GetUnderlyingType(type) is { IsEnum: true } choice => Enum.GetValues(choice).GetValue(0),
                var type when type == typeof(IReadOnlyDictionary<string, string>) => new Dictionary<string, string> { ["text"] = "remove" },
                _ => new List<UploadedFile> { new("a.txt", BinaryData.FromString("a")) },
            });
            Envelopes.Hash(draft.ToBody()).ShouldNotBe(blank, property.Name);
        }

        properties.Count.ShouldBeGreaterThan(10);
    }

    private static string Hash(Dictionary<string, string> values, string key = "one-key", int? version = 3) =>
        Envelopes.Hash(FormState.New(key, version, values).Body);
}
