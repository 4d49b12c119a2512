using System.Globalization;
using Oversight.Documents;
using Oversight.Functions.Planning;
using Oversight.Functions.Settings;
using Oversight.Functions.Tests.Settings;
using Oversight.Planning;
using Oversight.Risk;
using Oversight.Settings;

namespace Oversight.Functions.Tests.Planning;

[Trait("Requirement", "R1")]
[Trait("Requirement", "R55")]
public class PlanDocumentModelTests
{
    private static readonly MunicipalitySettings Settings = SettingsReader.Read(
        SettingsReader.ReadFolder(SettingsFolder.Nacka)).Settings;
    private static readonly BoardId Board = new("socialnamnden");
    private static readonly DateOnly Day = new(2027, 2, 1);

    [Fact]
    public void The_head_carries_what_every_governing_document_carries()
    {
        var head = PlanDocumentModel.Plan(State(units: 3), Settings).Head;

        head.DecidingBody.ShouldBe("Socialnämnden");
        head.ResponsibleBody.ShouldBe("Socialnämnden");
        head.ProcessOwner.ShouldBe("Gruppchef kvalitet");
        head.Date.ShouldBe(Day);
        head.IsDraft.ShouldBeTrue();
    }

    [Fact]
    public void An_adopted_plan_is_no_draft_and_carries_its_day()
    {
        var adopted = PlanDecider.Evolve(State(units: 3), new PlanEvent.Adopted(1, new DateOnly(2027, 3, 16), null));

        var head = PlanDocumentModel.Plan(adopted, Settings).Head;
        (head.IsDraft, head.Status, head.Date).ShouldBe((false, DocumentStatus.Established, new DateOnly(2027, 3, 16)));
        PlanAnnexModel.Annex(adopted, Settings).Head.Status.ShouldBe(DocumentStatus.WorkingMaterial);
    }

    [Fact]
    public void Unannounced_visits_show_no_time_and_stand_in_order_of_name()
    {
        var state = State(units: 14);
        var reviews = Tables(PlanDocumentModel.Plan(state, Settings))[0];
        var unannounced = state.PlanOrNone!.Content.Reviews.Where(review => review.Unannounced)
            .Select(review => $"{review.Unit.Name}, ").ToList();

        reviews.Rows.Select(row => row[0])
            .ShouldBe(reviews.Rows.Select(row => row[0])
                .Order(StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), true)));
        var hidden = reviews.Rows.Where(row => row[4] == "Anges inte, oanmält besök").ToList();
        hidden.ShouldNotBeEmpty();
        hidden.ShouldAllBe(row => unannounced.Any(name => row[0].StartsWith(name, StringComparison.Ordinal)));
        hidden.Count.ShouldBe(unannounced.Count);
        reviews.Rows.Except(hidden).ShouldAllBe(row => row[4].Contains("202", StringComparison.Ordinal));
    }

    [Fact]
    public void A_class_stands_beside_no_company_except_in_the_annex()
    {
        var state = State(units: 14);
        var classes = Settings.RiskModelOn(Day).Classes.Select(item => item.Name).ToList();

        Tables(PlanDocumentModel.Plan(state, Settings)).SelectMany(table => table.Rows).SelectMany(row => row)
            .ShouldAllBe(text => !classes.Any(text.Contains));
        Tables(PlanAnnexModel.Annex(state, Settings)).Single().Rows.ShouldAllBe(row => classes.Contains(row[2]));
    }

    [Fact]
    public void The_letter_asks_the_board_for_what_the_process_owner_proposes()
    {
        var finished = PlanDecider.Evolve(
            State(units: 14),
            new PlanEvent.Prepared(1, Day, null, Role.ProcessOwner) { Proposal = BoardOutcome.Noted });
        var letter = PlanLetterModel.Letter(finished.PlanOrNone!, Settings);

        letter.Blocks.OfType<Block.DecisionPoints>().Single().Items
            .ShouldBe(["Socialnämnden noterar årsplan 2027 enligt bilaga."]);
        (letter.Head.Status, letter.Head.IsDraft).ShouldBe((DocumentStatus.Established, false));
        letter.Attachments.Single().Title.ShouldBe("Årsplan 2027");
        var pointed = PlanDecider.Evolve(State(units: 14), new PlanEvent.Prepared(1, Day, null));
        PlanLetterModel.Letter(pointed.PlanOrNone!, Settings).Head.IsDraft.ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "R117")]
    public void Small_numbers_stand_in_words_and_points_in_the_annex_alone()
    {
        var state = State(units: 14);

        var plan = Tables(PlanDocumentModel.Plan(state, Settings));
        var texts = plan.SelectMany(table => table.Rows).SelectMany(row => row).ToList();
        texts.ShouldContain(text => text.Contains("enstaka synpunkter", StringComparison.Ordinal));
        texts.ShouldNotContain(text => text.Contains("1 synpunkt ", StringComparison.Ordinal));
        plan.SelectMany(table => table.Columns)
            .ShouldNotContain(column => column.Heading.Contains("Poäng", StringComparison.Ordinal));

        var annex = Tables(PlanAnnexModel.Annex(state, Settings)).ShouldHaveSingleItem();
        annex.Columns.ShouldContain(column => column.Heading == "Poäng");
        annex.Rows.Count.ShouldBe(14);
    }

    [Fact]
    public void However_many_units_there_are_the_plan_lists_the_nearest_and_counts_the_rest()
    {
        var document = PlanDocumentModel.Plan(State(units: 200), Settings);

        Tables(document).Sum(table => table.Rows.Count).ShouldBeLessThanOrEqualTo(11 + 12 + 20);
        document.Blocks.OfType<Block.Paragraph>()
            .ShouldContain(paragraph => paragraph.Text.StartsWith("Därutöver", StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_plans_give_equal_documents() =>
        PlanDocumentModel.Plan(State(units: 5), Settings).ShouldBe(PlanDocumentModel.Plan(State(units: 5), Settings));

    private static List<Block.Table> Tables(Document document) => [.. document.Blocks.OfType<Block.Table>()];

    private static PlanState State(int units)
    {
        var facts = Enumerable.Range(0, units).Select(Unit).ToList();
        var concerns = Enumerable.Range(0, Math.Min(units, 9))
            .SelectMany(unit => Enumerable.Range(0, unit).Select(i => Concern(unit, i))).ToList();
        var content = PlanMaker.Make(new PlanInput(
            Board, 2027, Day, facts, concerns, Settings.RiskModelOn(Day), Settings.PlanningRulesOn(Day),
            Settings.Meetings));
        return PlanDecider.Evolve(PlanDecider.Initial, new PlanEvent.Drafted(Board, 2027, 1, content, Role.System));
    }

    private static UnitFact Unit(int number) => new()
    {
        UnitId = Id.Derive("unit", $"{number}"),
        ProviderId = Id.Derive("provider", $"{number}"),
        AgreementId = Id.Derive("agreement", $"{number}"),
        Board = Board,
        Name = $"Enhet {number}",
        ProviderName = "Omsorg AB",
        AgreementArea = new CodeId("boende-lss"),
        Services = [],
        Customers = 20,
        Children = null,
        ManagerChangeNotNotified = false,
        ValidFrom = new DateOnly(2020, 1, 1),
        ValidTo = null,
        Source = "unit",
    };

    private static ConcernFact Concern(int unit, int number) => new()
    {
        ConcernId = Id.Derive("concern", $"{unit}/{number}"),
        Reference = "S-1",
        UnitId = Id.Derive("unit", $"{unit}"),
        Board = Board,
        Occurred = Day.AddDays(-9),
        Received = Day.AddDays(-9),
        ReporterKey = $"r{number}",
        Weighting = ConcernWeighting.Assessed,
        Severity = 4,
        Area = new CodeId("trygghet-sakerhet"),
        Category = null,
        Consequence = new CodeId("ej-verkstalld"),
        Source = "concern",
    };
}
