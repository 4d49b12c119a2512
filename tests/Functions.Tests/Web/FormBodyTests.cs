using System.Text;
using Microsoft.AspNetCore.Http;
using Oversight.Functions.Concerns.Reporting;
using Oversight.Functions.Operations.Fields;
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
    public async Task Another_file_makes_another_request_and_its_name_does_not()
    {
        var files = ReportFields.Attachments;
        async Task<string> HashAsync(string name, string content)
        {
            var sent = FormState.Of(
                new Dictionary<string, IReadOnlyList<string>> { ["text"] = ["Ingen kom."] },
                new FormFileCollection { files.File(name, Encoding.UTF8.GetBytes(content)) });
            var values = await FieldValues.ReadAsync([files], sent, new Lookups([]),
                TestContext.Current.CancellationToken);
            return Envelopes.Hash(values.Body);
        }

        var hash = await HashAsync("a.txt", "ett");
        (await HashAsync("a.txt", "två")).ShouldNotBe(hash);
        (await HashAsync("b.txt", "ett")).ShouldBe(hash);
        hash.ShouldNotBe(Hash(new() { ["text"] = "Ingen kom." }));
    }

    private static string Hash(Dictionary<string, string> values, string key = "one-key", int? version = 3) =>
        Envelopes.Hash(FormState.New(key, version, values).Body);
}
