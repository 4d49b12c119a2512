using Oversight.Functions.Storage;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Storage;

public sealed class PrivateTextsTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncDisposable
{
    private readonly StorageWorld _world = new(azurite);

    private PrivateTexts Texts => _world.Get<PrivateTexts>();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Private_text_of_any_length_is_kept_overwritten_and_erased()
    {
        var longText = string.Concat(Enumerable.Repeat("å\U0001F600", 40_000));
        await WriteAsync("report", longText);
        await WriteAsync("assessment/1", "first");
        await WriteAsync("assessment/1", "second");

        var all = await Texts.ReadAllAsync("concern-1", Cancellation);

        all.Keys.ShouldBe(["assessment/1", "report"], ignoreOrder: true);
        all["report"].Fields["text"].Equals(longText, StringComparison.Ordinal).ShouldBeTrue();
        (all["report"].Purpose, all["report"].RetentionClass).ShouldBe(("concern-report", "five-years"));
        (await Texts.FindAsync("concern-1", "assessment/1", Cancellation))!.Fields["text"].ShouldBe("second");
        (await Texts.FindAsync("concern-2", "report", Cancellation)).ShouldBeNull();
        (await Texts.EraseAsync("concern-1", Cancellation, "report")).ShouldBe(1);
        (await Texts.FindAsync("concern-1", "report", Cancellation)).ShouldBeNull();
        (await Texts.EraseAsync("concern-1", Cancellation)).ShouldBe(1);
        (await Texts.ReadAllAsync("concern-1", Cancellation)).ShouldBeEmpty();
        (await Texts.EraseAsync("concern-1", Cancellation)).ShouldBe(0);
    }

    private Task WriteAsync(string name, string text) => Texts.WriteAsync(
        "concern-1", name, new PrivateEntry(new Dictionary<string, string> { ["text"] = text }, "concern-report", "five-years"), Cancellation);
}
