using Oversight.Attachments;
using Oversight.Core.Tests.SettingsChecks;
using Oversight.Reviews;
using Oversight.Settings;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>What a review builds on besides what it has seen itself (underlag).</summary>
public class SourceTests
{
    internal static readonly Attachment Paper = new("aa", 1000, AttachmentType.Pdf);

    internal static readonly SourceRules Rules = new(
        new CodeList(CodeLists.ReviewSourceKinds, [new Code(new("register"), "Register", new DateOnly(2015, 1, 1))]),
        FileBytes: 1000, Reason: 2000, Line: 20);

    private static readonly ReviewCommand.AttachSource Attach = new(
        new("register"), Text("pressure ulcers"), Text("Senior alert"), Decided.AddDays(-40), Text("rising"),
        [new SourceFile(Paper, Text("name").Kept)], Rules);

    private static readonly ReviewCommand.WithdrawSource Withdraw = new(1, Text("wrong unit"), Rules);

    [Fact]
    public void A_source_says_what_it_is_where_it_comes_from_and_which_day_it_is_from()
    {
        var bare = Attach with { Note = Text(" "), Files = [], From = Decided };
        var review = After([.. UntilJudged, Attach, bare]).Review!;
        review.Sources.ShouldBe(
        [
            new ReviewSource(1, new("register"), Text("pressure ulcers").Kept, Text("Senior alert").Kept,
                Decided.AddDays(-40), Text("rising").Kept, new SourceFile(Paper, Text("name").Kept)),
            new ReviewSource(2, new("register"), Text("pressure ulcers").Kept, Text("Senior alert").Kept, Decided, null,
                null),
        ]);
        Attach.Attachments.ShouldBe([Paper]);
        Withdraw.Attachments.ShouldBeEmpty("it comes with no file");
    }

    [Fact]
    public void What_was_withdrawn_is_no_source_and_its_number_is_not_used_again()
    {
        var review = After([.. UntilJudged, Attach, Attach, Withdraw, Attach]).Review!;
        review.Sources.Select(source => (source.Number, source.WithdrawnOn))
            .ShouldBe([(1, Decided), (2, null), (3, null)]);
        review.SourcesInUse.Select(source => source.Number).ShouldBe([2, 3]);
    }

    [Fact]
    public void What_is_missing_or_cannot_be_is_refused_at_its_field()
    {
        var state = After(UntilJudged);
        var empty = new ReviewCommand.AttachSource(null, Text(""), Text(""), null, Text(""), [], Rules);
        Refuse(state, empty).ShouldBe(
            ["kind:review.code-missing", "what:text.missing", "origin:text.missing", "from:review.day-missing"]);
        var long21 = Text(new string('x', 21));
        Refuse(state, Attach with
        {
            Kind = new("rumour"),
            What = long21,
            Origin = long21,
            From = Decided.AddDays(1),
            Note = Text(new string('x', 2001)),
            Files = [new SourceFile(Paper with { Length = 1001 }, Text("name").Kept),
                new SourceFile(Paper, Text("other").Kept)],
        }).ShouldBe(
        [
            "kind:review.unknown-code", "what:text.too-long", "origin:text.too-long", "from:review.day-in-future",
            "note:text.too-long", "files:concern.too-many-attachments", "files:concern.attachment-too-large",
        ]);
        Refuse(state, Withdraw).ShouldBe(["number:review.no-such-source"]);
        var attached = Take(state, Attach, By());
        Refuse(attached, Withdraw with { Number = null, Reason = Text("") })
            .ShouldBe(["number:review.no-such-source", "reason:text.missing"]);
        Refuse(Take(attached, Withdraw, By()), Withdraw).ShouldBe(["number:review.no-such-source"]);
    }

    [Fact]
    public void Only_the_reviewers_say_what_it_builds_on()
    {
        var state = After([.. UntilJudged, Attach]);
        Refuse(state, Attach, By(Other)).ShouldBe(["review.not-a-reviewer"]);
        Refuse(state, Withdraw, By(Other)).ShouldBe(["review.not-a-reviewer"]);
    }

    [Fact]
    public void The_rules_are_those_of_the_settings()
    {
        var settings = ValidSettings.Valid with
        {
            Limits = ValidSettings.Valid.Limits with { AttachmentBytes = 3, Reason = 2, ShortText = 4 },
        };
        var rules = SourceRules.Of(settings);
        rules.Kinds.Name.ShouldBe(CodeLists.ReviewSourceKinds);
        (rules.FileBytes, rules.Reason, rules.Line).ShouldBe((3, 2, 4));
    }
}
