using Azure;
using Azure.Data.Tables;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Faults;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Storage;

/// <summary>What the real service refuses is refused before the call: Azurite takes more.</summary>
public sealed class TableLimitTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncDisposable
{
    private const int LongestText = 32 * 1024;
    private readonly StorageWorld _world = new(azurite);

    public static TheoryData<string> Keys =>
        ["a/b", "a\\b", "a#b", "a?b", "a\tb", "a\u0085b", "a\u007fb", new string('k', 513)];

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_key_that_the_service_refuses(string key)
    {
        await RefusedAsync(new TableEntity("p", key));
        await RefusedAsync(new TableEntity(key, "r"));
    }

    [Fact]
    public async Task A_property_an_entity_or_a_name_that_the_service_refuses()
    {
        (await RefusedAsync(new TableEntity("p", "r") { ["A"] = new string('x', LongestText + 1) }))
            .ShouldContain("65538");
        await RefusedAsync(new TableEntity("p", "r") { ["A"] = new byte[(64 * 1024) + 1] });
        await RefusedAsync(new TableEntity("p", "r") { ["a-b"] = 1 });
        await RefusedAsync(new TableEntity("p", "r") { ["1a"] = 1 });
        await RefusedAsync(new TableEntity("p", "r") { [new string('a', 256)] = 1 });
        await RefusedAsync(new TableEntity("p", "r")
        { ["A"] = new DateTimeOffset(1600, 12, 31, 0, 0, 0, TimeSpan.Zero) });
        await RefusedAsync(new TableEntity("p", "r") { ["A"] = 1.5m });
        await RefusedAsync(With(17, new string('x', 32_000)));
        await RefusedAsync(With(253, 1));
    }

    [Fact]
    public async Task What_just_fits_is_written()
    {
        var table = await _world.Get<StoreConnection>().TableAsync("limits");
        await table.AddEntityAsync(new TableEntity(new string('p', 512), new string('r', 512))
        { ["A"] = new string('x', LongestText) }, Cancellation);
        await table.UpsertEntityAsync(With(252, 1), TableUpdateMode.Replace, Cancellation);
        await table.UpsertEntityAsync(With(15, new string('x', LongestText)), TableUpdateMode.Replace, Cancellation);
        await table.SubmitTransactionAsync(
            Enumerable.Range(0, 100).Select(n => Add(With(1, new string('x', 5_000), $"{n:D3}"))), Cancellation);
        (await _world.CountAsync("limits")).ShouldBe(102);
    }

    [Fact]
    public async Task The_longest_text_is_kept_and_a_longer_one_refused()
    {
        var texts = _world.Get<PrivateTexts>();
        await texts.WriteAsync("notebook-1", "long", Entry(480_000), Cancellation);
        (await texts.FindAsync("notebook-1", "long", Cancellation))!.Fields["text"].Length.ShouldBe(480_000);
        await Should.ThrowAsync<TableLimitException>(
            () => texts.WriteAsync("notebook-1", "longer", Entry(540_000), Cancellation));

        static PrivateEntry Entry(int length) =>
            new(new Dictionary<string, string> { ["text"] = new('å', length) }, "test", "test");
    }

    [Fact]
    public async Task A_transaction_that_the_service_refuses()
    {
        (await RefusedAsync([new("p", "r"), new("q", "r")])).ShouldContain("partitions");
        (await RefusedAsync([new("p", "r"), new("p", "r")])).ShouldContain("twice");
        (await RefusedAsync([.. Enumerable.Range(0, 101).Select(n => new TableEntity("p", $"{n}"))]))
            .ShouldContain("101");
        (await RefusedAsync([.. Enumerable.Range(0, 5).Select(n => With(31, new string('å', 16_000), $"{n}"))]))
            .ShouldContain("bytes");
        (await RefusedAsync([With(1, 1, "a"), With(1, new string('x', LongestText + 1), "b")]))
            .ShouldContain("property");
        (await _world.CountAsync("limits")).ShouldBe(0);
    }

    [Fact]
    public async Task A_refused_write_never_leaves_the_process()
    {
        using var dead = new DyingTransport();
        await using var world = new StorageWorld(azurite, dead);
        var table = await world.Get<StoreConnection>().TableAsync("limits");
        dead.DieAfter(0, lastIsCarriedOut: false);

        await Should.ThrowAsync<TableLimitException>(
            () => table.AddEntityAsync(With(17, new string('x', 32_000)), Cancellation));
        dead.IsDead.ShouldBeFalse();
    }

    [Fact]
    public async Task The_heaviest_append_is_within_the_limits()
    {
        var id = NewId();
        var heavy = string.Concat(Enumerable.Repeat("å\"", 14_000));
        (await _world.OpenAsync(id, lines: [.. Enumerable.Repeat(heavy, 98)])).ShouldBeOfType<Outcome<Notebook>.Done>();
        (await _world.LoadAsync(id))!.State.Lines.Count.ShouldBe(98);
    }

    private static TableTransactionAction Add(TableEntity entity) => new(TableTransactionActionType.Add, entity);

    private static TableEntity With(int properties, object value, string rowKey = "r")
    {
        var entity = new TableEntity("p", rowKey);
        for (var i = 0; i < properties; i++)
            entity[$"P{i}"] = value;
        return entity;
    }

    private async Task<string> RefusedAsync(TableEntity entity)
    {
        var table = await _world.Get<StoreConnection>().TableAsync("limits");
        await Should.ThrowAsync<TableLimitException>(
            () => table.UpsertEntityAsync(entity, TableUpdateMode.Replace, Cancellation));
        await Should.ThrowAsync<TableLimitException>(
            () => table.UpdateEntityAsync(entity, ETag.All, TableUpdateMode.Replace, Cancellation));
        return (await Should.ThrowAsync<TableLimitException>(() => table.AddEntityAsync(entity, Cancellation))).Message;
    }

    private async Task<string> RefusedAsync(IReadOnlyList<TableEntity> entities)
    {
        var table = await _world.Get<StoreConnection>().TableAsync("limits");
        return (await Should.ThrowAsync<TableLimitException>(
            () => table.SubmitTransactionAsync(entities.Select(Add), Cancellation))).Message;
    }
}
