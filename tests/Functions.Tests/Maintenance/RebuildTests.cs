using System.Net;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Maintenance.Rebuilding;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Storage;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Maintenance;

public sealed class RebuildTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Page = "/drift/ombyggnad";

    [Fact]
    public async Task A_new_projection_is_built_in_place_while_others_write()
    {
        await using var old = new StorageWorld(azurite);
        var ids = new List<Id>();
        for (var i = 0; i < 20; i++)
        {
            ids.Add(NewId());
            await old.OpenAsync(ids[i], "a", null, "one", "two");
            await old.ChangeAsync(ids[i], new NotebookCommand.Cut());
        }

        await using var next = new StorageWorld(azurite, of: old, kind: Notebooks.NextKind);
        await using var app = await StartAsync(old, Notebooks.NextKind);
        using var admin = await app.SignInAsync("adm", Role.Administrator);

        (await (await admin.GetFormAsync(Page, $"form[action='{Page}']")).SubmitAsync()).StatusCode
            .ShouldBe(HttpStatusCode.SeeOther);
        foreach (var id in ids.Take(10))
            await next.ChangeAsync(id, new NotebookCommand.Write("meanwhile"));
        var rebuild = await DoneAsync(app);

        (rebuild.Streams, rebuild.Failed).ShouldBe((20, 0));
        (await next.LinesAsync("a")).ShouldBeEmpty();
        foreach (var id in ids)
            (await next.ViewRowsAsync(id)).ShouldBe(await next.ExpectedRowsAsync(id));
        var page = await admin.GetPageAsync(Page);
        page.QuerySelector("progress")!.GetAttribute("value").ShouldBe("100");
        page.Body!.TextContent.ShouldContain("20 ärenden och register omräknade");
    }

    [Fact]
    public async Task A_rebuild_mends_rows_that_are_missing_or_damaged_and_spares_what_it_cannot_read()
    {
        await using var world = new StorageWorld(azurite);
        var (whole, unreadable) = (NewId(), NewId());
        await world.OpenAsync(whole, "a", null, "one", "two", "three");
        await world.OpenAsync(unreadable, "b", null, "kept");
        var views = await world.RawAsync("views");
        var partition = StorageKey.Escape("lines|a");
        await views.DeleteEntityAsync(partition, StorageKey.Escape($"{whole}/000"), cancellationToken: Cancellation);
        var row = (await views.GetEntityAsync<TableEntity>(partition, StorageKey.Escape($"{whole}/001"),
            cancellationToken: Cancellation)).Value;
        row["D0"] = """{"text":"damaged"}""";
        await views.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancellation);
        var streams = await world.RawAsync("streams");
        await streams.UpdateEntityAsync(
            new TableEntity($"notebook-{unreadable}", "0000000002") { ["Type"] = "notebook.burnt.v1" }, Azure.ETag.All,
            cancellationToken: Cancellation);
        await using var app = await StartAsync(world,
            Notebooks.NextKind with { ProjectionVersion = 1, Project = Notebooks.Kind.Project });

        await app.Services.GetRequiredService<Rebuilder>().StartAsync(Cancellation);
        var rebuild = await DoneAsync(app);

        (rebuild.Streams, rebuild.Failed).ShouldBe((2, 1));
        (await world.LinesAsync("a")).ShouldBe(["one", "two", "three"]);
        (await world.LinesAsync("b")).ShouldBe(["kept"]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_row_that_a_stalled_projection_left_where_the_stream_has_none_any_more_is_removed(int version)
    {
        await using var world = new StorageWorld(azurite);
        var (id, other) = (NewId(), NewId());
        await world.OpenAsync(id, "a", null, "gone");
        await world.ChangeAsync(id, new NotebookCommand.Cut());
        await world.OpenAsync(other, "a", null, "others'");
        var views = await world.RawAsync("views");
        var address = new TableEntity(StorageKey.Escape("lines|a"), StorageKey.Escape($"{id}/000"));
        await views.DeleteEntityAsync(address.PartitionKey, address.RowKey, cancellationToken: Cancellation);
        await using var app = await StartAsync(world, Notebooks.Kind);

        await views.AddEntityAsync(
            new TableEntity(address.PartitionKey, address.RowKey)
            {
                ["StreamId"] = $"notebook-{id}",
                ["Projection"] = 1,
                ["Version"] = version,
                ["D0"] = """{"text":"gone"}""",
            },
            Cancellation);
        await app.Services.GetRequiredService<Rebuilder>().StartAsync(Cancellation);
        await DoneAsync(app);

        (await world.LinesAsync("a")).ShouldBe(["others'"]);
    }

    [Fact]
    public async Task A_rebuild_leaves_no_tombstone_where_there_is_nothing_to_bury()
    {
        await using var world = new StorageWorld(azurite);
        var id = NewId();
        await world.OpenAsync(id, "a", null, "gone");
        await world.ChangeAsync(id, new NotebookCommand.Cut());
        var views = await world.RawAsync("views");
        await views.DeleteEntityAsync(StorageKey.Escape("lines|a"), StorageKey.Escape($"{id}/000"),
            cancellationToken: Cancellation);
        await using var app = await StartAsync(world, Notebooks.Kind);

        await app.Services.GetRequiredService<Rebuilder>().StartAsync(Cancellation);
        await DoneAsync(app);

        (await world.CountAsync("views")).ShouldBe((await world.ExpectedRowsAsync(id)).Count);
    }

    [Fact]
    public async Task Steps_cut_short_repeated_and_crossing_come_to_the_same_end()
    {
        await using var world = new StorageWorld(azurite);
        for (var i = 0; i < 30; i++)
            await world.OpenAsync(NewId(), "a", null, "one");
        await using var app = await StartAsync(world, Notebooks.NextKind);
        var rebuilder = app.Services.GetRequiredService<Rebuilder>();

        var started = await rebuilder.StartAsync(Cancellation);
        for (var step = 0; step < 12; step++)
            await Task.WhenAll(Enumerable.Range(0, 3)
                .Select(_ => rebuilder.RunAsync(started.Id, step, TimeSpan.Zero, Cancellation)));
        var rebuild = await DoneAsync(app);

        (rebuild.Id, rebuild.Streams, rebuild.Failed).ShouldBe((started.Id, 30, 0));
        (await world.LinesAsync("a")).ShouldBeEmpty();
        (await world.Views.ReadAllAsync<LineRow>("lines|a/next", Cancellation)).Count.ShouldBe(30);
    }

    [Fact]
    public async Task The_streams_are_counted_by_the_messages_and_not_by_the_request_that_starts_a_rebuild()
    {
        await using var world = new StorageWorld(azurite);
        for (var i = 0; i < 3; i++)
            await world.OpenAsync(NewId(), "a", null, "one");
        await using var app = await StartAsync(world, Notebooks.NextKind);

        var started = await app.Services.GetRequiredService<Rebuilder>().StartAsync(Cancellation);
        var rebuild = await DoneAsync(app);

        (started.Phase, started.Total, started.Percent).ShouldBe((RebuildPhase.Count, 0, 0));
        (rebuild.Id, rebuild.Total, rebuild.Streams).ShouldBe((started.Id, 3, 3));
    }

    [Fact]
    public async Task Only_an_administrator_sees_the_page_and_starts_a_rebuild()
    {
        await using var world = new StorageWorld(azurite);
        await using var app = await StartAsync(world, Notebooks.Kind);
        using var officer = await app.SignInAsync("hl", Role.CaseOfficer);
        using var admin = await app.SignInAsync("adm", Role.Administrator);

        (await officer.GetAsync(Page, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.PostFormAsync(Page, [])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var page = await admin.GetPageAsync(Page);
        page.Body!.TextContent.ShouldContain("Listorna har inte byggts om någon gång.");
        var answer = await (await admin.GetFormAsync(Page, $"form[action='{Page}/avbrutna']")).SubmitAsync();

        (answer.StatusCode, answer.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.SeeOther, Page));
    }

    private Task<AppFixture> StartAsync(StorageWorld world,
        StreamKind<Notebook, NotebookCommand, NotebookEvent> kind) => AppFixture.StartAsync(new AppOptions
        {
            StorageConnectionString = azurite.ConnectionString,
            Services = services => services
                .AddSingleton(new StoreOptions { ConnectionString = azurite.ConnectionString, Prefix = world.Prefix })
                .AddStreamKind(kind),
        });

    private static async Task<Rebuild> DoneAsync(AppFixture app)
    {
        var table = app.Services.GetRequiredService<RebuildTable>();
        for (var attempt = 0; attempt < 1200; attempt++)
        {
            if (await table.ReadAsync(Cancellation) is [{ IsDone: true } rebuild])
                return rebuild;
            await Task.Delay(50, Cancellation);
        }

        throw new TimeoutException("The rebuild does not end.");
    }
}
