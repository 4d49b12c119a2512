using System.IO.Compression;
using System.Net;
using System.Text;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

[Collection(nameof(ConcernApp))]
public class ConcernAttachmentTests(ConcernApp world)
{
    private static readonly byte[] Pdf = "%PDF-1.7\n%âãÏÓ\n1 0 obj"u8.ToArray();

    [Fact]
    public async Task A_file_is_kept_and_handed_out_by_a_link_as_a_download()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var form = await world.FilledFormAsync(reporter, $"Se bilagan. {Unique.Word()}");
        using var posted = await form.WithFile("attachments", "../../Brev 811218-9876.PDF", "application/pdf", Pdf)
            .SubmitAsync();
        await posted.ExpectAsync(HttpStatusCode.SeeOther);
        var address = posted.Headers.Location!.ToString().Replace("kvitto", "arende", StringComparison.Ordinal);
        var link = (await reporter.GetPageAsync(address)).QuerySelector("a[href*='/bilaga/']")!;
        link.TextContent.ShouldBe("Brev [nummer borttaget].pdf");
        using var redirect = await reporter.GetAsync(link.GetAttribute("href"), ConcernApp.Cancellation);
        await redirect.ExpectAsync(HttpStatusCode.Found);
        using var plain = new HttpClient();
        using var file = await plain.GetAsync(redirect.Headers.Location, ConcernApp.Cancellation);
        await file.ExpectAsync(HttpStatusCode.OK);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await file.Content.ReadAsByteArrayAsync(ConcernApp.Cancellation)).ShouldBe(Pdf);

        var stranger = await world.SomebodyAsync(Role.CaseOfficer);
        using var refused = await stranger.GetAsync(link.GetAttribute("href"), ConcernApp.Cancellation);
        await refused.ExpectAsync(HttpStatusCode.Forbidden);
    }

    [Theory]
    [MemberData(nameof(WhatIsNotWhatItSays))]
    public async Task A_file_that_is_not_what_its_name_says_is_refused_and_the_text_kept(string name, byte[] content)
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var form = await world.FilledFormAsync(reporter, "Texten ska finnas kvar.");
        using var posted = await form.WithFile("attachments", name, "application/pdf", content).SubmitAsync();
        await posted.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var page = await posted.ReadPageAsync();
        page.Body!.TextContent.ShouldContain("Texten ska finnas kvar.");
        page.QuerySelector(".ds-error-summary a")!.GetAttribute("href").ShouldBe("#falt-attachments");
    }

    [Theory]
    [InlineData("settings", "https://elak.example/mall.dotm")]
    [InlineData("document", "file://elak.example/mall.dotm")]
    public async Task A_Word_file_that_fetches_its_template_is_refused_with_what_to_do(string part, string template)
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var relation =
            $"""<Relationships><Relationship Type="x/attachedTemplate" TargetMode="External" Target="{template}"/></Relationships>""";
        var file = Package([("word/_rels/" + part + ".xml.rels", relation)], "[Content_Types].xml", "_rels/.rels",
            "word/document.xml");
        var form = await world.FilledFormAsync(reporter, "Texten ska finnas kvar.");
        using var posted = await form.WithFile("attachments", "brev.docx", "application/octet-stream", file)
            .SubmitAsync();
        await posted.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        (await posted.ReadPageAsync()).QuerySelector(".ds-error-summary a[href='#falt-attachments']")!.TextContent
            .ShouldContain("Spara dokumentet som PDF och bifoga PDF-filen.");
    }

    public static TheoryData<string, byte[]> WhatIsNotWhatItSays() => new()
    {
        { "faktura.pdf", [0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00] },
        { "sida.html", "<!doctype html><script>alert(1)</script>"u8.ToArray() },
        { "skript.ps1", "Remove-Item -Recurse C:"u8.ToArray() },
        { "bild.png", Pdf },
        { "arkiv.docx", Package("nagot.xml") },
        { "trasig.docx", "PK\u0003\u0004trasig"u8.ToArray() },
        { "tom.txt", [] },
        { "latin.txt", [0xE5, 0xE4, 0xF6] },
    };

    [Fact]
    public async Task Every_allowed_kind_is_accepted_small_ones_in_JSON_too()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        (string Name, byte[] Content)[] files =
        [
            ("a.pdf", Pdf), ("b.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]),
            ("c.jpeg", [0xFF, 0xD8, 0xFF, 0xE0]),
            ("d.docx", Package("[Content_Types].xml", "_rels/.rels", "word/document.xml")),
            ("e.txt", Encoding.UTF8.GetBytes("Hej på dig\n")),
        ];
        var id = await world.ReportAsync(reporter, new
        {
            unitId = world.Unit,
            service = "ledsagarservice",
            text = $"Fem filer {Unique.Word()}",
            occurred = "2027-01",
            consequence = "ingen",
            attachments = files.Select(file => new
            {
                name = file.Name,
                content = Convert.ToBase64String(file.Content)
            }),
        });
        var details = await (await reporter.GetAsync($"/api/v1/concerns/{id}", ConcernApp.Cancellation))
            .ReadJsonAsync();
        details["attachments"]!.AsArray().Select(file => file!["name"]!.GetValue<string>())
            .ShouldBe(["a.pdf", "b.png", "c.jpg", "d.docx", "e.txt"]);
    }

    [Fact]
    public async Task A_file_over_25_MB_is_refused()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var large = new byte[(25 * 1024 * 1024) + 1];
        Pdf.CopyTo(large, 0);
        using var posted = await (await world.FilledFormAsync(reporter, "Stor fil."))
            .WithFile("attachments", "stor.pdf", "application/pdf", large).SubmitAsync();
        await posted.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        (await posted.ReadPageAsync()).Body!.TextContent.ShouldContain("25 MB");
    }

    private static byte[] Package(params string[] entries) => Package([], entries);

    private static byte[] Package((string Name, string Content)[] more, params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var package = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var entry in entries)
            {
                using var part = package.CreateEntry(entry).Open();
                part.Write(entry switch
                {
                    "[Content_Types].xml" =>
                        """<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""u8,
                    "_rels/.rels" =>
                        """<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>"""u8,
                    _ => "<x/>"u8,
                });
            }

            foreach (var (name, content) in more)
            {
                using var part = package.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
