using Oversight.Concerns;
using Oversight.Settings;
using static Oversight.Core.Tests.Concerns.ConcernScenario;

namespace Oversight.Core.Tests.Concerns;

/// <summary>What may be assessed together with others, and what never.</summary>
public class AssessedTogetherTests
{
    private static readonly TogetherRules Several = new(Most: 50, HighestSeverity: 3);

    private static readonly AssessmentRules Ordinary = new(
        new DateOnly(2015, 1, 1), [new ConsequenceStart(new CodeId("ej-verkstalld"), null, 2, null)], [])
    {
        Together = Several,
    };

    private static readonly ConcernCommand.Report Unknown =
        Report with { Place = new ConcernPlace.Unknown(Text("Firman"), Social) };

    [Fact]
    public void An_ordinary_concern_that_waits_can_be() => WhyAlone(Given(Report)).ShouldBeNull();

    [Fact]
    public void What_is_grave_sealed_unknown_assessed_or_on_its_way_to_others_is_assessed_alone()
    {
        WhyAlone(Given(Report with { Consequence = new CodeId("ingen") })).ShouldBe(ConcernRefusals.AloneGrave);
        AssessedTogether.WhyAlone(Given(Report), null, false)
            .ShouldBe(ConcernRefusals.AloneGrave, "Without rules nobody has said what is ordinary.");
        AssessedTogether.WhyAlone(Given(Report), Ordinary with { Together = null }, false)
            .ShouldBe(ConcernRefusals.AloneGrave, "Nobody has said what several may be given.");
        WhyAlone(Given(Report, new ConcernCommand.Seal(Text("Stöld."), Rules))).ShouldBe(ConcernRefusals.AloneSealed);
        WhyAlone(Given(Unknown)).ShouldBe(ConcernRefusals.AloneUnknownProvider);
        WhyAlone(Given(Report, Assess)).ShouldBe(ConcernRefusals.AloneAssessed);
        WhyAlone(Given(Report, Propose)).ShouldBe(ConcernRefusals.AloneAssessed);
        WhyAlone(Given(Report, new ConcernCommand.Withdraw(Reporter, Text("Misstag."), Rules)))
            .ShouldBe(ConcernRefusals.AloneAssessed);
        AssessedTogether.WhyAlone(Given(Report), Ordinary, goesElsewhere: true)
            .ShouldBe(ConcernRefusals.AloneGoesElsewhere);
        WhyAlone(ConcernState.Initial).ShouldBe(ConcernRefusals.NotReported);
    }

    [Fact]
    public void No_review_no_misconduct_and_not_the_highest_severity_is_given_to_several_at_once()
    {
        var misconduct = new Code(
            new CodeId("lex-sarah"), "lex Sarah", new DateOnly(2020, 1, 1), null, null, [AssessedTogether.Misconduct]);
        var rules = Rules with { Kinds = new CodeList("kinds", [.. Rules.Kinds.Codes, misconduct]) };

        Faults(Assess).ShouldBe("");
        Faults(Assess with { Severity = 3 }).ShouldBe("");
        Faults(Assess with { Severity = 4 }).ShouldBe("severity:concern.not-together");
        AssessedTogether.Faults(Assess with { Severity = 3 }, Several with { HighestSeverity = 2 })
            .Select(RefusalText.Of).ShouldBe(["severity:concern.not-together"]);
        Faults(Propose).ShouldBe("outcome:concern.not-together");
        Faults(Assess with { Kind = misconduct.Id, Rules = rules }).ShouldBe("kind:concern.not-together");
        Faults(Assess with { Severity = 5 }).ShouldBe("", "The rules of every assessment say that already.");
    }

    private static string? WhyAlone(ConcernState state) => AssessedTogether.WhyAlone(state, Ordinary, false);

    private static string Faults(ConcernCommand.Assess command) =>
        string.Join(' ', AssessedTogether.Faults(command, Several).Select(RefusalText.Of));
}
