using Oversight.Functions.Attachments;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Reviews.Screens;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Checklist;

internal sealed class AddPhotos : ReviewOperation<ReviewCommand.AddPhotos>
{
    private static readonly OwnChoiceField Requirement = RequirementField("Krav");

    private static readonly FilesField Photos = new(
        "photos", "Foton",
        limits => $"Högst {limits.Attachments} bilder, {limits.AttachmentBytes / BodyLimits.Megabyte} MB var: JPEG "
            + "eller PNG.")
    {
        Required = true,
    };

    private static readonly TickField NoCustomers = new("noCustomers", "Inga kunder syns på bilden");

    public override OperationName Name { get; } = new("add-photos", "foto");

    public override string Title => "Lägg till foton";

    public override string Button => "Spara fotona";

    public override string Summary => "Lägger till foton som underlag för bedömningen av ett krav.";

    public override string Done => "Fotona är sparade.";

    public override IReadOnlyList<Field> Fields { get; } = [Requirement, Photos, NoCustomers];

    /// <summary>Each row of the visit leads to it.</summary>
    public override bool HasOwnLink => true;

    /// <summary>One of its own: what others add at the same time is no conflict.</summary>
    public override string ItemOf(FieldValues values) => "photos";

    public override string Next(OpenReview open, FieldValues values) =>
        $"{open.Address}/besok#{VisitRow.IdOf(values.Text(Requirement))}";

    public override string Lead(OpenReview open) =>
        "Plats, tid och annat som kameran har lagt till tas bort innan bilden sparas.";

    public override IReadOnlyList<Choice>? ChoicesOf(OpenReview open, Field field) =>
        field == Requirement ? Judge.Requirements(open) : null;

    public override IReadOnlyList<SentFile> FilesOf(FieldValues values) =>
        [.. values.Read(Photos).Select(Cleaned).OfType<SentFile>()];

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation)
    {
        var sent = values.Read(Photos);
        foreach (var (photo, number) in sent.Select((photo, index) => (photo, index + 1)))
        {
            if (Cleaned(photo) is null)
                values.Refuse(ReviewRefusals.NoPhoto, Photos.Name, ReviewWords.Digits(number));
        }

        var limits = open.InForce.Settings.Limits;
        var (accepted, _) = AttachmentFiles.Look(FilesOf(values), Photos.Name, limits.AttachmentBytes);
        return new(new ReviewCommand.AddPhotos(
            Code(values, Requirement), accepted, values.Read(NoCustomers), limits.Attachments,
            limits.AttachmentBytes));
    }

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.PhotosAdded { Photos: var photos }
        ? new Told(
            photos.Count == 1 ? "Ett foto tillagt" : $"{ReviewWords.Count(photos.Count)} foton tillagda",
            [("Krav", words.Requirement(photos[0].Requirement))])
        : null;

    /// <summary>The picture alone; null where it is none.</summary>
    private static SentFile? Cleaned(SentFile sent) =>
        AttachmentContent.Recognise(sent.Name, sent.Content) is { } type
        && PictureMetadata.Remove(type, sent.Content) is { } picture
            ? new SentFile(sent.Name, picture)
            : null;
}
