using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Oversight.Functions.Maintenance.Exports;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Storage;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Maintenance;

/// <summary>What an export is, when it is none, and what may not come back from it.</summary>
public sealed class ExportTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly ExportOptions SmallParts = new(TimeSpan.FromDays(30), PartBytes: 1_000);

    [Fact]
    public async Task An_export_that_is_cut_off_after_every_part_goes_on_where_it_was_and_comes_back_whole()
    {
        await using var world = new ExportWorld(azurite, SmallParts);
        var long_ = new string('å', 40_000);
        for (var i = 0; i < 12; i++)
            await world.KeepAsync(await world.WriteAsync($"line {i}", "second"), "text", $"Åsikt {i}");
        // Its payload is a file.
        await world.WriteAsync(long_);

        string? whole = null;
        var runs = 0;
        for (; whole is null; runs++)
        {
            (await world.WholeAsync()).ShouldBeEmpty("Half is none.");
            await using var process = new ExportWorld(azurite, SmallParts, of: world);
            whole = await process.Exporter.RunAsync(TimeSpan.Zero, Cancellation);
        }

        runs.ShouldBeGreaterThan(10);
        await using var target = new ExportWorld(azurite, of: world, tableSet: "r1");
        var (code, said) = await target.RestoreAsync("load", "latest");
        code.ShouldBe(0, said);
        foreach (var table in new[] { "streams", "private", "views" })
            (await RowsAsync(target, table)).ShouldBe(await RowsAsync(world, table), table);
        (await target.CountAsync("pending")).ShouldBe(13);
        // A form that is sent again after the restore is known.
        (await target.LinesAsync()).Count.ShouldBe(25);
    }

    [Fact]
    public async Task Half_an_export_is_refused_by_its_name_and_is_never_the_latest()
    {
        await using var world = new ExportWorld(azurite, SmallParts);
        for (var i = 0; i < 5; i++)
            await world.WriteAsync("line");
        await world.Exporter.RunAsync(TimeSpan.Zero, Cancellation);
        (await world.Exporter.RunAsync(TimeSpan.Zero, Cancellation)).ShouldBeNull();
        var half = (await NamesAsync(world)).First(name => name.Contains('/')).Split('/')[0];

        await using var target = new ExportWorld(azurite, of: world, tableSet: "r1");
        (await target.RestoreAsync("load", "latest"))
            .ShouldBe((1, $"Det finns ingen hel export.{Environment.NewLine}"));
        (await target.RestoreAsync("load", half)).Said.ShouldContain($"ingen hel export som heter {half}");
        (await target.CountAsync("streams")).ShouldBe(0);
    }

    [Theory]
    [InlineData("streams-00001.jsonl.gz", "streams-00001.jsonl.gz of {0} does not agree with its checksum")]
    [InlineData("private-00001.jsonl.gz", "private-00001.jsonl.gz of {0} does not agree with its checksum")]
    [InlineData("manifest", "The manifest of {0} does not agree with its checksum")]
    public async Task What_does_not_agree_with_its_checksum_is_refused_and_nothing_is_written(string what, string why)
    {
        await using var world = new ExportWorld(azurite);
        var id = await world.WriteAsync("line");
        await world.KeepAsync(id, "text", "Åsikt");
        var export = await world.ExportAsync();
        var blob = world.Exports.GetBlobClient(what == "manifest" ? $"manifests/{export}.json" : $"{export}/{what}");
        var content = (await blob.DownloadContentAsync(Cancellation)).Value;
        var bytes = content.Content.ToArray();
        bytes[^9] ^= 1;
        await blob.UploadAsync(
            BinaryData.FromBytes(bytes), new BlobUploadOptions { Metadata = content.Details.Metadata }, Cancellation);

        await using var target = new ExportWorld(azurite, of: world, tableSet: "r1");
        foreach (var verb in new[] { "check", "load" })
        {
            var (code, said) = await target.RestoreAsync(verb, export);
            (code, said).ShouldBe((1, said));
            said.ShouldContain(string.Format(System.Globalization.CultureInfo.InvariantCulture, why, export));
        }

        (await target.CountAsync("streams")).ShouldBe(0);
        (await target.CountAsync("private")).ShouldBe(0);
    }

    [Fact]
    public async Task A_part_that_is_gone_or_a_payload_that_is_gone_is_refused()
    {
        await using var world = new ExportWorld(azurite);
        await world.WriteAsync(new string('x', 40_000));
        var export = await world.ExportAsync();
        await using var target = new ExportWorld(azurite, of: world, tableSet: "r1");
        (await target.RestoreAsync("check", export)).Code.ShouldBe(0);

        var payloads = new BlobContainerClient(azurite.ConnectionString, $"{world.Prefix}payloads");
        await foreach (var payload in payloads.GetBlobsAsync(cancellationToken: Cancellation))
            await payloads.DeleteBlobAsync(payload.Name, cancellationToken: Cancellation);
        (await target.RestoreAsync("load", export)).Said.ShouldContain("i payloads saknas");
        await world.Exports.DeleteBlobAsync($"{export}/streams-00001.jsonl.gz", cancellationToken: Cancellation);
        (await target.RestoreAsync("load", export)).Said.ShouldContain("is missing");
        (await target.CountAsync("streams")).ShouldBe(0);
    }

    [Theory]
    [InlineData("streams")]
    [InlineData("private")]
    [InlineData("views")]
    [InlineData("effects")]
    [InlineData("pending")]
    [InlineData("loops")]
    public async Task Tables_that_are_not_empty_are_refused(string table)
    {
        await using var world = new ExportWorld(azurite);
        await world.WriteAsync("line");
        var export = await world.ExportAsync();
        await using var target = new ExportWorld(azurite, of: world, tableSet: "r1");
        await target.CountAsync(table);
        await target.Table(table).AddEntityAsync(new TableEntity("a", "b"), Cancellation);

        var (code, said) = await target.RestoreAsync("load", export);

        (code, said).ShouldBe((1, said));
        said.ShouldContain($"r1{table} är inte tom");
        if (table != "streams")
            (await target.CountAsync("streams")).ShouldBe(0);
    }

    [Fact]
    public async Task A_text_that_was_erased_stays_erased_and_one_that_was_written_later_under_its_name_comes_back()
    {
        await using var world = new ExportWorld(azurite);
        var (one, whole, again) =
            (await world.WriteAsync("a"), await world.WriteAsync("b"), await world.WriteAsync("c"));
        foreach (var id in new[] { one, whole, again })
        {
            await world.KeepAsync(id, "kept", "Står kvar.");
            await world.KeepAsync(id, "text", "Anna Exempel sa så.");
        }

        await world.Texts.EraseAsync($"notebook-{again}", Cancellation, "text");
        await world.KeepAsync(again, "text", "Nytt.");
        var export = await world.ExportAsync();
        await world.Texts.EraseAsync($"notebook-{one}", Cancellation, "text");
        await world.Texts.EraseAsync($"notebook-{whole}", Cancellation);

        await using var target = new ExportWorld(azurite, of: world, tableSet: "r1");
        (await target.RestoreAsync("load", export)).Said.ShouldContain("3 rader kom inte med");
        (await target.TextAsync(one, "text")).ShouldBeNull();
        (await target.TextAsync(one, "kept")).ShouldBe("Står kvar.");
        (await target.Texts.ReadAllAsync($"notebook-{whole}", Cancellation)).ShouldBeEmpty();
        (await target.TextAsync(again, "text")).ShouldBe("Nytt.");
    }

    [Fact]
    public async Task A_key_whose_events_came_after_the_export_had_read_the_stream_does_not_come_back()
    {
        await using var world = new ExportWorld(azurite);
        var id = await world.WriteAsync("line");
        // As the export sees an append between its reading of the events and of the keys.
        await world.Table("streams").AddEntityAsync(
            new TableEntity($"notebook-{id}", "key-later") { ["BodyHash"] = "body", ["Version"] = 3 }, Cancellation);
        var export = await world.ExportAsync();

        await using var target = new ExportWorld(azurite, of: world, tableSet: "r1");
        (await target.RestoreAsync("load", export)).Said.ShouldContain("1 rader kom inte med");
        (await target.CountAsync("streams")).ShouldBe(3);
    }

    [Fact]
    public async Task Old_exports_and_half_ones_go_when_a_new_one_is_whole_and_the_latest_never()
    {
        var clock = new ManualClock();
        await using var world = new ExportWorld(azurite, new ExportOptions(TimeSpan.FromDays(30)), clock);
        await world.WriteAsync("line");
        var first = await world.ExportAsync();
        await world.Exports.UploadBlobAsync("2020-01-01-1/streams-00001.jsonl.gz", BinaryData.FromString("x"),
            Cancellation);
        clock.Offset = TimeSpan.FromDays(29);
        var second = await world.ExportAsync();
        (await world.WholeAsync()).ShouldBe([second, first], ignoreOrder: true);
        clock.Offset = TimeSpan.FromDays(31);
        var third = await world.ExportAsync();

        (await world.WholeAsync()).ShouldBe([third, second], ignoreOrder: true);
        (await NamesAsync(world)).ShouldAllBe(name => name.Contains(second) || name.Contains(third));
        clock.Offset = TimeSpan.FromDays(400);
        var last = await world.ExportAsync();
        (await world.WholeAsync()).ShouldBe([last]);
    }

    [Fact]
    public async Task The_nights_export_is_made_once_for_each_day_of_the_domain_clock()
    {
        await using var app = await AppFixture.StartAsync(new AppOptions
        { Clock = new DateTimeOffset(2027, 1, 15, 1, 0, 0, TimeSpan.FromHours(1)) });
        var exports = (ExportStore)app.Services.GetService(typeof(ExportStore))!;
        await app.Clock.AdvanceByAsync("PT50M");
        (await exports.WholeAsync(Cancellation)).ShouldBeEmpty("It is not two o'clock.");
        await app.Clock.AdvanceByAsync("PT3H");
        (await exports.WholeAsync(Cancellation)).ShouldHaveSingleItem().ShouldStartWith("2027-01-15-");
        using var anybody = app.Anonymous();
        // Each part has a second to answer in, which a busy machine may not give it.
        var health = "";
        for (var attempt = 0; attempt < 20 && !health.Contains("\"exports\":{\"state\":\"good\"}"); attempt++)
        {
            using var answer = await anybody.GetAsync("/api/health", Cancellation);
            health = await answer.Content.ReadAsStringAsync(Cancellation);
        }

        health.ShouldContain("\"exports\":{\"state\":\"good\"}");
    }

    private static async Task<List<string>> NamesAsync(ExportWorld world) =>
        await world.Exports.GetBlobsAsync(cancellationToken: Cancellation).Select(blob => blob.Name)
            .ToListAsync(Cancellation);

    /// <summary>What every row says, without the service's own marks.</summary>
    private static async Task<List<string>> RowsAsync(ExportWorld world, string table) =>
        await world.Table(table).QueryAsync<TableEntity>(cancellationToken: Cancellation)
            .Select(row => string.Join(' ', row.Where(one => one.Key is not ("Timestamp" or "odata.etag"))
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => $"{one.Key}={one.Value}:{one.Value.GetType().Name}")))
            .ToListAsync(Cancellation);
}
