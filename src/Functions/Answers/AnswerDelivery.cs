using Oversight.Answers;
using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Texts;
using Oversight.Reviews;

namespace Oversight.Functions.Answers;

/// <summary>
/// What was handed in comes into its review, word for word. What the review has no use for any more stays an answer
/// beside it.
/// </summary>
public sealed class AnswerDelivery(Streams streams, PrivateTexts privates, TextKeys keys)
    : IEffectHandler<AnswerState, AnswerEvent>
{
    public const string EffectName = "answer.delivery";
    private const string Purpose = "review-from-provider";
    internal const string OnlyFiles = "Svaret finns i de bifogade filerna.";

    public string Effect => EffectName;

    public string Title => "Ett inlämnat svar kommer in i granskningen";

    public async Task<EffectProgress> RunAsync(
        EffectCall<AnswerState, AnswerEvent> call, CancellationToken cancellation)
    {
        if (call.State is not
            {
                Status: AnswerStatus.HandedIn,
                Answer: { Signature: { } signature, Task: var task, Matter: null, Survey: null } answer
            })
            return EffectProgress.Done;
        var written = new AnswerTexts(await privates.ReadAllAsync(AnswerStream.StreamId(call.Head.Id), cancellation));
        var texts = new RequestTexts(
            await keys.GetAsync(cancellation), "from-provider", call.Head.StreamId, Purpose, AnswerDesk.RetentionClass);
        var command = Command(call.Head.Id, task, answer, signature.On, Copy);
        await streams.ChangeAsync(
            ReviewStream.Kind, task.SubjectId, command, call.Envelope, cancellation,
            async (accepted, token) =>
            {
                await privates.WriteAsync(ReviewStream.StreamId(task.SubjectId), texts.EntryName, texts.Entry, token);
                return new Prepared<ReviewCommand>.Go(accepted);
            });
        return EffectProgress.Done;

        TextReference Copy(string field, TextReference? reference) =>
            texts.Add(field, reference is null ? OnlyFiles : written.Show(reference)).Kept;
    }

    private static ReviewCommand Command(
        Id id, AnswerTask task, Answer answer, DateOnly on, Func<string, TextReference?, TextReference> copy) =>
        task.Kind switch
        {
            AnswerKind.Supplement => new ReviewCommand.TakeSupplement(id, on, task.Number, copy("text", answer.Text)),
            AnswerKind.Comments => new ReviewCommand.TakeComment(id, on, task.Number, copy("text", answer.Text)),
            AnswerKind.Plan => new ReviewCommand.TakePlan(
                id, on, task.Number,
                [
                    .. answer.Measures.Select((measure, index) => new Measure(
                        measure.Finding, index + 1, measure.Due, copy($"what-{measure.Number}", measure.What),
                        copy($"responsible-{measure.Number}", measure.Responsible))),
                ]),
            _ => throw new InvalidOperationException($"Nobody takes {task.Kind}."),
        };
}
