using System.Globalization;
using Oversight.Functions.Attachments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web;
using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions.Operations.Deciding;

internal sealed class AttachMinutes : SanctionOperation<SanctionCommand.AttachMinutes>
{
    private static readonly FilesField Files = new(
        "files", "Protokollsutdrag",
        limits =>
            $"Högst {limits.Attachments} filer, {limits.AttachmentBytes / BodyLimits.Megabyte} MB var: PDF, PNG, JPEG, "
                + "Word (.docx) eller ren text.")
    {
        Required = true,
        Hint = "Den justerade paragrafen. Den läses av dem som läser tjänsteskrivelsen.",
    };

    public override OperationName Name { get; } = new("attach-minutes", "protokollsutdrag");

    public override string Title => "Lägg till protokollsutdrag";

    public override string Button => "Lägg till";

    public override string Summary => "Lägger till protokollsutdraget med nämndens beslut.";

    public override string Done => "Protokollsutdraget är sparat och finns på sanktionens sida.";

    public override Permission Permission => Permission.RecordDecisions;

    public override int Rank => 57;

    public override IReadOnlyList<Field> Fields { get; } = [Files];

    public override bool IsFor(OpenSanction open) => IsForBoard(open);

    public override bool Fits(OpenSanction open) => base.Fits(open)
        && open.Sanction.Question.Decision is { Route: DecisionRoute.Board };

    public override IReadOnlyList<SentFile> FilesOf(FieldValues values) => values.Read(Files);

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts)
    {
        var sent = values.Read(Files);
        var limits = open.InForce.Settings.Limits;
        var (accepted, faults) = AttachmentFiles.Look(sent, Files.Name, limits.AttachmentBytes);
        foreach (var fault in faults)
            values.Refuse(fault);
        return new SanctionCommand.AttachMinutes(
            [
                .. accepted.Select((file, index) => new SanctionFile(file, texts.Add(
                    string.Create(CultureInfo.InvariantCulture, $"file-{index}"),
                    FileNames.Safe(sent.First(candidate => candidate.Sha256 == file.Sha256).Name, file.Type),
                    null).Kept)),
            ],
            limits.Attachments, limits.AttachmentBytes, open.Setup);
    }
}
