using Azure.Data.Tables;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Storage;

public sealed class PendingTests : IClassFixture<AzuriteFixture>, IAsyncDisposable
{
    private readonly FaultyTransport _transport = new() { BeforeSending = true };
    private readonly ManualClock _clock = new();
    private readonly StorageWorld _broken;
    private readonly StorageWorld _world;
    private readonly Id _id = NewId();

    public PendingTests(AzuriteFixture azurite)
    {
        _broken = new StorageWorld(azurite, _transport);
        _world = new StorageWorld(azurite, of: _broken, platform: _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _broken.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task A_request_that_breaks_off_is_made_up_for_after_a_minute_and_its_mark_goes_after_ten()
    {
        await BreakOffAfterAppendAsync();

        await WorkOffAsync();
        (await _world.ViewRowsAsync(_id)).ShouldBeEmpty();
        _clock.Offset = TimeSpan.FromSeconds(70);
        await WorkOffAsync();
        (await _world.ViewRowsAsync(_id)).ShouldBe(await _world.ExpectedRowsAsync(_id));
        (await _world.CountAsync("pending")).ShouldBe(1);
        _clock.Offset = TimeSpan.FromMinutes(11);
        await WorkOffAsync();

        (await _world.CountAsync("pending")).ShouldBe(0);
    }

    [Fact]
    public async Task A_mark_whose_append_never_came_is_removed_when_no_request_can_be_behind_it()
    {
        _transport.Hit = request => request.Uri.ToUri().AbsolutePath.Contains("streams", StringComparison.Ordinal);
        await Should.ThrowAsync<DependencyUnavailableException>(() => _broken.OpenAsync(_id));
        (await _world.CountAsync("pending")).ShouldBe(1);
        _clock.Offset = TimeSpan.FromMinutes(11);

        await WorkOffAsync();

        (await _world.CountAsync("pending")).ShouldBe(0);
        (await _world.LoadAsync(_id)).ShouldBeNull();
    }

    [Fact]
    public async Task A_stream_that_cannot_be_projected_keeps_its_mark_and_shows_as_old()
    {
        await BreakOffAfterAppendAsync();
        var streams = await _world.RawAsync("streams");
        var row = (await streams.GetEntityAsync<TableEntity>($"notebook-{_id}", "0000000001",
            cancellationToken: Cancellation)).Value;
        row["Type"] = "notebook.burnt.v1";
        await streams.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancellation);
        var marks = _world.Get<PendingMarks>();
        (await marks.CountOldAsync(Cancellation)).ShouldBe(0);
        _clock.Offset = TimeSpan.FromMinutes(13);

        await WorkOffAsync();

        (await marks.CountOldAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task One_requests_mark_is_not_removed_by_another_on_the_same_stream()
    {
        await _world.OpenAsync(_id);
        await BreakOffAsync(() => _broken.ChangeAsync(_id, new NotebookCommand.Write("lost?")));

        await _world.ChangeAsync(_id, new NotebookCommand.Move("b"));

        (await _world.CountAsync("pending")).ShouldBe(1);
        await _world.Get<PendingWorker>().WorkOffAndClearAsync(Cancellation);
        (await _world.ViewRowsAsync(_id)).ShouldBe(await _world.ExpectedRowsAsync(_id));
    }

    private Task BreakOffAfterAppendAsync() => BreakOffAsync(() => _broken.OpenAsync(_id, lines: "one"));

    // Nothing reaches the views any more, and the mark cannot be removed: as if the process had died after the append.
    private async Task BreakOffAsync(Func<Task> act)
    {
        _transport.Hit = request => request.Uri.ToUri().AbsolutePath is var path
            && (path.Contains("views", StringComparison.Ordinal)
                || path.Contains("projected", StringComparison.Ordinal));
        await act();
    }

    private Task WorkOffAsync() => new PendingWorker(
        _world.Get<PendingMarks>(),
        _world.Get<StreamTable>(),
        _world.Get<StreamKinds>(),
        _world.Get<AfterAppend>(),
        _world.Get<OrphanedFiles>(),
        _world.Get<PlatformClock>(),
        Microsoft.Extensions.Logging.Abstractions.NullLogger<PendingWorker>.Instance).WorkOffDueAsync(Cancellation);
}
