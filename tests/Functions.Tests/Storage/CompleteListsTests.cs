using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Storage;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Storage;

/// <summary>
/// Lists that older code wrote are not shown for whole; <see cref="Notebooks.NextKind"/> is the deploy that changes
/// them.
/// </summary>
public sealed class CompleteListsTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task An_empty_store_is_complete_at_once_and_is_not_asked_again()
    {
        await using var world = new StorageWorld(azurite);
        (await world.LinesAsync("a")).ShouldBeEmpty();
        (await CompleteAsync(world)).ShouldBe(1);

        await ForgetAsync(world);
        await world.OpenAsync(NewId(), "a", null, "one");

        (await world.LinesAsync("a")).ShouldBe(["one"]);
        (await CompleteAsync(world)).ShouldBeNull();
    }

    [Fact]
    public async Task Lists_that_this_code_has_written_before_this_was_asked_are_complete()
    {
        await using var world = new StorageWorld(azurite);
        await world.OpenAsync(NewId(), "a", null, "one");

        (await world.LinesAsync("a")).ShouldBe(["one"]);
        (await CompleteAsync(world)).ShouldBe(1);
    }

    [Fact]
    public async Task No_list_of_older_code_is_read_in_any_way_and_all_else_goes_on()
    {
        await using var old = new StorageWorld(azurite);
        var id = NewId();
        await old.OpenAsync(id, "a", null, "one");
        await using var next = new StorageWorld(azurite, of: old, kind: Notebooks.NextKind);

        await RefusedAsync(() => next.LinesAsync("a/next"));
        await RefusedAsync(() => next.Views.FindAsync<NotebookRow>("notebooks|a/next", id.Value, Cancellation));
        await RefusedAsync(() => next.Views.ReadPageAsync<NotebookRow>("notebooks|a/next", 5, null, Cancellation));
        await RefusedAsync(() => next.Views.ReadRowsAsync("notebooks|a/next", Cancellation));
        (await Bounded.OrNullAsync<int>(
            "lines", async () => (await next.LinesAsync("a/next")).Count, NullLogger.Instance, Cancellation))
            .ShouldBeNull();
        var changed = await next.ChangeAsync(id, new NotebookCommand.Write("two"));
        await next.OpenAsync(NewId(), "b", null, "three");

        changed.ShouldBeOfType<Outcome<Notebook>.Done>();
        (await next.LoadAsync(id))!.State.Lines.ShouldBe(["one", "two"]);
        (await next.ViewRowsAsync(id)).ShouldBe(await next.ExpectedRowsAsync(id));
        (await CompleteAsync(next)).ShouldBeNull();
    }

    [Fact]
    public async Task One_process_that_says_complete_is_believed_by_the_others()
    {
        await using var old = new StorageWorld(azurite);
        await old.OpenAsync(NewId(), "a", null, "one");
        await using var next = new StorageWorld(azurite, of: old, kind: Notebooks.NextKind);
        await RefusedAsync(() => next.LinesAsync("a/next"));

        await MarkAsync(next, 2);

        (await next.LinesAsync("a/next")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_code_that_was_deployed_back_for_a_while_has_written_is_found()
    {
        await using var next = new StorageWorld(azurite, kind: Notebooks.NextKind);
        await next.OpenAsync(NewId(), "a", null, "one");
        await next.LinesAsync("a/next");
        await using var old = new StorageWorld(azurite, of: next);
        await old.LinesAsync("a");
        await old.OpenAsync(NewId(), "a", null, "two");

        await using var again = new StorageWorld(azurite, of: next, kind: Notebooks.NextKind);

        await RefusedAsync(() => again.LinesAsync("a/next"));
    }

    [Fact]
    public async Task A_kind_whose_name_begins_with_that_of_another_is_told_apart()
    {
        await using var other = new StorageWorld(azurite, kind: Notebooks.Kind with { Name = "notebook-old" });
        await other.OpenAsync(NewId(), "a", null, "one");
        await using var world = new StorageWorld(azurite, of: other, kind: Notebooks.NextKind);

        (await world.LinesAsync("a/next")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_who_ask_at_once_get_the_same_answer()
    {
        await using var old = new StorageWorld(azurite);
        await old.OpenAsync(NewId(), "a", null, "one");
        await using var next = new StorageWorld(azurite, of: old, kind: Notebooks.NextKind);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => next.Get<CompleteLists>().IncompleteAsync(Cancellation)));

        answers.ShouldAllBe(answer => answer.Single().Name == "notebook");
    }

    private static async Task RefusedAsync(Func<Task> read) =>
        (await Should.ThrowAsync<DependencyUnavailableException>(read)).Dependency.ShouldBe(Dependency.Lists);

    private static async Task<int?> CompleteAsync(StorageWorld world)
    {
        var table = await world.RawAsync("rebuilds");
        var row = await table.GetEntityIfExistsAsync<TableEntity>("complete", world.Kind.Name,
            cancellationToken: Cancellation);
        return row.HasValue ? row.Value!.GetInt32("Projection") : null;
    }

    private static async Task MarkAsync(StorageWorld world, int version) => await (await world.RawAsync("rebuilds"))
        .UpsertEntityAsync(new TableEntity("complete", world.Kind.Name) { ["Projection"] = version },
            cancellationToken: Cancellation);

    private static async Task ForgetAsync(StorageWorld world) =>
        await (await world.RawAsync("rebuilds"))
            .DeleteEntityAsync("complete", world.Kind.Name, cancellationToken: Cancellation);
}
