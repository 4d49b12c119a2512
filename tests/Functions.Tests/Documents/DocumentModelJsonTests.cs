using System.Text;
using Oversight.Functions.Documents;

namespace Oversight.Functions.Tests.Documents;

public class DocumentModelJsonTests
{
    [Fact]
    public void A_kept_model_is_read_back_as_the_same_document()
    {
        DocumentModelJson.Read(DocumentModelJson.Write(DocumentExamples.Full)).ShouldBe(DocumentExamples.Full);
        DocumentModelJson.Read(DocumentModelJson.Write(DocumentExamples.Hostile)).Head
            .ShouldBe(DocumentExamples.Hostile.Head);
    }

    [Fact]
    public void A_block_of_an_unknown_kind_is_refused()
    {
        var json = Encoding.UTF8.GetString(DocumentModelJson.Write(DocumentExamples.Full))
            .Replace("\"barChart\"", "\"pieChart\"", StringComparison.Ordinal);
        Should.Throw<System.Text.Json.JsonException>(() => DocumentModelJson.Read(Encoding.UTF8.GetBytes(json)));
    }
}
