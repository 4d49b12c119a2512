using Oversight.Attachments;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>Adds pictures as evidence on a requirement.</summary>
    /// <param name="NoCustomers">The reviewer has looked: no customer is seen on any of them.</param>
    /// <param name="Most">How many at a time.</param>
    /// <param name="Largest">Bytes of each.</param>
    public sealed record AddPhotos(
        CodeId? Requirement, IReadOnlyList<Attachment> Files, bool NoCustomers, int Most, long Largest) : ByReviewer
    {
        public override IReadOnlyList<Attachment> Attachments => Files;

        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            Refusal[] faults =
            [
                .. ReviewDecider.If(
                    Requirement is not { Value.Length: > 0 }, ReviewRefusals.CodeMissing, "requirement"),
                .. ReviewDecider.If(
                    Requirement is { Value.Length: > 0 } asked && !review.Scope!.Requirements.Contains(asked),
                    ReviewRefusals.OutOfScope, "requirement"),
                .. ReviewDecider.If(Files.Count == 0, ReviewRefusals.PhotoMissing, "photos"),
                .. AttachmentChecks.Of(Files, "photos", Most, Largest),
                .. ReviewDecider.If(!NoCustomers, ReviewRefusals.CustomersInPhoto, "noCustomers"),
            ];
            return Decision.Unless<ReviewEvent>(
                faults, () => new ReviewEvent.PhotosAdded(context.Today,
                [
                    .. Files.Select((file, index) =>
                        new Photo(review.Photos.Count + index + 1, Requirement!.Value, file)),
                ]));
        }
    }
}

public abstract partial record ReviewEvent
{
    public sealed record PhotosAdded(DateOnly On, IReadOnlyList<Photo> Photos) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with { Photos = [.. review.Photos, .. Photos] };
    }
}
