using Oversight.Attachments;
using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>Photos as evidence on a requirement.</summary>
public class PhotoTests
{
    private static readonly Attachment First = new("1", 10, AttachmentType.Jpeg);
    private static readonly Attachment Second = new("2", 20, AttachmentType.Png);
    private static readonly ReviewCommand.AddPhotos Add =
        new(Contact, [First], NoCustomers: true, Most: 2, Largest: 20);

    [Fact]
    public void Photos_are_numbered_within_the_review()
    {
        var both = Add with { Requirement = Execution, Files = [Second, First] };
        var review = After([.. UntilJudged, Add, both]).Review!;

        review.Photos.ShouldBe(
            [new Photo(1, Contact, First), new Photo(2, Execution, Second), new Photo(3, Execution, First)]);
        review.PhotosOf(Execution).Select(photo => photo.Number).ShouldBe([2, 3]);
    }

    [Fact]
    public void A_photo_needs_a_requirement_of_the_scope_and_somebody_who_has_looked()
    {
        var state = After(UntilJudged);

        Refuse(state, new ReviewCommand.AddPhotos(null, [], NoCustomers: false, Most: 2, Largest: 20)).ShouldBe(
            ["requirement:review.code-missing", "photos:review.photo-missing",
                "noCustomers:review.customers-in-photo"]);
        Refuse(state, Add with { Requirement = new CodeId("") }).ShouldBe(["requirement:review.code-missing"]);
        Refuse(state, Add with { Requirement = new CodeId("other") }).ShouldBe(["requirement:review.out-of-scope"]);
        Refuse(state, Add with { Files = [First, Second, First] })
            .ShouldBe(["photos:concern.too-many-attachments"]);
        Refuse(state, Add with { Largest = 9 }).ShouldBe(["photos:concern.attachment-too-large"]);
        Refuse(state, Add, By("somebody")).ShouldBe(["review.not-a-reviewer"]);
    }
}
