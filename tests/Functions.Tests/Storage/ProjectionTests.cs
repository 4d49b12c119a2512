using Azure.Core;
using Azure.Data.Tables;
using FsCheck.Xunit;
using Oversight.Functions.Storage;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Storage;

public sealed class ProjectionTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Rows_follow_the_state_through_moves_and_cuts()
    {
        await using var world = new StorageWorld(azurite);
        var id = NewId();
        await world.OpenAsync(id, "a", null, "one", "two");
        (await world.LinesAsync("a")).ShouldBe(["one", "two"]);

        await world.ChangeAsync(id, new NotebookCommand.Move("b"));
        (await world.LinesAsync("a")).ShouldBeEmpty();
        (await world.LinesAsync("b")).ShouldBe(["one", "two"]);
        await world.ChangeAsync(id, new NotebookCommand.Cut());
        await world.ChangeAsync(id, new NotebookCommand.Move("a"));

        (await world.LinesAsync("a")).ShouldBe(["one"]);
        (await world.LinesAsync("b")).ShouldBeEmpty();
        (await world.ViewRowsAsync(id)).ShouldBe(await world.ExpectedRowsAsync(id));
        (await world.Views.FindAsync<NotebookRow>("notebooks|b", id.Value, Cancellation)).ShouldBeNull();
        (await world.Views.FindAsync<NotebookRow>("notebooks|a", id.Value, Cancellation))
            .ShouldBe(new NotebookRow("a", 1, 6));
    }

    [Fact]
    public async Task A_late_projection_of_an_older_version_brings_nothing_back()
    {
        await using var world = new StorageWorld(azurite);
        var id = NewId();
        await world.OpenAsync(id, "a", null, "one");
        await world.ChangeAsync(id, new NotebookCommand.Move("b"));
        var stream = await world.LoadStoredAsync(id);
        await ForgetAsync(world, id);

        for (var version = 1; version <= 3; version++)
            await world.Get<Projector>().ProjectAsync(world.Kind, stream.At(version), Cancellation);

        (await world.ViewRowsAsync(id)).ShouldBe(await world.ExpectedRowsAsync(id));
    }

    [Fact]
    public async Task A_row_that_a_broken_off_version_brought_back_to_life_is_buried_by_the_next()
    {
        var transport = new FaultyTransport { BeforeSending = true };
        await using var world = new StorageWorld(azurite);
        await using var breaking = new StorageWorld(azurite, transport, of: world);
        var id = NewId();
        await world.OpenAsync(id, "a", null, "one");
        await world.ChangeAsync(id, new NotebookCommand.Cut());
        transport.Hit = request => request.Method != RequestMethod.Get
            && request.Uri.Path.Contains("projected", StringComparison.Ordinal);
        await breaking.ChangeAsync(id, new NotebookCommand.Write("two"));
        (await world.LinesAsync("a")).ShouldBe(["two"]);

        await world.ChangeAsync(id, new NotebookCommand.Move("b"));

        (await world.LinesAsync("a")).ShouldBeEmpty();
        (await world.ViewRowsAsync(id)).ShouldBe(await world.ExpectedRowsAsync(id));
    }

    // Off the runner's own threads: it has no more than there are processors, and other tests hold them meanwhile.
    [Property(MaxTest = 40)]
    public Task<bool> However_projections_cross_and_break_off_the_rows_end_as_those_of_the_last_version(
        byte[] commands, byte[] draws) =>
        Task.Run(() => EndsRightAsync(commands, draws));

    private async Task<bool> EndsRightAsync(byte[] commands, byte[] draws)
    {
        var interleaving = new Interleaving();
        await using var world = new StorageWorld(azurite, interleaving);
        await world.OpenAsync(NewId(), "tables are made once, by whoever comes first");
        var (id, stream) = await WriteUnprojectedAsync(world, commands);
        var projector = world.Get<Projector>();
        var versions = Enumerable.Range(1, stream.Version).Concat([stream.Version, 1]).ToList();

        var ended = await interleaving.RunAsync(
            [.. versions.Select(version => (Func<Task>)(() =>
                projector.ProjectAsync(world.Kind, stream.At(version), CancellationToken.None, isNew: version == 1)))],
            draws);

        var expected = await world.ExpectedRowsAsync(id);
        var lastWasProjected = versions.Where((version, i) => version == stream.Version && ended[i]).Any();
        if (lastWasProjected && !(await world.ViewRowsAsync(id)).SequenceEqual(expected))
            return false;
        await projector.ProjectAsync(world.Kind, stream, CancellationToken.None);
        if (!(await world.ViewRowsAsync(id)).SequenceEqual(expected))
            return false;
        foreach (var version in versions)
            await projector.ProjectAsync(world.Kind, stream.At(version), CancellationToken.None);
        return (await world.ViewRowsAsync(id)).SequenceEqual(expected);
    }

    private async Task<(Id Id, StoredStream Stream)> WriteUnprojectedAsync(StorageWorld world, byte[] commands)
    {
        await using var silent = new StorageWorld(azurite, of: world,
            kind: Notebooks.Kind with { Project = (_, _) => [] });
        var id = NewId();
        await silent.OpenAsync(id, "a");
        foreach (var command in commands.Take(5))
        {
            await silent.ChangeAsync(id, (command % 4) switch
            {
                0 => new NotebookCommand.Move("b"),
                1 => new NotebookCommand.Move("a"),
                2 => new NotebookCommand.Cut(),
                _ => new NotebookCommand.Write($"{command}"),
            });
        }

        await ForgetAsync(world, id);
        return (id, await silent.LoadStoredAsync(id));
    }

    private static async Task ForgetAsync(StorageWorld world, Id id) =>
        await (await world.RawAsync("projected")).DeleteEntityAsync($"notebook-{id}", "projected");
}
