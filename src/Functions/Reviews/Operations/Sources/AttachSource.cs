using Oversight.Functions.Attachments;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Reviews.Operations.Sources;

internal sealed class AttachSource : ReviewOperation<ReviewCommand.AttachSource>
{
    private static readonly CodeField Kind = new("kind", "Slag av underlag", CodeLists.ReviewSourceKinds)
    {
        Required = true,
        Unfolds = true,
    };

    private static readonly WordsField What = new("what", "Vad är det?", limits => limits.ShortText)
    {
        Required = true,
        IsLine = true,
        Hint = "Så som det ska stå i rapporten. Skriv inga namn på kunder.",
    };

    private static readonly WordsField Origin = new("origin", "Källa", limits => limits.ShortText)
    {
        Required = true,
        IsLine = true,
        Hint = "Till exempel registret, myndigheten eller anordnaren som det kommer från.",
    };

    private static readonly DayField From = new("from", "Underlagets datum") { Required = true, NotAfterToday = true };

    private static readonly WordsField Note = new("note", "Anteckning", limits => limits.Reason)
    {
        Rows = 4,
        Hint = "Vad underlaget säger om enheten. Anteckningen står inte i rapporten.",
    };

    private static readonly FilesField Files = new(
        "files", "Fil",
        limits =>
            $"Högst en fil på {limits.AttachmentBytes / BodyLimits.Megabyte} MB: PDF, PNG, JPEG, Word (.docx) eller "
                + "ren text.");

    public override OperationName Name { get; } = new("attach-source", "nytt-underlag");

    public override string Title => "Nytt underlag";

    public override string Button => "Spara underlaget";

    public override string Summary =>
        "Lägger ett underlag till granskningen, med källa och datum och om det behövs en fil.";

    public override string Done => "Underlaget är sparat. Det står i granskningsplanen och i rapporten.";

    public override int Rank => 112;

    public override IReadOnlyList<Field> Fields { get; } = [Kind, What, Origin, From, Note, Files];

    public override IReadOnlyList<SentFile> FilesOf(FieldValues values) => values.Read(Files);

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation)
    {
        var rules = SourceRules.Of(open.InForce.Settings);
        var sent = values.Read(Files);
        var (accepted, faults) = AttachmentFiles.Look(sent, Files.Name, rules.FileBytes);
        foreach (var fault in faults)
            values.Refuse(fault);
        return new(new ReviewCommand.AttachSource(
            values.Read(Kind), texts.Add(values, What), texts.Add(values, Origin), values.Read(From),
            texts.Add(values, Note), [.. accepted.Select((file, index) => Kept(file, index, sent, texts))], rules));
    }

    private static SourceFile Kept(
        Oversight.Attachments.Attachment file, int index, IReadOnlyList<SentFile> sent, OperationTexts texts)
    {
        var name = FileNames.Safe(sent.First(candidate => candidate.Sha256 == file.Sha256).Name, file.Type);
        return new SourceFile(file, texts.Add($"file-{ReviewWords.Digits(index)}", name, null).Kept);
    }

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.SourceAttached { Source: var source }
            ? new Told(
                $"Underlag {source.Number} tillagt",
                [("Slag", words.SourceKind(source.Kind)), ("Datum", Day(source.From))], source.What, source.Origin)
            : null;
}
