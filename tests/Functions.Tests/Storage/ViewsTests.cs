using FsCheck.Xunit;
using Oversight.Functions.Storage;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Storage;

public sealed class ViewsTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncDisposable
{
    private readonly StorageWorld _world = new(azurite);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_list_is_read_in_key_order_by_page_and_leaves_out_what_is_gone()
    {
        var ids = await OpenManyAsync(25);
        foreach (var id in ids.Where((_, i) => i % 5 == 0))
            await _world.ChangeAsync(id, new NotebookCommand.Move("elsewhere"));
        var expected = ids.Where((_, i) => i % 5 != 0).Select(id => id.Value).Order(StringComparer.Ordinal).ToList();

        var keys = new List<int>();
        string? token = null;
        do
        {
            var page = await _world.Views.ReadPageAsync<NotebookRow>("notebooks|many", 6, token, Cancellation);
            keys.Add(page.Items.Count);
            token = page.NextPage;
        }
        while (token is not null);

        keys.ShouldBe([6, 6, 6, 2]);
        (await _world.Views.ReadRowsAsync("notebooks|many", Cancellation)).Select(row => row.Key).ShouldBe(expected);
    }

    [Fact]
    public async Task A_page_that_is_exactly_full_has_no_next_one()
    {
        await OpenManyAsync(3);

        (await _world.Views.ReadPageAsync<NotebookRow>("notebooks|many", 3, null, Cancellation)).NextPage
            .ShouldBeNull();
        (await _world.Views.ReadPageAsync<NotebookRow>("notebooks|none", 3, null, Cancellation)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_token_or_one_of_another_list_is_a_format_fault()
    {
        await OpenManyAsync(3);
        var token = (await _world.Views.ReadPageAsync<NotebookRow>("notebooks|many", 2, null, Cancellation)).NextPage!;

        foreach (var damaged in new[] { "x", "%%%", token[..^2], token + "AA", "AAAAAAAAAAAA", "å" })
        {
            await Should.ThrowAsync<FormatException>(
                () => _world.Views.ReadPageAsync<NotebookRow>("notebooks|many", 2, damaged, Cancellation));
        }

        await Should.ThrowAsync<FormatException>(
            () => _world.Views.ReadPageAsync<NotebookRow>("notebooks|work", 2, token, Cancellation));
    }

    [Fact]
    public async Task A_key_prefix_chooses_the_rows_that_begin_with_it()
    {
        var id = NewId();
        var other = NewId();
        await _world.OpenAsync(id, "p", null, "a", "b");
        await _world.OpenAsync(other, "p", null, "c");

        (await _world.Views.ReadAllAsync<LineRow>("lines|p", Cancellation, $"{id}/"))
            .ShouldBe([new LineRow("a"), new LineRow("b")]);
        (await _world.Views.ReadPageAsync<LineRow>("lines|p", 5, null, Cancellation, $"{other}/")).Items
            .ShouldBe([new LineRow("c")]);
        (await _world.Views.ReadAllAsync<LineRow>("lines|p", Cancellation, $"{id}/", from: "001"))
            .ShouldBe([new LineRow("b")]);
        var row = (await _world.Views.ReadRowsAsync("lines|p", Cancellation, $"{id}/001")).ShouldHaveSingleItem();
        (row.Key, row.StreamId, row.Version, row.As<LineRow>().Text).ShouldBe(($"{id}/001", $"notebook-{id}", 3, "b"));
        (await _world.Views.FindAsync<LineRow>("lines|p", $"{id}/000", Cancellation)).ShouldBe(new LineRow("a"));
    }

    [Fact]
    public async Task A_list_of_more_than_a_thousand_rows_is_read_whole()
    {
        for (var i = 0; i < 11; i++)
            await _world.OpenAsync(NewId(), "long", null, [.. Enumerable.Range(0, 95).Select(n => $"{n}")]);

        (await _world.LinesAsync("long")).Count.ShouldBe(1045);
    }

    [Theory]
    [InlineData("a/b\\c#d?e%f")]
    [InlineData("~2F")]
    [InlineData("~~")]
    [InlineData("\u0000\u001f\u007f\u009f")]
    [InlineData("åäö")]
    [InlineData("")]
    public void A_text_of_signs_that_a_key_may_not_hold_survives_being_one(string text) =>
        StorageKey.Unescape(StorageKey.Escape(text)).ShouldBe(text);

    [Property]
    public static bool Any_text_survives_being_a_key(string? text)
    {
        var key = StorageKey.Escape(text ?? "");
        return StorageKey.Unescape(key) == (text ?? "")
            && !key.Any(c => "/\\#?%".Contains(c, StringComparison.Ordinal) || char.IsControl(c));
    }

    private async Task<IReadOnlyList<Id>> OpenManyAsync(int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => NewId()).ToList();
        await Task.WhenAll(ids.Select(id => _world.OpenAsync(id, "many")));
        return ids;
    }
}
