using System.Globalization;
using System.IO.Compression;
using Oversight.Documents;
using Oversight.Functions.Attachments;
using Oversight.Functions.Documents;
using Oversight.Functions.Documents.Word;
using Oversight.Functions.Sanctions.Papers;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;

namespace Oversight.Functions.Sanctions.Package;

/// <summary>The files of an answer that came by svarslänk, for whoever reads them.</summary>
public interface IHearingFiles
{
    Task<IReadOnlyList<(string Name, BinaryData Content)>> ReadAsync(Id answer, CancellationToken cancellation);
}

/// <summary>
/// nämndpaket: the papers of a question as they were handed in, in one file. Each of them is there by its own right.
/// </summary>
public sealed class BoardPackage(
    SanctionModels models, SanctionChecks checks, DocumentLinks links, IHearingFiles hearings, AttachmentFiles files)
{
    public const string ContentType = "application/zip";
    private const string ByHand = "Läggs till för hand.";
    private const string NotRead = "Du läser inte handlingen här.";

    /// <summary>Whether there is anything to pack: the papers have been handed in.</summary>
    public static bool IsReady(OpenSanction open) => open.Sanction.Question is { Paper: not null } question
        && (question.Meeting is not null || question.Decision is not null);

    /// <summary>Null: the person does not read the tjänsteskrivelse.</summary>
    public async Task<byte[]?> PackAsync(OpenSanction open, CancellationToken cancellation)
    {
        var model = await models.OfAsync(
            open.Head.Id, open.Sanction, open.Of.Review, open.InForce.Settings, open.Of.Today, cancellation);
        var question = model.Question;
        var packed = new List<PackedPaper>
        {
            new("Tjänsteskrivelse", $"01 Tjänsteskrivelse, version {question.Version}.docx",
                await ReadAsync(open, OfficialLetter.IdOf(model.Id, question.Number, question.Version), cancellation)),
        };
        if (packed[0].Content is null)
            return null;
        foreach (var (attachment, number) in OfficialLetter.Numbered(model).Select((one, index) => (one, index + 1)))
            packed.Add(await AttachmentAsync(open, attachment, number, cancellation));
        packed.AddRange(await HearingFilesAsync(open, cancellation));
        packed.AddRange(await MinutesAsync(open, cancellation));
        packed.Add(new(
            "Expedieringslista", "Expedieringslista.docx",
            await ReadAsync(open, DispatchList.IdOf(model.Id, question.Number), cancellation)));
        return Zip(
            [
                new("Innehåll", "00 Innehåll.docx", BinaryData.FromBytes(WordRenderer.Render(
                    ContentsPaper.Of(model, packed, await checks.OfAsync(open, cancellation))))),
                .. packed,
            ],
            open.Of.Today);
    }

    private async Task<PackedPaper> AttachmentAsync(
        OpenSanction open, PaperAttachment attachment, int number, CancellationToken cancellation)
    {
        var (title, day) = (attachment.Listed.Title, attachment.Listed.Date);
        var name = string.Create(CultureInfo.InvariantCulture, $"Bilaga {number} {title}")
            + (day is { } on ? on.ToString(" yyyy-MM-dd", CultureInfo.InvariantCulture) : "");
        var listed = $"Bilaga {number}. {title}" + (day is { } dated ? $", {SanctionModel.Date(dated)}" : "");
        return attachment.Document is { } document
            ? new(listed, Safe(name, ".docx"), await ReadAsync(open, document, cancellation))
            : new(listed, "", null) { Why = ByHand };
    }

    private async Task<IEnumerable<PackedPaper>> HearingFilesAsync(OpenSanction open, CancellationToken cancellation)
    {
        if (open.Sanction.Question.Hearing?.AnswerId is not { } answer)
            return [];
        // They are the review's until somebody who reads it has put them among the papers.
        return open.ReadsReview
            ? (await hearings.ReadAsync(answer, cancellation)).Select((file, index) => new PackedPaper(
                $"Fil {index + 1} till yttrandet", $"Yttrande, fil {index + 1} {file.Name}", file.Content))
            : [new("Filer till yttrandet", "", null)];
    }

    private async Task<IReadOnlyList<PackedPaper>> MinutesAsync(OpenSanction open, CancellationToken cancellation)
    {
        var packed = new List<PackedPaper>();
        foreach (var file in open.Sanction.Question.Minutes)
            packed.Add(new(
                "Protokollsutdrag", $"Protokollsutdrag {packed.Count + 1} {open.Texts.Show(file.Name)}",
                await files.FindAsync(open.Head.Id, file.File, cancellation)));
        return packed;
    }

    private Task<BinaryData?> ReadAsync(OpenSanction open, Id document, CancellationToken cancellation) =>
        links.ReadAsync(open.User, document, FileFormat.Docx, cancellation);

    private static byte[] Zip(IReadOnlyList<PackedPaper> papers, DateOnly day)
    {
        using var made = new MemoryStream();
        using (var archive = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var paper in papers)
            {
                if (paper.Content is not { } content)
                    continue;
                var entry = archive.CreateEntry(paper.File);
                entry.LastWriteTime = new DateTimeOffset(day.ToDateTime(default), TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(content.ToMemory().Span);
            }
        }

        return made.ToArray();
    }

    private static string Safe(string name, string extension) =>
        FileNames.Safe(name.Replace('/', '-'), Oversight.Attachments.AttachmentType.Word) is var safe
            && safe.EndsWith(extension, StringComparison.Ordinal)
            ? safe
            : name + extension;

    /// <param name="Listed">As the table of contents has it.</param>
    /// <param name="Content">Null: it is not in the package.</param>
    public sealed record PackedPaper(string Listed, string File, BinaryData? Content)
    {
        public string Why { get; init; } = NotRead;
    }
}

/// <summary>innehållsförteckning with the checks, made for the package alone.</summary>
public static class ContentsPaper
{
    public static Document Of(
        SanctionModel model, IReadOnlyList<BoardPackage.PackedPaper> papers, IReadOnlyList<PaperCheck> checks) => new(
            model.Head("Innehåll i nämndpaketet", DocumentStatus.WorkingMaterial), model.Title,
            [
                new Block.Heading(1, "Handlingar"),
                new Block.Table(
                    "Handlingar", [new Column("Handling"), new Column("Fil")],
                    [
                        .. papers.Select(paper => (IReadOnlyList<string>)
                            [paper.Listed, paper.Content is null ? paper.Why : paper.File]),
                    ]),
                new Block.Heading(1, "Kontroll"),
                new Block.Table(
                    "Kontroll före sammanträdet", [new Column("Vad"), new Column("Läge")],
                    [
                        .. checks.Select(check => (IReadOnlyList<string>)
                            [check.Text, check.IsDone ? "Klart" : "Saknas"]),
                    ]),
            ]);
}
