using FsCheck.Xunit;
using Oversight.Reviews;
using Oversight.Settings;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>Which requirements are for a unit, by its agreement and the acts of its services.</summary>
public class UnitTermsTests
{
    private static readonly string[] Forms = ["kundval", "lou", "overenskommelse", "direktupphandling"];
    private static readonly string[] Acts = ["lss", "sol", "hsl"];
    private static readonly UnitTerms Unit = new("kundval", ["lss"]);

    [Fact]
    public void What_is_for_another_form_or_act_is_not_chosen_and_says_which_it_is()
    {
        Ask(Execution, [], []).ShouldBe("ScopeSet");
        Ask(Execution, ["kundval", "lou"], ["lss", "sol"]).ShouldBe("ScopeSet");
        Ask(Execution, ["lou"], []).ShouldBe("requirements:review.other-agreement-form(execution)");
        Ask(Execution, [], ["sol", "hsl"]).ShouldBe("requirements:review.other-act(execution)");
        Ask(Execution, ["lou"], ["sol"]).ShouldBe("requirements:review.other-agreement-form(execution)");
    }

    [Theory]
    [InlineData(true, "requirements:review.hsl-does-not-apply(execution)")]
    [InlineData(false, "ScopeSet")]
    public void What_only_hsl_asks_is_for_units_under_it_where_the_rules_say_so(bool isOnlyThere, string answer) =>
        Ask(Execution, [], [], requirement => requirement with { Law = Requirement.Hsl }, isOnlyThere)
            .ShouldBe(answer);

    [Fact]
    public void What_has_been_judged_stays_whatever_agreement_the_unit_has_got()
    {
        var setup = With(Execution, ["lou"], []);
        Answer(After(UntilJudged), Scope with { Setup = setup, Unit = Unit }).ShouldBe("ScopeSet");
        Answer(After(UntilJudged), Scope with { Requirements = [Contact], Setup = setup, Unit = Unit })
            .ShouldBe("ScopeSet");
    }

    [Fact]
    public void A_unit_that_the_register_does_not_know_may_be_judged_on_everything() =>
        Answer(Started, Scope with { Setup = With(Execution, ["lou"], ["hsl"]) }).ShouldBe("ScopeSet");

    [Property]
    public bool What_the_form_offers_is_what_the_rules_take(byte form, byte acts, byte forms, byte own, bool isHsl)
    {
        var setup = With(Execution, Some(Forms, form), Some(Acts, acts), requirement => requirement with
        {
            Law = isHsl ? Requirement.Hsl : null,
        }, isOnlyThere: own % 2 == 0);
        var unit = new UnitTerms(Forms[forms % Forms.Length], Some(Acts, own));
        var isOffered = unit.Of(setup.Rules).Any(requirement => requirement.Id == Execution);
        var isTaken = ReviewDecider.Decide(
            Started, Scope with { Requirements = [Execution], Setup = setup, Unit = unit }, By())
            is Decision<ReviewEvent>.Accepted;
        return isOffered == isTaken;
    }

    private static ReviewState Started => After(Open, new ReviewCommand.Start(Text("Anna")));

    private static string Ask(
        CodeId requirement, string[] forms, string[] acts, Func<Requirement, Requirement>? change = null,
        bool isOnlyThere = false) =>
        Answer(Started, Scope with { Setup = With(requirement, forms, acts, change, isOnlyThere), Unit = Unit });

    private static ReviewSetup With(
        CodeId id, IReadOnlyList<string> forms, IReadOnlyList<string> acts,
        Func<Requirement, Requirement>? change = null, bool isOnlyThere = false) => Setup with
        {
            Rules = Setup.Rules with
            {
                HslOnlyWhereItApplies = isOnlyThere,
                Requirements =
                [
                    .. Setup.Rules.Requirements.Select(requirement => requirement.Id != id
                        ? requirement
                        : (change ?? (same => same))(requirement with { Forms = forms, Acts = acts })),
                ],
            },
        };

    private static string[] Some(string[] all, byte which) =>
        [.. all.Where((_, index) => (which >> index & 1) == 1)];
}
