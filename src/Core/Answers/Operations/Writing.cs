using Oversight.Answers.Surveys;
using Oversight.Attachments;
using Oversight.Texts;

namespace Oversight.Answers;

public abstract partial record AnswerCommand
{
    /// <summary>Keeps the text of a draft. Empty takes it away.</summary>
    public sealed record Write(WrittenText Text, AnswerLimits Limits) : ByProvider
    {
        internal override Decision<AnswerEvent> Decide(Answer answer, CommandContext context) =>
            answer.Task.Kind is (AnswerKind.Plan or AnswerKind.Receipt or AnswerKind.Survey)
                ? new Refusal(AnswerRefusals.NotAsked)
                : Decision.Unless<AnswerEvent>(
                    [.. TextChecks.Optional(Text, "text", Limits.LongText)],
                    () => new AnswerEvent.Written(context.Today, Text.KeptOrNone()));
    }

    /// <summary>Adds files, each once; their names are kept apart.</summary>
    public sealed record AddFiles(IReadOnlyList<AnswerFile> Files, AnswerLimits Limits) : ByProvider
    {
        internal override Decision<AnswerEvent> Decide(Answer answer, CommandContext context)
        {
            var known = answer.Files.Select(file => file.File.Sha256).ToHashSet();
            AnswerFile[] added = [.. Files.Where(file => !known.Contains(file.File.Sha256))];
            return Decision.Unless<AnswerEvent>(
                [
                    .. Files.Count == 0 ? [new Refusal(AnswerRefusals.FileMissing, "files")] : Array.Empty<Refusal>(),
                    .. AttachmentChecks.Of(
                        [
                            .. answer.Files.Where(file => !answer.IsOfQuestion(file)).Concat(added)
                                .Select(file => file.File),
                        ],
                        "files", Limits.Files,
                        Limits.FileBytes),
                ],
                () => added.Length == 0
                    ? Decision.Accept<AnswerEvent>()
                    : new AnswerEvent.FilesAdded(context.Today, added));
        }
    }

    /// <summary>Adds a measure to an åtgärdsplan (R94).</summary>
    /// <param name="Responsible">By name or title at the provider, never a client.</param>
    public sealed record AddMeasure(
        int? Finding, WrittenText What, WrittenText Responsible, DateOnly? Due, AnswerLimits Limits) : ByProvider
    {
        internal override Decision<AnswerEvent> Decide(Answer answer, CommandContext context)
        {
            Refusal[] faults =
            [
                .. Finding is { } number && answer.Task.Findings.Contains(number)
                    ? Array.Empty<Refusal>()
                    : [new Refusal(AnswerRefusals.NoSuchFinding, "finding")],
                .. TextChecks.Required(What, "what", Limits.Reason),
                .. TextChecks.Required(Responsible, "responsible", Limits.Line),
                .. Due switch
                {
                    null => [new Refusal(AnswerRefusals.DayMissing, "due")],
                    { } day when day < answer.AskedOn => [new Refusal(AnswerRefusals.DayTooEarly, "due")],
                    _ => Array.Empty<Refusal>(),
                },
            ];
            return Decision.Unless<AnswerEvent>(faults,
                () => new AnswerEvent.MeasureAdded(context.Today, new AnswerMeasure(
                    answer.LastMeasure + 1, Finding!.Value, Due!.Value, What.Kept, Responsible.Kept)));
        }
    }

    public sealed record RemoveMeasure(int? Number) : ByProvider
    {
        internal override Decision<AnswerEvent> Decide(Answer answer, CommandContext context) =>
            answer.Measures.FirstOrDefault(measure => measure.Number == Number) is { } known
                ? new AnswerEvent.MeasureRemoved(context.Today, known.Number)
                : new Refusal(AnswerRefusals.NoSuchMeasure, "number");
    }
}

public abstract partial record AnswerEvent
{
    public sealed record Written(DateOnly On, TextReference? Text) : ToAsked(On)
    {
        internal override Answer Change(Answer answer) => answer with { Text = Text };
    }

    public sealed record FilesAdded(DateOnly On, IReadOnlyList<AnswerFile> Files) : ToAsked(On)
    {
        internal override Answer Change(Answer answer) => answer with { Files = [.. answer.Files, .. Files] };
    }

    public sealed record MeasureAdded(DateOnly On, AnswerMeasure Measure) : ToAsked(On)
    {
        internal override Answer Change(Answer answer) =>
            answer with { Measures = [.. answer.Measures, Measure], LastMeasure = Measure.Number };
    }

    public sealed record MeasureRemoved(DateOnly On, int Number) : ToAsked(On)
    {
        internal override Answer Change(Answer answer) =>
            answer with { Measures = [.. answer.Measures.Where(measure => measure.Number != Number)] };
    }
}
