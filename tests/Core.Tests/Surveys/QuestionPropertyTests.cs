using FsCheck.Xunit;
using Oversight.Settings;
using Oversight.Surveys;
using static Oversight.Core.Tests.Surveys.QuestionScene;

namespace Oversight.Core.Tests.Surveys;

public class QuestionPropertyTests
{
    private static readonly (CodeId Question, ReplyValue? Value)[] Choices =
    [
        (Manager, Text("Eva")), (Manager, null), (Changed, Yes), (Changed, No), (Changed, null), (Told, Yes),
        (Told, No), (When, new ReplyValue.Date(From)), (How, Choice("bra")), (How, Choice("illa")), (How, null),
        (Share, Number(10)), (Share, Number(90)), (Firms, Table([Text("AB"), null])),
        (Report, new ReplyValue.File(["a"])),
    ];

    /// <summary>What was replied is there whatever is replied to other questions, to be seen if not to count.</summary>
    [Property]
    [Trait("Requirement", "R48")]
    public bool A_condition_never_hides_a_required_answer_that_was_given(byte[] steps)
    {
        var replies = Of(steps);
        return Asked.Questions.Where(question => question.IsRequired && replies.Of(question.Code) is not null)
            .All(question => Asked.Visible(replies).Contains(question) != Asked.Left(replies).Contains(question));
    }

    [Property]
    public bool What_is_hidden_is_neither_missing_nor_a_deviation(byte[] steps)
    {
        var replies = Of(steps);
        var hidden = Asked.Questions.Where(question => !Asked.IsVisible(question, replies)).ToList();
        return hidden.TrueForAll(question => !Asked.Deviations(replies).Contains(question))
            && Asked.Missing(replies).All(missing => hidden.TrueForAll(other => other.Code.Value != missing.Field));
    }

    /// <summary>A reply reaches forward: what is asked before it, and itself, is asked as before.</summary>
    [Property]
    public bool A_reply_changes_nothing_that_is_asked_before_it(byte[] steps, byte last)
    {
        var before = Of(steps);
        var (changed, value) = Choices[last % Choices.Length];
        var after = before.With(changed, value);
        return Asked.Questions.TakeWhile(question => question.Code != changed)
            .Append(Asked.Find(changed)!)
            .All(question => Asked.IsVisible(question, before) == Asked.IsVisible(question, after));
    }

    /// <summary>A new version changes nothing of what was asked with the old one.</summary>
    [Property]
    [Trait("Requirement", "R47")]
    public bool An_old_version_asks_and_judges_as_it_did(byte[] steps, byte dropped)
    {
        var replies = Of(steps);
        var newer = Set with
        {
            From = From.AddYears(1),
            Sections =
            [
                .. Set.Sections.Select(section => section with
                {
                    Questions = [.. section.Questions.Skip(dropped % 3).Select(q => q with { When = null })],
                }),
            ],
        };
        var found = new AskedQuestions(new[] { Set, newer }.Version(Set.Code, From)!, Asked.Codes);
        return found.Questions.SequenceEqual(Asked.Questions)
            && found.Missing(replies).SequenceEqual(Asked.Missing(replies))
            && found.Deviations(replies).SequenceEqual(Asked.Deviations(replies));
    }

    /// <summary>Nothing is missing once everything that is asked for has been given, one thing after another.</summary>
    [Property]
    public bool Whoever_gives_what_is_missing_is_done(byte[] steps)
    {
        var replies = Of(steps);
        for (var turn = 0; turn < 20 && Asked.Missing(replies) is [var first, ..]; turn++)
        {
            var question = new CodeId(first.Field!);
            replies = first.Code == ReplyRefusals.EvidenceMissing
                ? replies with { Evidence = [.. replies.Evidence, question] }
                : replies.With(question, Choices.First(choice => choice.Question == question).Value);
        }

        return Asked.Missing(replies).Count == 0 && Asked.Progress(replies).All(section => section.Missing == 0);
    }

    private static Replies Of(byte[] steps) => steps.Select(step => Choices[step % Choices.Length])
        .Aggregate(Replies.None, (replies, choice) => replies.With(choice.Question, choice.Value));
}
