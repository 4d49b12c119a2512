using System.Text.Json.Nodes;
using Oversight.Functions.Settings;
using Oversight.Settings;

namespace Oversight.Functions.Tests.Settings;

public class SettingsReaderTests
{
    private static readonly DateOnly Day = new(2027, 3, 1);

    [Fact]
    [Trait("Requirement", "R2")]
    public void The_settings_of_Nacka_hold_together_and_know_both_boards()
    {
        var settings = SettingsReader.Read(SettingsReader.ReadFolder(SettingsFolder.Nacka)).Settings;

        settings.Boards.Select(board => (board.Id.Value, board.Name))
            .ShouldBe([("socialnamnden", "Socialnämnden"), ("aldrenamnden", "Äldrenämnden")]);
        settings.DocumentHead(settings.Boards[0].Id).ProcessOwner.ShouldBe("Gruppchef kvalitet");
    }

    [Fact]
    [Trait("Requirement", "R15")]
    [Trait("Requirement", "R16")]
    public void There_are_six_quality_areas_and_two_more_for_LSS()
    {
        var areas = SettingsReader.Read(SettingsReader.ReadFolder(SettingsFolder.Nacka)).Settings
            .Codes(CodeLists.QualityAreas);

        areas.On(Day).Count(area => !area.IsMarked("lss")).ShouldBe(6);
        areas.On(Day).Where(area => area.IsMarked("lss")).Select(area => area.Text)
            .ShouldBe(["Goda levnadsvillkor", "Möjlighet att leva som andra"]);
    }

    [Fact]
    [Trait("Requirement", "R55")]
    public void Both_boards_meet_in_March_every_year_of_the_calendar()
    {
        var settings = SettingsReader.Read(SettingsReader.ReadFolder(SettingsFolder.Nacka)).Settings;
        foreach (var year in Enumerable.Range(2025, 5))
        {
            foreach (var board in settings.Boards)
            {
                var rules = settings.PlanningRulesOn(Day);
                rules.Meeting(settings.Meetings, board.Id, year)!.Day.Month.ShouldBe(3);
                rules.PresentedVersionDay(settings.Meetings, board.Id, year)
                    .ShouldBeLessThanOrEqualTo(new DateOnly(year, 3, 1));
            }
        }
    }

    [Fact]
    public void Layout_and_order_of_properties_do_not_change_the_hash_but_a_value_does()
    {
        using var folder = SettingsFolder.CopyOfNacka();
        var before = folder.Read().Hash;

        folder.Edit("limits.json", node =>
        {
            var name = node["name"]!.DeepClone();
            node.AsObject().Remove("name");
            node.AsObject().Add("name", name);
        });
        folder.Read().Hash.ShouldBe(before);

        folder.Edit("limits.json", node => node["name"] = 201);
        folder.Read().Hash.ShouldNotBe(before);
    }

    [Fact]
    public void A_stored_set_is_refused_when_its_content_is_not_what_its_name_says()
    {
        var bundle = SettingsReader.ReadFolder(SettingsFolder.Nacka);

        SettingsBundle.FromStored(bundle.Content, bundle.Hash).Hash.ShouldBe(bundle.Hash);
        Should.Throw<SettingsException>(() => SettingsBundle.FromStored(BinaryData.FromString("{}"), bundle.Hash));
    }

    [Theory]
    [InlineData("boards.json")]
    [InlineData("risk-models.json")]
    [InlineData("codes/services.json")]
    [InlineData("agreement-forms.json")]
    public void A_missing_file_is_named(string file)
    {
        using var folder = SettingsFolder.CopyOfNacka();
        folder.Delete(file);

        folder.Problems().ShouldContain(problem => problem.StartsWith(file, StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_folder_is_named() =>
        Should.Throw<SettingsException>(() => SettingsReader.ReadFolder("/no/such/folder")).Message
            .ShouldContain("/no/such/folder");

    [Theory]
    [InlineData("[{]")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""[{"id":"a","name":"A","nmae":"B"}]""")]
    [InlineData("""[{"id":"a"}]""")]
    [InlineData("""[{"id":"a","id":"b","name":"A"}]""")]
    public void What_does_not_parse_is_named_with_its_file(string text)
    {
        using var folder = SettingsFolder.CopyOfNacka();
        folder.Write("boards.json", text);

        folder.Problems().ShouldAllBe(problem => problem.StartsWith("boards.json: ", StringComparison.Ordinal));
    }

    public static TheoryData<string, string, Action<JsonNode>> Contradictions => new()
    {
        { "meetings.json: [0].board", "meetings.json", node => node[0]!["board"] = "byggnadsnamnden" },
        { "meetings.json: [0]:", "meetings.json", node => node[0]!["papersStop"] = "2030-01-01" },
        { "document-heads.json: []", "document-heads.json", node => node.AsArray().RemoveAt(0) },
        { "document-heads.json: [0].diaryNumberPattern", "document-heads.json",
            node => node[0]!["diaryNumberPattern"] = "([" },
        { "codes/services.json: [0].marks", "codes/services.json",
            node => node[0]!["marks"] = new JsonArray("lss", "sol") },
        { "codes/services.json: [1].id", "codes/services.json",
            node => node[1]!["id"] = node[0]!["id"]!.GetValue<string>() },
        { "codes/services.json: [0].validTo", "codes/services.json", node => node[0]!["validTo"] = "2014-12-31" },
        { "codes/services.json: [0].id", "codes/services.json", node => node[0]!["id"] = "a/b" },
        { "risk-models.json: [0].managerChange.area", "risk-models.json",
            node => node[0]!["managerChange"]!["area"] = "trivsel" },
        { "risk-models.json: [0].severity.levels", "risk-models.json",
            node => node[0]!["severity"]!["levels"] = new JsonArray(3, 2, 1) },
        { "risk-models.json: [0].severity.consequences", "risk-models.json",
            node => node[0]!["severity"]!["consequences"]!.AsArray().RemoveAt(0) },
        { "risk-models.json: [0].likelihood.chance", "risk-models.json",
            node => node[0]!["likelihood"]!["chance"] = 0 },
        { "risk-models.json: [0].classes", "risk-models.json", node => node[0]!["classes"]!.AsArray().RemoveAt(3) },
        { "risk-models.json: [].validFrom", "risk-models.json", node => node[0]!["validFrom"] = "2026-01-01" },
        { "planning.json: [0].choice.daysPerQuarter", "planning.json",
            node => node[0]!["choice"]!["daysPerQuarter"] = new JsonArray(1, 2) },
        { "planning.json: [0].draft", "planning.json", node => node[0]!["draft"]!["day"] = 31 },
        { "limits.json: reason", "limits.json", node => node["reason"] = 0 },
        { "agreement-forms.json: [0].form", "agreement-forms.json", node => node[0]!["form"] = "lov" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void What_contradicts_itself_is_named_with_file_and_field(
        string expected, string file, Action<JsonNode> damage)
    {
        using var folder = SettingsFolder.CopyOfNacka();
        folder.Edit(file, damage);

        folder.Problems().ShouldContain(problem => problem.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        using var folder = SettingsFolder.CopyOfNacka();
        folder.Edit("limits.json", node => node["reason"] = 0);
        folder.Edit("meetings.json", node => node[0]!["board"] = "byggnadsnamnden");

        folder.Problems().Count.ShouldBe(2);
    }
}
