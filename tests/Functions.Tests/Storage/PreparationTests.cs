using Azure.Core;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Faults;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Storage;

/// <summary>
/// What must stand before an append is written for a command that the rules accept, and swept when it never comes.
/// </summary>
public sealed class PreparationTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Container = "pages";

    private static readonly StreamKind<Notebook, NotebookCommand, NotebookEvent> Kind = Notebooks.Kind with
    {
        Containers = [Container],
        Item = happened => happened is NotebookEvent.Written { Line: var line } ? line.Split(':')[0] : null,
    };

    private readonly ManualClock _clock = new();
    private readonly Id _id = NewId();

    [Fact]
    public async Task Nothing_is_prepared_for_a_command_that_is_refused_repeated_or_written_against_another_version()
    {
        await using var world = World();
        await world.OpenAsync(_id, lines: "a");
        await world.ChangeAsync(_id, new NotebookCommand.Write("b"), By(key: "k", body: "b"));

        await WriteAsync(world, "c", By(expected: 1));
        await WriteAsync(world, "b", By(key: "k", body: "b"));
        await world.Streams.ChangeAsync(world.Kind, _id, new NotebookCommand.Open("x"), By(), Cancellation,
            Keep(world, "d"));

        (await FilesAsync(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_that_says_nothing_of_what_it_was_written_against_is_a_bug()
    {
        await using var world = World();
        await world.OpenAsync(_id);

        await Should.ThrowAsync<InvalidOperationException>(() =>
            world.ChangeAsync(_id, new NotebookCommand.Write("b"), By() with { Against = Against.Nothing }));

        (await world.LoadAsync(_id))!.Head.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_preparation_may_say_no_and_nothing_is_appended_or_marked()
    {
        await using var world = new StorageWorld(azurite, platform: _clock);
        await world.OpenAsync(_id);
        var taken = await world.Streams.ChangeAsync(
            world.Kind, _id, new NotebookCommand.Write("x"), By(), Cancellation,
            (_, _) => Task.FromResult<Prepared<NotebookCommand>>(
                new Prepared<NotebookCommand>.Refused(new Refusal("taken"))));
        var reused = await world.Streams.CreateAsync(
            world.Kind, NewId(), new NotebookCommand.Open("x"), By(), Cancellation,
            (_, _) => Task.FromResult<Prepared<NotebookCommand>>(new Prepared<NotebookCommand>.KeyReused()));

        taken.ShouldBeOfType<Outcome<Notebook>.Refused>().Reasons.ShouldHaveSingleItem().Code.ShouldBe("taken");
        reused.ShouldBeOfType<Outcome<Notebook>.KeyReused>();
        (await world.LoadAsync(_id))!.Head.Version.ShouldBe(1);
        (await world.CountAsync("pending")).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_whose_command_never_came_goes_after_ten_minutes_and_one_that_an_event_names_stays()
    {
        await using var world = World();
        await using var dying = World(new FaultyTransport { BeforeSending = true, Hit = IsAppend }, of: world);
        await world.OpenAsync(_id);
        await WriteAsync(world, "kept");
        await Should.ThrowAsync<Exception>(() => WriteAsync(dying, "lost"));
        (await FilesAsync(world)).ShouldBe([$"{_id}/kept.txt", $"{_id}/lost.txt"]);

        _clock.Offset = TimeSpan.FromMinutes(5);
        await world.Get<PendingWorker>().WorkOffAllAsync(Cancellation);
        (await FilesAsync(world)).Count.ShouldBe(2);
        _clock.Offset = TimeSpan.FromMinutes(11);
        await world.Get<PendingWorker>().WorkOffAllAsync(Cancellation);

        (await FilesAsync(world)).ShouldBe([$"{_id}/kept.txt"]);
        (await world.CountAsync("pending")).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_a_late_repeat_finds_standing_is_left_to_it()
    {
        await using var world = World();
        await using var dying = World(new FaultyTransport { BeforeSending = true, Hit = IsAppend }, of: world);
        await world.OpenAsync(_id);
        await Should.ThrowAsync<Exception>(() => WriteAsync(dying, "late"));
        _clock.Offset = TimeSpan.FromMinutes(11);
        var transport = new HoldingTransport();
        await using var sweeping = World(transport, of: world);
        transport.Hold(request => request.Method == RequestMethod.Delete
            && request.Uri.Path.Contains(Container, StringComparison.Ordinal));

        var sweep = sweeping.Get<PendingWorker>().WorkOffAllAsync(Cancellation);
        await transport.Held;
        await WriteAsync(world, "late");
        transport.LetGo();
        await sweep;

        (await FilesAsync(world)).ShouldBe([$"{_id}/late.txt"]);
        (await world.LoadAsync(_id))!.State.Lines.ShouldBe(["late"]);
    }

    [Fact]
    public async Task Two_who_work_on_two_items_do_not_refuse_each_other_and_two_on_one_do()
    {
        await using var world = World();
        await world.OpenAsync(_id, lines: ["left: 1", "right: 1"]);

        (await OnItemAsync(world, "left: 2", seen: 2)).ShouldBeOfType<Outcome<Notebook>.Done>();
        (await OnItemAsync(world, "right: 2", seen: 3)).ShouldBeOfType<Outcome<Notebook>.Done>();
        (await OnItemAsync(world, "left: 3", seen: 2)).ShouldBeOfType<Outcome<Notebook>.Conflict>();
        (await OnItemAsync(world, "new: 1", seen: 0)).ShouldBeOfType<Outcome<Notebook>.Done>();
        (await OnItemAsync(world, "new: 2", seen: 0)).ShouldBeOfType<Outcome<Notebook>.Conflict>();
        var crossing = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => OnItemAsync(world, $"item {number}: 1", seen: 0)));
        crossing.ShouldAllBe(outcome => outcome is Outcome<Notebook>.Done);
    }

    private StorageWorld World(Azure.Core.Pipeline.HttpPipelineTransport? transport = null, StorageWorld? of = null) =>
        new(azurite, transport, of, _clock, Kind);

    private static bool IsAppend(Request request) =>
        request.Method == RequestMethod.Post && request.Uri.Path.Contains("streams", StringComparison.Ordinal);

    private Task<Outcome<Notebook>> WriteAsync(StorageWorld world, string line, Envelope? envelope = null) =>
        world.Streams.ChangeAsync(world.Kind, _id, new NotebookCommand.Write(line), envelope ?? By(), Cancellation,
            Keep(world, line));

    private Preparation<NotebookCommand> Keep(StorageWorld world, string name) => async (command, cancellation) =>
    {
        await world.Get<Blobs>().WriteOnceAsync(Container, $"{_id}/{name}.txt", BinaryData.FromString(name),
            "text/plain", cancellation);
        return new Prepared<NotebookCommand>.Go(command);
    };

    private Task<Outcome<Notebook>> OnItemAsync(StorageWorld world, string line, int seen) => world.ChangeAsync(
        _id, new NotebookCommand.Write(line), By() with { SeenItem = new SeenItem(line.Split(':')[0], seen) });

    private async Task<IReadOnlyList<string>> FilesAsync(StorageWorld world)
    {
        var container = new Azure.Storage.Blobs.BlobContainerClient(azurite.ConnectionString,
            world.Prefix.ToLowerInvariant() + Container);
        await container.CreateIfNotExistsAsync(cancellationToken: Cancellation);
        return await container.GetBlobsAsync(cancellationToken: Cancellation).Select(file => file.Name)
            .ToListAsync(Cancellation);
    }
}
