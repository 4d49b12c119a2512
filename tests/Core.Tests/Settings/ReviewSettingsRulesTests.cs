using Oversight.Settings;
using static Oversight.Core.Tests.SettingsChecks.ValidSettings;

namespace Oversight.Core.Tests.SettingsChecks;

public class ReviewSettingsRulesTests
{
    private static readonly ReviewRules Rules = Valid.ReviewRules[0];

    public static TheoryData<string, ReviewRules[]> Wrong => new()
    {
        { "reviews: []: regler för granskningar saknas", [] },
        {
            "reviews: [0].validFrom: två regler börjar gälla samma dag; reviews: [1].validFrom: två regler börjar "
                + "gälla samma dag",
            [Rules, Rules]
        },
        { "reviews: [0].commentDays: ska vara minst 1", [Rules with { CommentDays = 0 }] },
        { "reviews: [0].supplementDays: ska vara minst 1", [Rules with { SupplementDays = 0 }] },
        { "reviews: [0].actionPlanDays: ska vara minst 1", [Rules with { ActionPlanDays = 0 }] },
        { "reviews: [0].promptDays: kan inte vara negativt", [Rules with { PromptDays = -1 }] },
        { "reviews: [0].escalateDays: kan inte vara negativt", [Rules with { EscalateDays = -1 }] },
        { "reviews: [0].readerDays: kan inte vara negativt", [Rules with { ReaderDays = -1 }] },
        {
            "reviews: [0].phrases[0].text: frasen saknar text; reviews: [0].phrases[1].requirement: 'okänt' är "
                + "inget krav",
            [Rules with { Phrases = [new Phrase(" ", null), new Phrase("Rutin finns.", new CodeId("okänt"))] }]
        },
        { "reviews: [0].requirements: minst ett krav behövs", [Rules with { Requirements = [] }] },
        {
            "reviews: [0].requirements[1].id: 'kontakt' finns mer än en gång; reviews: [0].requirements[2].id: "
                + "'kontakt' finns mer än en gång",
            [Rules with { Requirements = Rules.Requirements.Again() }]
        },
        {
            "reviews: [0].requirements[0].text: kravet saknar text",
            With(requirement => requirement with { Text = " " })
        },
        {
            "reviews: [0].requirements[0].source: det står inte var kravet finns",
            With(requirement => requirement with { Source = " " })
        },
        {
            "reviews: [0].requirements[0].area: 'dokumentation' är inget kvalitetsområde",
            With(requirement => requirement with { Area = new CodeId("dokumentation") })
        },
        {
            "reviews: [0].requirements[0].category: 'trygghet' är ingen kategori",
            With(requirement => requirement with { Category = new CodeId("trygghet") })
        },
        {
            "reviews: [0].requirements[0].forms: en avtalsform är okänd",
            With(requirement => requirement with { Forms = ["kundval", "lov"] })
        },
        {
            "reviews: [0].requirements[0].acts: ska vara lss, sol eller hsl",
            With(requirement => requirement with { Acts = ["lss", "lov"] })
        },
        {
            "reviews: [0].requirements[0].law: ska vara lss, sol eller hsl",
            With(requirement => requirement with { Law = "lov" })
        },
        {
            "reviews: [0].successorMonths: kan inte vara negativt",
            [Rules with { SuccessorMonths = -1 }]
        },
        {
            "reviews: [0].followUps[0].severity: ska vara 1–4",
            [Rules with { FollowUps = [new(5, 1, 1)] }]
        },
        {
            "reviews: [0].followUps[0].severity: allvarligheten finns mer än en gång; reviews: [0].followUps[1]"
                + ".severity: allvarligheten finns mer än en gång",
            [Rules with { FollowUps = [new(3, 1, 1), new(3, 30, 10)] }]
        },
        {
            "reviews: [0].followUps[0].daysBefore: ska vara minst 1; reviews: [0].followUps[0].checkDaysAfter: ska "
                + "vara minst 1",
            [Rules with { FollowUps = [new(3, 0, 0)] }]
        },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void One_wrong_thing_is_one_problem_at_its_place(string problems, ReviewRules[] rules) =>
        Problems(Valid with { ReviewRules = rules }).ShouldBe(problems.Split("; "));

    [Fact]
    public void A_day_is_enough() =>
        Problems(Valid with { ReviewRules = [Rules with { CommentDays = 1, SupplementDays = 1, ActionPlanDays = 1 }] })
            .ShouldBeEmpty();

    [Fact]
    public void A_requirement_points_at_codes_that_there_are() =>
        Problems(Valid with { CodeLists = [.. Valid.CodeLists.Where(list => list.Name != CodeLists.QualityAreas)] })
            .ShouldContain("reviews: [0].requirements[1].area: 'trygghet' är inget kvalitetsområde");

    [Fact]
    public void A_requirement_is_found_by_its_id()
    {
        Rules.Find(new CodeId("kontakt")).ShouldBe(Rules.Requirements[1]);
        Rules.Find(new CodeId("annat")).ShouldBeNull();
    }

    [Fact]
    public void Phrases_of_a_requirement_stand_before_those_of_all()
    {
        var contact = Rules.Requirements[1].Id;
        var rules = Rules with
        {
            Phrases = [new("Alla.", null), new("En annan.", Rules.Requirements[0].Id), new("Kontakt.", contact)],
        };

        rules.PhrasesFor(contact).Select(phrase => phrase.Text).ShouldBe(["Kontakt.", "Alla."]);
        Problems(Valid with { ReviewRules = [rules] }).ShouldBeEmpty();
    }

    [Fact]
    public void A_board_has_one_routine_with_a_name_and_an_address_that_is_safe()
    {
        var board = Valid.Boards[0].Id;
        var rules = Rules with { Routines = [new(board, "Rutinen 2027", "https://intranat.example/rutin")] };
        rules.RoutineOf(board)!.Name.ShouldBe("Rutinen 2027");
        rules.RoutineOf(new BoardId("annan")).ShouldBeNull();
        Problems(Valid with { ReviewRules = [rules] }).ShouldBeEmpty();
        Problems(Valid with
        {
            ReviewRules =
            [
                Rules with
                {
                    Routines = [new(board, " "), new(board, "B", "javascript:alert(1)"), new(new("annan"), "C")],
                },
            ],
        }).ShouldBe(
            [
                "reviews: [0].routines[0].board: nämnden har mer än en rutin",
                "reviews: [0].routines[0].name: rutinen saknar namn",
                "reviews: [0].routines[1].board: nämnden har mer än en rutin",
                "reviews: [0].routines[1].address: ska börja med https://",
                "reviews: [0].routines[2].board: 'annan' är ingen nämnd",
            ]);
    }

    private static ReviewRules[] With(Func<Requirement, Requirement> change) =>
        [Rules with { Requirements = Rules.Requirements.WithFirst(change) }];
}
