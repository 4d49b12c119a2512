using Oversight.Reviews;
using Oversight.Settings;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>A medically responsible takes part where hälso- och sjukvårdslagen is tested.</summary>
public class MedicalReviewTests
{
    private static readonly ReviewSetup Asking = With(Setup, isAsked: true, Execution);
    private static readonly ReviewCommand.NameMedicalReviewers Name = new(Text("Eva"), Text(""), Asking);

    [Theory]
    [InlineData(true, "review.medical-reviewer-missing")]
    [InlineData(false, "Communicated")]
    public void A_draft_waits_for_somebody_named_where_the_rules_ask(bool isAsked, string answer) =>
        Answer(After(UntilJudged), Communicate with { Setup = With(Setup, isAsked, Execution) }).ShouldBe(answer);

    [Fact]
    public void A_report_is_not_established_without_somebody_named_and_is_with_them()
    {
        var state = After([.. UntilJudged, Waive]);
        Answer(state, Establish with { Setup = Asking }).ShouldBe("review.medical-reviewer-missing");
        Answer(Take(state, Name, By()), Establish with { Setup = Asking }).ShouldBe("Established");
    }

    [Fact]
    public void Nobody_is_asked_for_where_the_scope_holds_nothing_of_that_law()
    {
        var judged = After(Open, new ReviewCommand.Start(Text("Anna")), Scope with { Requirements = [Contact] }, Met);
        Answer(judged, Communicate with { Setup = Asking }).ShouldBe("Communicated");
        Asking.NeedsMedical(judged.Review!).ShouldBeFalse();
        Asking.NeedsMedical(After(Open).Review!).ShouldBeFalse("there is no scope yet");
        Asking.NeedsMedical(After(UntilJudged).Review!).ShouldBeTrue();
    }

    [Fact]
    public void Those_named_last_take_part()
    {
        var named = After([.. UntilJudged, Name]).Review!;
        named.Medical.ShouldBe(new MedicalReviewers(Text("Eva").Kept, null));
        var both = After([.. UntilJudged, Name, Name with { Nurse = Text(""), Rehabilitation = Text("Rut") }]).Review!;
        both.Medical.ShouldBe(new MedicalReviewers(null, Text("Rut").Kept));
    }

    [Fact]
    public void At_least_one_is_named_in_a_line_by_a_reviewer()
    {
        var state = After(UntilJudged);
        Refuse(state, Name with { Nurse = Text(" ") }).ShouldBe(["nurse:review.medical-reviewer-unnamed"]);
        var longest = Text(new string('x', Setup.Line + 1));
        Refuse(state, Name with { Nurse = longest, Rehabilitation = longest })
            .ShouldBe(["nurse:text.too-long", "rehabilitation:text.too-long"]);
        Refuse(state, Name, By(Other)).ShouldBe(["review.not-a-reviewer"]);
    }

    private static ReviewSetup With(ReviewSetup setup, bool isAsked, CodeId hsl) => setup with
    {
        Rules = setup.Rules with
        {
            MedicalReviewer = isAsked,
            Requirements =
            [
                .. setup.Rules.Requirements.Select(
                    requirement => requirement.Id == hsl ? requirement with { Law = Requirement.Hsl } : requirement),
            ],
        },
    };
}
