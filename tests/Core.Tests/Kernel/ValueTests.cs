namespace Oversight.Core.Tests.Kernel;

/// <summary>The small values that everything is made of.</summary>
public class ValueTests
{
    [Fact]
    public void A_written_text_is_kept_as_a_reference_and_never_printed()
    {
        var text = new WrittenText("entry", "hemligt", "hash");
        text.Kept.ShouldBe(new TextReference("entry", 7, "hash"));
        text.ToString().ShouldBe("WrittenText { entry, 7 characters }");
        text.IsEmpty.ShouldBeFalse();
        new WrittenText("entry", " \n", "hash").IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Refusals_are_the_same_when_code_field_and_arguments_are()
    {
        var refusal = new Refusal("a.b", "field", "1", "2");
        refusal.ShouldBe(new Refusal("a.b", "field", "1", "2"));
        refusal.GetHashCode().ShouldBe(new Refusal("a.b", "field", "1", "2").GetHashCode());
        foreach (var other in new Refusal?[]
        {
            new("a.c", "field", "1", "2"), new("a.b", null, "1", "2"), new("a.b", "field", "1"),
            new("a.b", "field", "1", "3"), null,
        })
        {
            refusal.Equals(other).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_decision_is_refused_for_all_its_reasons_and_otherwise_accepted()
    {
        var reason = new Refusal("a.b");
        Decision.Unless<int>([reason, reason], () => 1).ShouldBeOfType<Decision<int>.Refused>().Reasons
            .ShouldBe([reason, reason]);
        Decision.Unless<int>([], () => 1).ShouldBeOfType<Decision<int>.Accepted>().Events.ShouldBe([1]);
        Decision.Accept(1, 2).ShouldBeOfType<Decision<int>.Accepted>().Events.ShouldBe([1, 2]);
        Decision.Refuse<int>(reason).ShouldBeOfType<Decision<int>.Refused>().Reasons.ShouldBe([reason]);
        ((Decision<int>)reason).ShouldBeOfType<Decision<int>.Refused>().Reasons.ShouldBe([reason]);
    }

    [Fact]
    public void Codes_are_written_as_they_are()
    {
        BoardId.FromValue("socialnamnden").ToString().ShouldBe("socialnamnden");
        CodeId.FromValue("hemtjanst").ToString().ShouldBe("hemtjanst");
        ContentClass.FromValue("concern").ShouldBe(ContentClass.Concern);
        ContentClass.Concern.ToString().ShouldBe("concern");
        Actor.System.ShouldBe(new Actor("system", Role.System));
    }

    // Stored with what they mark.
    [Fact]
    public void Every_class_of_content_has_its_stored_code_and_the_unknown_is_not_among_them()
    {
        ContentClass.All.Select(content => content.Value).ShouldBe(
        [
            "plan-draft", "plan-paper", "plan-annex", "concern", "concern-reporter", "concern-case-reference",
            "concern-decision",
            "review", "review-paper", "survey-summary",
        ]);
        ContentClass.Unknown.Value.ShouldBe("unknown");
    }
}
