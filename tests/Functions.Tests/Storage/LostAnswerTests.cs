using Oversight.Functions.Dependencies;
using Oversight.Functions.Storage;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Storage;

public sealed class LostAnswerTests : IClassFixture<AzuriteFixture>, IAsyncDisposable
{
    private readonly FaultyTransport _transport = new();
    private readonly StorageWorld _world;
    private readonly StorageWorld _healthy;
    private readonly Id _id = Id.Derive("anna", "key");
    private readonly Envelope _envelope = By(key: "key", body: "b");

    public LostAnswerTests(AzuriteFixture azurite)
    {
        _world = new StorageWorld(azurite, _transport);
        _healthy = new StorageWorld(azurite, of: _world);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _healthy.DisposeAsync();
    }

    [Fact]
    public async Task An_append_whose_answer_is_lost_once_gives_one_event_and_one_answer()
    {
        Lose("/$batch", times: 1);

        var done = (await _world.OpenAsync(_id, envelope: _envelope)).ShouldBeOfType<Outcome<Notebook>.Done>();

        _transport.Faults.ShouldBeGreaterThan(0);
        done.Repeated.ShouldBeFalse();
        (await _healthy.LoadAsync(_id))!.Head.Version.ShouldBe(1);
        (await _healthy.CountAsync("pending")).ShouldBe(0);
        (await _healthy.ViewRowsAsync(_id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_change_whose_answer_is_lost_once_is_written_once()
    {
        await _healthy.OpenAsync(_id);
        Lose("/$batch", times: 1);

        var done = await _world.ChangeAsync(_id, new NotebookCommand.Write("x"), By(key: "k2", body: "b", expected: 1));

        done.ShouldBeOfType<Outcome<Notebook>.Done>().Head.Version.ShouldBe(2);
        (await _healthy.LoadAsync(_id))!.State.Lines.ShouldBe(["x"]);
    }

    [Fact]
    public async Task An_append_whose_answers_are_all_lost_is_unavailable_and_the_repeat_finds_it_done()
    {
        Lose("/$batch", times: 3);

        await Should.ThrowAsync<DependencyUnavailableException>(() => _world.OpenAsync(_id, envelope: _envelope));
        (await _healthy.CountAsync("pending")).ShouldBe(1);
        var done = (await _healthy.OpenAsync(_id, envelope: _envelope)).ShouldBeOfType<Outcome<Notebook>.Done>();
        var run = await _healthy.Get<PendingWorker>().WorkOffAndClearAsync(Cancellation);

        done.Repeated.ShouldBeTrue();
        run.ShouldBe(new PendingRun(1, 0));
        (await _healthy.ViewRowsAsync(_id)).ShouldBe(await _healthy.ExpectedRowsAsync(_id));
        (await _healthy.CountAsync("pending")).ShouldBe(0);
    }

    [Fact]
    public async Task Once_the_append_has_succeeded_a_failing_projection_is_not_the_callers_trouble()
    {
        _transport.Hit = request => request.Uri.ToUri().AbsolutePath.Contains("views", StringComparison.Ordinal);
        _transport.BeforeSending = true;

        var done = await _world.OpenAsync(_id, envelope: _envelope);

        done.ShouldBeOfType<Outcome<Notebook>.Done>().Head.Version.ShouldBe(1);
        (await _healthy.CountAsync("pending")).ShouldBe(1);
        await _healthy.Get<PendingWorker>().WorkOffAndClearAsync(Cancellation);
        (await _healthy.ViewRowsAsync(_id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_storage_nothing_is_written_and_the_caller_is_told_in_time()
    {
        _transport.Hit = _ => true;
        _transport.BeforeSending = true;
        var started = System.Diagnostics.Stopwatch.GetTimestamp();

        await Should.ThrowAsync<DependencyUnavailableException>(() => _world.OpenAsync(_id, envelope: _envelope));
        await Should.ThrowAsync<DependencyUnavailableException>(
            () => _world.Views.ReadAllAsync<LineRow>("p", Cancellation));
        await Should.ThrowAsync<DependencyUnavailableException>(
            () => _world.Get<Blobs>().FindAsync("files", "x", Cancellation));

        System.Diagnostics.Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(15));
        _transport.Hit = null;
        (await _world.OpenAsync(_id, envelope: _envelope)).ShouldBeOfType<Outcome<Notebook>.Done>().Repeated
            .ShouldBeFalse();
    }

    private void Lose(string path, int times)
    {
        _transport.Hit = request => request.Uri.ToUri().AbsolutePath.EndsWith(path, StringComparison.Ordinal);
        _transport.MaxFaults = times;
    }
}
