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
    public async Task Private_text_of_any_length_is_kept_and_erased()
    {
        var longText = string.Concat(Enumerable.Repeat("å\U0001F600", 40_000));
        await WriteAsync("report", longText);
        await WriteAsync("assessment/1", "first");

        var all = await Texts.ReadAllAsync("concern-1", Cancellation);

        all.Keys.ShouldBe(["assessment/1", "report"], ignoreOrder: true);
        all["report"].Fields["text"].Equals(longText, StringComparison.Ordinal).ShouldBeTrue();
        (all["report"].Purpose, all["report"].RetentionClass).ShouldBe(("concern-report", "five-years"));
        (await Texts.FindAsync("concern-1", "assessment/1", Cancellation))!.Fields["text"].ShouldBe("first");
        (await Texts.FindAsync("concern-2", "report", Cancellation)).ShouldBeNull();
        (await Texts.EraseAsync("concern-1", Cancellation, "report")).ShouldBe(1);
        (await Texts.FindAsync("concern-1", "report", Cancellation)).ShouldBeNull();
        (await Texts.EraseAsync("concern-1", Cancellation)).ShouldBe(1);
        (await Texts.ReadAllAsync("concern-1", Cancellation)).ShouldBeEmpty();
        (await Texts.EraseAsync("concern-1", Cancellation)).ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_written_is_never_overwritten_and_the_same_again_is_fine(bool awaitsEvent)
    {
        await Texts.WriteAsync("concern-1", "report", Entry("first", awaitsEvent), Cancellation);

        (await Texts.TryWriteAsync("concern-1", "report", Entry("first", awaitsEvent), Cancellation)).ShouldBeTrue();
        (await Texts.TryWriteAsync("concern-1", "report", Entry("second", awaitsEvent), Cancellation)).ShouldBeFalse();
        await Should.ThrowAsync<PrivateEntryTakenException>(
            () => Texts.WriteAsync("concern-1", "report", Entry("second", awaitsEvent), Cancellation));

        (await Texts.FindAsync("concern-1", "report", Cancellation))!.Fields["text"].ShouldBe("first");
    }

    [Fact]
    public async Task Of_many_who_write_under_one_name_at_once_one_is_told_yes()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(number =>
            Texts.TryWriteAsync("concern-1", "report", Entry($"text {number}", awaitsEvent: true), Cancellation)));

        var winner = Array.IndexOf(answers, true);
        answers.Count(yes => yes).ShouldBe(1);
        (await Texts.FindAsync("concern-1", "report", Cancellation))!.Fields["text"].ShouldBe($"text {winner}");
    }

    private static PrivateEntry Entry(string text, bool awaitsEvent = false) =>
        new(new Dictionary<string, string> { ["text"] = text }, "concern-report", "five-years")
        { AwaitsEvent = awaitsEvent };

    private Task WriteAsync(string name, string text) => Texts.WriteAsync("concern-1", name, Entry(text), Cancellation);
}
