using Oversight.Settings;
using static Oversight.Core.Tests.SettingsChecks.ValidSettings;

namespace Oversight.Core.Tests.SettingsChecks;

public class SettingsRulesTests
{
    private const string PlainKey = "är inte en enkel kod (a-z, 0-9, bindestreck)";
    private const string Order =
        "meetings: [0]: handlingsstopp, beredning, utskick och sammanträde ska komma i den ordningen";
    private const string Pattern =
        "document-heads: [0].diaryNumberPattern: mönstret går inte att tolka eller passar inte exemplet";
    private const string OneAct = "codes/services: [0].marks: insatsen ska ha exakt en av lss, sol, hsl";

    public static TheoryData<string, MunicipalitySettings> Wrong => new()
    {
        { "municipality: municipality: kommunens namn saknas", Valid with { Municipality = " " } },
        {
            "boards: [1].name: namnet saknas",
            Valid with { Boards = [Valid.Boards[0], Valid.Boards[1] with { Name = " " }] }
        },
        {
            "codes/target-groups: [0].text: texten saknas",
            WithCodes("target-groups", Code("aldre") with { Text = " " })
        },
        {
            "codes/target-groups: [0].validTo: slutar gälla innan koden börjar gälla",
            WithCodes("target-groups", Code("aldre") with { ValidTo = From.AddDays(-1) })
        },
        {
            "codes/target-groups: [0].id: 'aldre' finns mer än en gång; codes/target-groups: [1].id: 'aldre' finns mer "
                + "än en gång",
            WithCodes("target-groups", Code("aldre"), Code("aldre"))
        },
        { $"codes/target-groups: [0].id: '' {PlainKey}", WithCodes("target-groups", Code("")) },
        { $"codes/target-groups: [0].id: 'a/b' {PlainKey}", WithCodes("target-groups", Code("a/b")) },
        { $"codes/target-groups: [0].id: 'A' {PlainKey}", WithCodes("target-groups", Code("A")) },
        { $"codes/target-groups: [0].id: '`' {PlainKey}", WithCodes("target-groups", Code("`")) },
        { $"codes/target-groups: [0].id: '{{' {PlainKey}", WithCodes("target-groups", Code("{")) },
        { $"codes/target-groups: [0].id: ':' {PlainKey}", WithCodes("target-groups", Code(":")) },
        {
            $"codes/target-groups: [0].id: '{new string('a', 61)}' {PlainKey}",
            WithCodes("target-groups", Code(new string('a', 61)))
        },
        { OneAct, WithCodes("services", Code("ledsagning")) },
        { OneAct, WithCodes("services", Code("ledsagning") with { Marks = null }) },
        { OneAct, WithCodes("services", Code("ledsagning", "lss", "sol")) },
        { OneAct, WithCodes("services", Code("ledsagning", "lov")) },
        {
            "meetings: [0].board: nämnden 'byggnamnden' finns inte",
            Meetings(meeting => meeting with { Board = new BoardId("byggnamnden") })
        },
        { Order, Meetings(meeting => meeting with { PapersStop = meeting.Preparation.AddDays(1) }) },
        { Order, Meetings(meeting => meeting with { Preparation = meeting.Dispatch.AddDays(1) }) },
        { Order, Meetings(meeting => meeting with { Dispatch = meeting.Day.AddDays(1) }) },
        {
            "document-heads: []: nämnden 'socialnamnden' ska ha ett dokumenthuvud, har 0",
            Valid with { DocumentHeads = [Head(Elder)] }
        },
        {
            "document-heads: []: nämnden 'aldrenamnden' ska ha ett dokumenthuvud, har 2",
            Valid with { DocumentHeads = Valid.DocumentHeads.Again() }
        },
        {
            "document-heads: [2].board: nämnden 'byggnamnden' finns inte",
            Valid with { DocumentHeads = [.. Valid.DocumentHeads, Head(new BoardId("byggnamnden"))] }
        },
        { Pattern, Heads(head => head with { DiaryNumberPattern = "([" }) },
        { Pattern, Heads(head => head with { DiaryNumberExample = "SOCN 12" }) },
        { Pattern, Heads(head => head with { DiaryNumberPattern = "(?=S)SOCN" }) },
        { "limits: name: ska vara större än 0", Limits(limits => limits with { Name = 0 }) },
        { "limits: shortText: ska vara större än 0", Limits(limits => limits with { ShortText = 0 }) },
        { "limits: longText: ska vara större än 0", Limits(limits => limits with { LongText = 0 }) },
        { "limits: reason: ska vara större än 0", Limits(limits => limits with { Reason = 0 }) },
        { "limits: attachmentBytes: ska vara större än 0", Limits(limits => limits with { AttachmentBytes = 0 }) },
        { "limits: attachments: ska vara större än 0", Limits(limits => limits with { Attachments = 0 }) },
        { "limits: importBytes: ska vara större än 0", Limits(limits => limits with { ImportBytes = 0 }) },
        { "limits: importRows: ska vara större än 0", Limits(limits => limits with { ImportRows = 0 }) },
        { "limits: smallNumber: ska vara större än 0", Limits(limits => limits with { SmallNumber = 0 }) },
        {
            "register: managerNoticeDays: kan inte vara negativt", Valid with { Register = new RegisterSettings(-1, 0) }
        },
        {
            "register: agreementWarningDays: kan inte vara negativt",
            Valid with { Register = new RegisterSettings(0, -1) }
        },
        {
            "triggered-review: []: regler för beslut om påkallad granskning saknas",
            Valid with { TriggeredReviewRules = [] }
        },
        {
            "triggered-review: [0].validFrom: två regler börjar gälla samma dag; triggered-review: [1].validFrom: två "
                + "regler börjar gälla samma dag",
            Valid with { TriggeredReviewRules = Valid.TriggeredReviewRules.Again() }
        },
        {
            "triggered-review: [0].substitute: ersättaren ska vara en annan roll än enhetschefen",
            Triggered(rules => rules with { Substitute = Role.UnitManager })
        },
        {
            "triggered-review: [0].substitute: ersättaren ska vara en annan roll än enhetschefen",
            Triggered(rules => rules with { Substitute = Role.System })
        },
        {
            "triggered-review: [0].reminderDaysBefore: ska vara minst 1",
            Triggered(rules => rules with { ReminderDaysBefore = 0 })
        },
        {
            "triggered-review: [0].decisionDays: ska vara fler än dagarna för påminnelsen",
            Triggered(rules => rules with { DecisionDays = 3 })
        },
        {
            "triggered-review: [0].substituteDays: ska vara fler än dagarna för påminnelsen",
            Triggered(rules => rules with { SubstituteDays = 3 })
        },
        {
            "agreement-forms: []: avtalsformen 'direktupphandling' ska finnas en gång, finns 2",
            Valid with { AgreementForms = Valid.AgreementForms.Again() }
        },
        {
            "agreement-forms: []: avtalsformen 'lou' ska finnas en gång, finns 0; agreement-forms: [1].form: "
                + "avtalsformen 'lov' är okänd",
            Valid with
            {
                AgreementForms = [
                    .. Valid.AgreementForms.Select(form => form.Form.Value == "lou"
                        ? form with { Form = new CodeId("lov") }
                        : form)],
            }
        },
    };

    public static TheoryData<MunicipalitySettings> AtTheBounds => new()
    {
        WithCodes("target-groups", Code(new string('a', 60)), Code("az-09"), Code("z"), Code("0"), Code("9")),
        WithCodes("target-groups", Code("aldre") with { ValidTo = From }),
        WithCodes("services", Code("a", "lss", "dag"), Code("b", "sol"), Code("c", "hsl")),
        WithCodes("annan-lista"),
        Meetings(meeting =>
            meeting with { PapersStop = meeting.Day, Preparation = meeting.Day, Dispatch = meeting.Day }),
        Valid with { Meetings = [] },
        Triggered(rules => rules with { ReminderDaysBefore = 1, DecisionDays = 2, SubstituteDays = 2 }),
    };

    [Fact]
    public void Settings_that_hold_together_have_no_problems() => Problems(Valid).ShouldBeEmpty();

    [Theory, MemberData(nameof(Wrong))]
    public void One_wrong_thing_is_one_problem_at_its_place(string problems, MunicipalitySettings settings) =>
        Problems(settings).ShouldBe(problems.Split("; "));

    [Theory, MemberData(nameof(AtTheBounds))]
    public void What_is_just_within_the_bounds_is_right(MunicipalitySettings settings) =>
        Problems(settings).ShouldBeEmpty();

    [Fact]
    public void Every_code_list_is_there_and_has_codes()
    {
        CodeLists.All.Distinct().Count().ShouldBe(15);
        foreach (var list in CodeLists.All)
        {
            var missing = $"codes/{list}: []: kodlistan saknas eller är tom";
            Problems(Valid with { CodeLists = [.. Valid.CodeLists.Where(other => other.Name != list)] })
                .ShouldContain(missing);
            Problems(WithCodes(list)).ShouldContain(missing);
        }
    }

    [Fact]
    public void A_municipality_has_boards_and_each_of_them_once()
    {
        Problems(Valid with { Boards = [] }).ShouldContain("boards: []: minst en nämnd behövs");
        Problems(Valid with { Boards = [.. Valid.Boards, Valid.Boards[0]] })
            .ShouldBe(["boards: [0].id: 'socialnamnden' finns mer än en gång",
                "boards: [2].id: 'socialnamnden' finns mer än en gång"]);
        Problems(Valid with { Boards = Valid.Boards.WithFirst(board => board with { Id = new BoardId("Social") }) })
            .ShouldContain($"boards: [0].id: 'Social' {PlainKey}");
    }

    private static MunicipalitySettings Meetings(Func<Meeting, Meeting> change) =>
        Valid with { Meetings = Valid.Meetings.WithFirst(change) };

    private static MunicipalitySettings Heads(Func<DocumentHead, DocumentHead> change) =>
        Valid with { DocumentHeads = Valid.DocumentHeads.WithFirst(change) };

    private static MunicipalitySettings Limits(Func<Limits, Limits> change) =>
        Valid with { Limits = change(Valid.Limits) };

    private static MunicipalitySettings Triggered(Func<TriggeredReviewRules, TriggeredReviewRules> change) =>
        Valid with { TriggeredReviewRules = Valid.TriggeredReviewRules.WithFirst(change) };
}
