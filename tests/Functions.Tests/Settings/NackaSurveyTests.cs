using Oversight.Functions.Settings;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Tests.Settings;

/// <summary>What Nacka asks in its avtalsenkät, read from the settings as they are shipped.</summary>
public sealed class NackaSurveyTests
{
    private static readonly MunicipalitySettings Nacka =
        SettingsReader.Read(SettingsReader.ReadFolder(SettingsFolder.Nacka)).Settings;

    private static readonly QuestionSet Set = Nacka.Surveys.On(new("avtalsenkat"), new DateOnly(2027, 1, 15))!;

    private static readonly UnitProfile Private = new(
        new("socialnamnden"), "kundval", "private", new("boende-lss"), [new("bostad-barn")], ["lss", "hsl"], true);

    [Theory]
    [Trait("Requirement", "R48")]
    [InlineData("riskanalys", "SOSFS 2011:9", "5 kap. 1 §")]
    [InlineData("egenkontroll", "SOSFS 2011:9", "5 kap. 2 §")]
    [InlineData("lex-sarah-namnd", "Socialtjänstlagen (2025:400) 27 kap. 4 § och LSS 24 d §", null)]
    [InlineData("lex-maria-antal", "Patientsäkerhetslagen (2010:659)", "3 kap. 5 §")]
    [InlineData("patientsakerhetsberattelse", "Patientsäkerhetslagen (2010:659)", "3 kap. 10 §")]
    [InlineData("underleverantorer-godkanda", "Avtal eller villkor", "Underleverantörer")]
    [InlineData("ansvarsforsakring", "Avtal eller villkor", "Försäkring")]
    public void What_law_and_contract_demand_is_asked_with_where_it_stands(
        string question, string source, string? clause)
    {
        var asked = Set.QuestionsFor(Private).Find(new(question)).ShouldNotBeNull();
        (asked.Source, asked.Clause).ShouldBe((source, clause));
    }

    [Fact]
    [Trait("Requirement", "R47")]
    public void Different_units_are_asked_different_questions()
    {
        Codes(Private with { Acts = ["lss"] }).ShouldNotContain("patientsakerhetsberattelse");
        Codes(Private with { Owner = "municipal" }).ShouldNotContain("tillstand");
        Codes(Private with { Owner = "municipal" }).ShouldContain("anmald");
        Codes(Private with { Licensed = false }).ShouldNotContain("tillstand");
        Codes(Private with { Acts = ["hsl"] }).ShouldNotContain("dokumentation");
        Codes(Private with { Services = [new("bostad-vuxna")] }).ShouldNotContain("registerkontroll");
    }

    [Fact]
    public void Every_question_that_can_break_the_terms_says_which() =>
        Set.Questions.Where(question => question is { Breaks: not null, Source: null }).ShouldBeEmpty();

    private static IEnumerable<string> Codes(UnitProfile unit) =>
        Set.QuestionsFor(unit).Codes.Select(code => code.Value);
}
