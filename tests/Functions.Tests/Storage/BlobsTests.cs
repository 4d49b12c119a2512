using System.Net;
using Oversight.Functions.Storage;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Storage;

public sealed class BlobsTests : IClassFixture<AzuriteFixture>, IAsyncDisposable
{
    private static readonly HttpClient Browser = new();
    private readonly ManualClock _clock = new();
    private readonly StorageWorld _world;

    public BlobsTests(AzuriteFixture azurite) => _world = new StorageWorld(azurite, platform: _clock);

    private Blobs Blobs => _world.Get<Blobs>();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_blob_is_written_once_and_the_same_bytes_again_are_fine()
    {
        var stored = await WriteAsync("a/1", "hej");

        (await WriteAsync("a/1", "hej")).ShouldBe(stored);
        stored.ShouldBe(
            new StoredBlob("files", "a/1", 3, "9c478bf63e9500cb5db1e85ece82f18c8eb9e52e2f9135acd7f10972c8d563ba"));
        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync("a/1", "hopp"));
        (await Blobs.FindAsync("files", "a/1", Cancellation))!.ToString().ShouldBe("hej");
        (await Blobs.FindAsync("files", "a/2", Cancellation)).ShouldBeNull();
        await Blobs.EraseAsync("files", "a/1", Cancellation);
        (await Blobs.FindAsync("files", "a/1", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_link_reads_one_blob_and_names_the_file()
    {
        await WriteAsync("doc", "innehåll");

        var link = await Blobs.LinkAsync("files", "doc", "Årsplan 2027/\"utkast\".docx", Cancellation);
        using var answer = await Browser.GetAsync(link, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldBe("innehåll");
        var header = answer.Content.Headers.GetValues("Content-Disposition").ShouldHaveSingleItem();
        header.ShouldStartWith("attachment;");
        header.ShouldContain("filename*=UTF-8''%C3%85rsplan%202027utkast.docx");
    }

    [Fact]
    public async Task A_link_neither_writes_nor_deletes_nor_reaches_another_blob()
    {
        await WriteAsync("one", "1");
        await WriteAsync("two", "2");
        var link = await Blobs.LinkAsync("files", "one", "one.txt", Cancellation);

        using var write = new HttpRequestMessage(HttpMethod.Put, link) { Content = new StringContent("changed") };
        write.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var written = await Browser.SendAsync(write, Cancellation);
        using var deleted = await Browser.DeleteAsync(link, Cancellation);
        using var other = await Browser.GetAsync(new UriBuilder(link)
        { Path = link.AbsolutePath.Replace("one", "two", StringComparison.Ordinal) }.Uri, Cancellation);

        new[]
            { written.StatusCode, deleted.StatusCode, other.StatusCode }.ShouldAllBe(
                status => status == HttpStatusCode.Forbidden);
        (await Blobs.FindAsync("files", "one", Cancellation))!.ToString().ShouldBe("1");
    }

    [Fact]
    public async Task A_link_stops_working_after_five_minutes()
    {
        await WriteAsync("late", "1");
        _clock.Offset = TimeSpan.FromMinutes(-4.5);
        var young = await Blobs.LinkAsync("files", "late", "x", Cancellation);
        _clock.Offset = TimeSpan.FromMinutes(-5.5);
        var old = await Blobs.LinkAsync("files", "late", "x", Cancellation);

        using var inTime = await Browser.GetAsync(young, Cancellation);
        using var tooLate = await Browser.GetAsync(old, Cancellation);

        (inTime.StatusCode, tooLate.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Forbidden));
    }

    private Task<StoredBlob> WriteAsync(string name, string text) =>
        Blobs.WriteOnceAsync("files", name, BinaryData.FromString(text), "text/plain; charset=utf-8", Cancellation);
}
