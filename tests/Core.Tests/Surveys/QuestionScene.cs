using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Core.Tests.Surveys;

/// <summary>A set with every kind of question, and units that are asked different ones.</summary>
internal static class QuestionScene
{
    public static readonly DateOnly From = new(2027, 1, 1);
    public static readonly CodeId Manager = new("chef");
    public static readonly CodeId Changed = new("bytt");
    public static readonly CodeId Told = new("anmalt");
    public static readonly CodeId When = new("nar");
    public static readonly CodeId How = new("hur");
    public static readonly CodeId Share = new("andel");
    public static readonly CodeId Report = new("berattelse");
    public static readonly CodeId Firms = new("firmor");

    public static readonly QuestionSet Set = new(new("enkat"), "Avtalsenkät", From,
    [
        new(new("ledning"), "Ledning",
        [
            new(Manager, ReplyKind.Text, "Vem?"),
            new(Changed, ReplyKind.YesNo, "Bytt?") { NeedsEvidence = true },
            new(Told, ReplyKind.YesNo, "Anmält?")
            {
                When = new(Changed, new ReplyTest { Is = [ReplyTest.Yes] }),
                Breaks = new(new ReplyTest { Is = [ReplyTest.No] }, "Bytet är inte anmält."),
            },
            new(When, ReplyKind.Date, "När?") { When = new(Told, new ReplyTest { Is = [ReplyTest.Yes] }) },
        ]),
        new(new("arbete"), "Arbete",
        [
            new(How, ReplyKind.Choice, "Hur?")
            {
                Choices = [new(new("bra"), "Bra"), new(new("illa"), "Illa")],
                Breaks = new(new ReplyTest { Is = ["illa"] }, "Det går illa."),
                For = new Applicability { Forms = ["kundval"] },
            },
            new(Share, ReplyKind.Number, "Hur stor andel?")
            {
                Unit = "procent",
                Min = 0,
                Max = 100,
                Decimals = 1,
                Breaks = new(new ReplyTest { Below = 80 }, "För få."),
                For = new Applicability { Acts = ["sol", "lss"] },
            },
            new(Report, ReplyKind.File, "Bifoga.") { IsRequired = false },
            new(Firms, ReplyKind.Table, "Vilka?")
            {
                IsRequired = false,
                Rows = 2,
                Columns =
                [
                    new(new("namn"), "Namn", ReplyKind.Text),
                    new(new("dag"), "Dag", ReplyKind.Date) { IsRequired = false },
                ],
                When = new(How, new ReplyTest { Is = ["bra"] }),
            },
        ]),
    ]);

    public static readonly UnitProfile Unit = new(
        new("socialnamnden"), "kundval", "private", new("boende"), [new("bostad")], ["lss"], Licensed: true);

    public static readonly AskedQuestions Asked = Set.QuestionsFor(Unit);

    public static readonly ReplyValue Yes = new ReplyValue.YesNo(true);
    public static readonly ReplyValue No = new ReplyValue.YesNo(false);

    public static ReplyValue Text(string words) =>
        new ReplyValue.Text(new TextReference("svar", words.Length, $"hash:{words}"));

    public static ReplyValue Choice(string code) => new ReplyValue.Choice(new(code));

    public static ReplyValue Number(decimal value) => new ReplyValue.Number(value);

    public static ReplyValue Table(params ReplyValue?[][] rows) =>
        new ReplyValue.Table([.. rows.Select(row => new TableRow(row))]);
}
