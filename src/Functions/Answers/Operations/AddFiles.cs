using System.Globalization;
using Oversight.Answers;
using Oversight.Functions.Attachments;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web;

namespace Oversight.Functions.Answers.Operations;

internal sealed class AddFiles : AnswerOperation
{
    private static readonly FilesField Files = new(
        "files", "Filer",
        limits =>
            $"Högst {limits.Attachments} filer, {limits.AttachmentBytes / BodyLimits.Megabyte} MB var: PDF, PNG, JPEG, "
                + "Word (.docx) eller ren text.")
    {
        Required = true,
        Hint = "Fullmakt bifogas också här. Filerna visas inte igen, men står med namn och storlek.",
    };

    public override OperationName Name { get; } = new("add-files", "bifoga");

    public override string Title => "Bifoga filer";

    public override string Button => "Bifoga";

    public override string Summary => "Lägger filer till svaret.";

    public override string Done => "Filerna är bifogade.";

    public override int Rank => 30;

    public override IReadOnlyList<Field> Fields { get; } = [Files];

    public override (AnswerCommand Command, IReadOnlyList<SentFile> Files) Read(
        OpenAnswer open, FieldValues values, OperationTexts texts)
    {
        var sent = values.Read(Files);
        var (accepted, faults) = AttachmentFiles.Look(sent, Files.Name, open.Limits.FileBytes);
        foreach (var fault in faults)
            values.Refuse(fault);
        return (new AnswerCommand.AddFiles(
            [
                .. accepted.Select((file, index) => new AnswerFile(file, texts.Add(
                    string.Create(CultureInfo.InvariantCulture, $"file-{index}"),
                    FileNames.Safe(sent.First(candidate => candidate.Sha256 == file.Sha256).Name, file.Type),
                    null).Kept)),
            ],
            open.Limits), sent);
    }
}
