using Azure.Core;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Faults;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Storage;

public sealed class PrivateTextSweepTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncDisposable
{
    private readonly ManualClock _clock = new();
    private readonly Id _id = NewId();
    private StorageWorld? _world;

    private StorageWorld World => _world ??= new StorageWorld(azurite, platform: _clock);

    private string Stream => $"notebook-{_id}";

    public ValueTask DisposeAsync() => World.DisposeAsync();

    [Fact]
    public async Task What_no_event_refers_to_goes_after_a_day_and_everything_else_stays()
    {
        await WriteAsync(World, "line-1");
        await WriteAsync(World, "line-2");
        await WriteAsync(World, "line-22");
        await WriteAsync(World, "kept-anyhow", awaits: false);
        await World.OpenAsync(_id, lines: ["line-1#text", "about line-2#text", "line-22"]);

        (await SweepAsync()).ShouldBe(0);
        (await NamesAsync()).ShouldBe(["kept-anyhow", "line-1", "line-2", "line-22"]);
        _clock.Offset = TimeSpan.FromHours(25);
        (await SweepAsync()).ShouldBe(1);
        (await NamesAsync()).ShouldBe(["kept-anyhow", "line-1", "line-22"]);
        (await SweepAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_texts_of_a_stream_that_never_began_go()
    {
        await WriteAsync(World, "report-1");
        _clock.Offset = TimeSpan.FromHours(25);
        (await SweepAsync()).ShouldBe(1);
        (await NamesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_may_wait_for_another_stream_or_for_any_event_at_all()
    {
        var other = NewId();
        await WriteAwaitedAsync("manager-1", new AwaitedWord($"notebook-{other}", "key-1"));
        await WriteAwaitedAsync("manager-2", new AwaitedWord($"notebook-{other}", "key-2"));
        await WriteAwaitedAsync("number", new AwaitedWord(Stream, ""));
        await World.OpenAsync(other, lines: "key-1");
        _clock.Offset = TimeSpan.FromHours(25);

        (await SweepAsync()).ShouldBe(2);
        (await NamesAsync()).ShouldBe(["manager-1"]);
        await WriteAwaitedAsync("number", new AwaitedWord(Stream, ""));
        await World.OpenAsync(_id);
        _clock.Offset = TimeSpan.FromHours(50);
        (await SweepAsync()).ShouldBe(0);
        (await NamesAsync()).ShouldBe(["manager-1", "number"]);
    }

    [Fact]
    public async Task A_text_that_a_late_repeat_writes_again_is_left_to_it()
    {
        await WriteAsync(World, "report-1");
        _clock.Offset = TimeSpan.FromHours(25);
        var transport = new HoldingTransport();
        await using var sweeping = new StorageWorld(azurite, transport, World, _clock);
        transport.Hold(request => request.Method == RequestMethod.Delete);

        var sweep = sweeping.Get<PrivateTextSweep>().RunAsync(Cancellation);
        await transport.Held;
        await WriteAsync(World, "report-1");
        transport.LetGo();

        (await sweep).ShouldBe(0);
        (await NamesAsync()).ShouldBe(["report-1"]);
    }

    [Fact]
    public async Task More_than_fits_on_a_page_is_swept_too()
    {
        for (var number = 0; number < 120; number++)
            await WriteAsync(World, $"report-{number}");
        _clock.Offset = TimeSpan.FromHours(25);
        (await SweepAsync()).ShouldBe(120);
        (await World.CountAsync("private")).ShouldBe(0);
    }

    private Task WriteAsync(StorageWorld world, string name, bool awaits = true) =>
        world.Get<PrivateTexts>().WriteAsync(
            Stream, name, new PrivateEntry(new Dictionary<string, string> { ["text"] = name }, "test", "test")
            { AwaitsEvent = awaits }, Cancellation);

    private Task WriteAwaitedAsync(string name, AwaitedWord awaited) => World.Get<PrivateTexts>().WriteAsync(
        Stream, name,
        new PrivateEntry(new Dictionary<string, string> { ["text"] = name }, "test", "test")
        { AwaitsEvent = true, Awaited = awaited },
        Cancellation);

    private Task<int> SweepAsync() => World.Get<PrivateTextSweep>().RunAsync(Cancellation);

    private async Task<IEnumerable<string>> NamesAsync() =>
        (await World.Get<PrivateTexts>().ReadAllAsync(Stream, Cancellation)).Keys.Order(StringComparer.Ordinal);
}
