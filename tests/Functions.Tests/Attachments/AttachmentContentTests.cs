using System.IO.Compression;
using System.Text;
using Oversight.Attachments;
using Oversight.Concerns;
using Oversight.Functions.Attachments;

namespace Oversight.Functions.Tests.Attachments;

/// <summary>Files are recognised as their readers recognise them, and their names are shown as they look.</summary>
public sealed class AttachmentContentTests
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    [Theory]
    [InlineData("foto.jfif")]
    [InlineData("foto.JPE")]
    [InlineData("foto.pjpeg")]
    [InlineData("foto.jpg ")]
    [InlineData("foto.jpg\u200B")]
    [InlineData("\u202Bfoto.jpg\u202C")]
    [InlineData("foto.jpg. .")]
    public void A_photo_is_one_whatever_its_program_called_it(string name) =>
        AttachmentContent.Recognise(name, BinaryData.FromBytes([0xFF, 0xD8, 0xFF, 0xE0])).ShouldBe(AttachmentType.Jpeg);

    [Theory]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(1019, true)]
    [InlineData(1020, false)]
    public void The_head_of_a_PDF_stands_among_the_first_1024_bytes(int before, bool isPdf) => AttachmentContent
        .Recognise("a.pdf", BinaryData.FromBytes([.. Enumerable.Repeat((byte)0xEF, before), .. "%PDF-1.7"u8]))
        .ShouldBe(isPdf ? AttachmentType.Pdf : null);

    [Fact]
    public void A_text_in_UTF16_is_a_text() => AttachmentContent.Recognise(
        "a.txt", BinaryData.FromBytes([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Hej på dig")]))
        .ShouldBe(AttachmentType.Text);

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/document2.xml")]
    [InlineData("annat/Dokument.xml")]
    public void The_main_part_of_a_Word_file_is_the_one_its_relations_name(string main) =>
        Recognise(Word(main)).ShouldBe(AttachmentType.Word);

    [Fact]
    public void A_link_to_click_on_is_allowed_in_a_Word_file() =>
        Recognise(Word(relations: Relation("hyperlink", "https://nacka.example", "External")))
            .ShouldBe(AttachmentType.Word);

    [Theory]
    [InlineData("oleObject")]
    [InlineData("image")]
    [InlineData("subDocument")]
    [InlineData("frame")]
    [InlineData("aFChunk")]
    [InlineData("attachedTemplate")]
    public void What_Word_would_fetch_from_outside_is_refused(string type)
    {
        Recognise(Word(relations: Relation(type, "https://elak.example/mall.dotm", "External"))).ShouldBeNull();
        Recognise(Word(relations: Relation(type, "https://elak.example/mall.dotm", "external"))).ShouldBeNull();
        Recognise(Word(relations: Relation(type, "https://elak.example/mall.dotm", "Internal"))).ShouldBeNull();
        Recognise(Word(relations: Relation(type, "//elak.example/mall.dotm", ""))).ShouldBeNull();
    }

    [Theory]
    [InlineData("Normal.dotm")]
    [InlineData("../Mallar/Brev%20nämnd.dotx")]
    [InlineData("file:///C:\\Users\\anna\\AppData\\Roaming\\Microsoft\\Mallar\\Normal.dotm")]
    [InlineData("file:///C:/Program%20Files/Mallar/Brev.dotx")]
    [InlineData("H:\\Mallar\\Brev.dotx")]
    [InlineData("file:///\\\\nkfil01\\mallar\\Tjänsteskrivelse.dotx")]
    [InlineData("file://nkfil01/mallar/Brev.dotx")]
    [InlineData("\\\\fil-01\\gemensam$\\Brev.dotx")]
    [InlineData("\\\\ad.kommun.local\\dfs\\Brev.dotx")]
    public void The_template_of_the_readers_own_machine_or_network_is_no_hindrance(string template)
    {
        Recognise(Word(relations: Relation("attachedTemplate", template, "External"))).ShouldBe(AttachmentType.Word);
        Recognise(Word(relations: Relation("oleObject", template, "External"))).ShouldBeNull();
    }

    [Theory]
    [InlineData("https://kommun.sharepoint.com/mallar/Brev.dotx")]
    [InlineData("HTTP://nkfil01/mallar/Brev.dotx")]
    [InlineData("file://elak.example/mall.dotm")]
    [InlineData("file:///\\\\elak.example\\c\\mall.dotm")]
    [InlineData("\\\\203.0.113.7\\c\\mall.dotm")]
    [InlineData("\\\\3405803783\\c\\mall.dotm")]
    [InlineData("\\\\0xCB007107\\c\\mall.dotm")]
    [InlineData("\\\\[2001:db8::7]\\c\\mall.dotm")]
    [InlineData("\\\\2001-db8--7.ipv6-literal.net\\c\\mall.dotm")]
    [InlineData("\\\\elak@SSL\\DavWWWRoot\\mall.dotm")]
    [InlineData("\\\\?\\UNC\\elak.example\\c\\mall.dotm")]
    [InlineData("\\\\.\\UNC\\elak.example\\c\\mall.dotm")]
    [InlineData("%5C%5Celak.example%5Cc%5Cmall.dotm")]
    [InlineData("%255C%255Celak.example%255Cc%255Cmall.dotm")]
    [InlineData("file:mall.dotm")]
    [InlineData("/mall.dotm")]
    [InlineData("mhtml:https://elak.example/mall.dotm")]
    [InlineData("C:\\a.dotx:https://elak.example")]
    [InlineData("\\\\elak.local.example\\c\\mall.dotm")]
    [InlineData("\\\\elak.locals\\c\\mall.dotm")]
    [InlineData("")]
    public void A_template_from_somewhere_else_is_refused(string template) =>
        Recognise(Word(relations: Relation("attachedTemplate", template, "External"))).ShouldBeNull();

    [Fact]
    public void Whoever_sends_a_Word_file_that_does_something_when_it_is_opened_is_told_what_to_do()
    {
        byte[][] active =
        [
            Word(relations: Relation("attachedTemplate", "https://elak.example/mall.dotm", "External")),
            Word(relations: Relation("image", "https://elak.example/bild.png", "External")),
            Word(relations: Relation("vbaProject", "vbaProject.bin", "")),
            Word(mainType: "application/vnd.ms-word.document.macroEnabled.main+xml"),
            Word(mainType: "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
        ];
        byte[][] others = [Word(mainType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
            "PK\u0003\u0004trasig"u8.ToArray(), "MZ"u8.ToArray()];
        active.Select(Fault).Distinct().ShouldBe([AttachmentRefusals.Active]);
        others.Select(Fault).Distinct().ShouldBe([AttachmentRefusals.TypeRefused]);

        static string Fault(byte[] file) => AttachmentFiles.Look(
            [new SentFile("brev.docx", BinaryData.FromBytes(file))], "attachments", 100_000).Faults.Single().Code;
    }

    [Fact]
    public void A_macro_part_by_another_name_is_found_by_its_relation() =>
        Recognise(Word(relations: Relation("vbaProject", "bild.png", ""), part: ("word/bild.png", "x"u8.ToArray())))
            .ShouldBeNull();

    [Fact]
    public void A_macro_part_by_another_name_is_found_by_its_type() => Recognise(Word(
        types: """<Override PartName="/word/bild.png" ContentType="application/vnd.ms-office.vbaProject"/>""",
        part: ("word/bild.png", "x"u8.ToArray()))).ShouldBeNull();

    [Fact]
    public void A_macro_part_by_another_name_is_found_by_its_content() => Recognise(Word(part: ("word/media/bild1.png",
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600],
            .. Encoding.Unicode.GetBytes("_VBA_PROJECT")]))).ShouldBeNull();

    [Fact]
    public void A_macro_document_that_is_called_docx_is_refused() =>
        Recognise(Word(mainType: "application/vnd.ms-word.document.macroEnabled.main+xml")).ShouldBeNull();

    [Fact]
    public void A_Word_file_with_a_document_type_definition_is_refused() => Recognise(Word(
        part: ("word/_rels/annan.rels", "<!DOCTYPE x [<!ENTITY a \"b\">]><Relationships/>"u8.ToArray())))
        .ShouldBeNull();

    [Theory]
    [InlineData("faktura\u202Etxt.pdf", "fakturatxt.pdf")]
    [InlineData("Bilaga %22citat%22; å.pdf", "Bilaga citat å.pdf")]
    [InlineData("A\u030Akers.pdf", "Åkers.pdf")]
    [InlineData("C:\\temp\\rad\nbruten\u200B.pdf", "rad bruten.pdf")]
    [InlineData("\u2066..\u2069.pdf", "bilaga.pdf")]
    [InlineData("811218\u200B-9876.pdf", "[nummer borttaget].pdf")]
    [InlineData("brev.pdf. \u200B.", "brev.pdf")]
    [InlineData("\uE000\uFFFDbrev\u0007.pdf", "brev.pdf")]
    [InlineData("b\uD83Drev.pdf", "brev.pdf")]
    [InlineData("a%0D%0Ab%22c.pdf", "a bc.pdf")]
    [InlineData("..\\..\\CON:<>|?*.pdf", "CON.pdf")]
    public void A_name_is_kept_as_it_looks(string sent, string kept) =>
        FileNames.Safe(sent, AttachmentType.Pdf).ShouldBe(kept);

    [Theory]
    [InlineData("\U0001F4AB")]
    [InlineData("e\u0323\u0301")]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467")]
    public void A_long_name_is_never_cut_inside_a_character(string character) =>
        FileNames.Safe(new string('a', 119) + character + " slut.pdf", AttachmentType.Pdf)
            .ShouldBe(new string('a', 119) + ".pdf");

    [Fact]
    public void A_refused_file_is_named_by_its_place_among_those_sent()
    {
        var pdf = new SentFile("a.pdf", BinaryData.FromString("%PDF-1.7"));
        var (_, faults) = AttachmentFiles.Look(
            [pdf, pdf, new SentFile("b.exe", BinaryData.FromString("MZ"))], "attachments", 1000);
        faults.Single().Arguments.ShouldBe(["3"]);
    }

    private static AttachmentType? Recognise(byte[] file) =>
        AttachmentContent.Recognise("a.docx", BinaryData.FromBytes(file));

    private static string Relation(string type, string target, string mode) =>
        $"""<Relationship Id="r9" Type="{Relations}/{type}" Target="{System.Security.SecurityElement.Escape(target)}" TargetMode="{mode}"/>""";

    private static byte[] Word(
        string main = "word/document.xml", string mainType = MainType, string types = "", string relations = "",
        (string Name, byte[] Content)? part = null)
    {
        using var stream = new MemoryStream();
        using (var package = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Add("[Content_Types].xml",
                Encoding.UTF8.GetBytes(
                    $"""<Types><Override PartName="/{main}" ContentType="{mainType}"/>{types}</Types>"""));
            Add("_rels/.rels", Encoding.UTF8.GetBytes(
                $"""<Relationships><Relationship Id="r1" Type="{Relations}/officeDocument" Target="{main}"/></Relationships>"""));
            Add(main, "<document/>"u8.ToArray());
            Add("word/_rels/settings.xml.rels", Encoding.UTF8.GetBytes($"<Relationships>{relations}</Relationships>"));
            if (part is { } more)
                Add(more.Name, more.Content);

            void Add(string name, byte[] content)
            {
                using var written = package.CreateEntry(name).Open();
                written.Write(content);
            }
        }

        return stream.ToArray();
    }
}
