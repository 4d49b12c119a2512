using Oversight.Answers;
using Oversight.Functions.Sanctions;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Texts;
using Oversight.Sanctions;

namespace Oversight.Functions.Answers.OfSanctions;

/// <summary>
/// What was handed in comes into its sanction: an answer to the proposal word for word, a receipt with who signed it.
/// </summary>
public sealed class SanctionDelivery(Streams streams, PrivateTexts privates, TextKeys keys)
    : IEffectHandler<AnswerState, AnswerEvent>
{
    public const string EffectName = "answer.sanction";
    private const string Purpose = "sanction-from-provider";

    public string Effect => EffectName;

    public string Title => "Ett inlämnat svar kommer in i sanktionen";

    public async Task<EffectProgress> RunAsync(
        EffectCall<AnswerState, AnswerEvent> call, CancellationToken cancellation)
    {
        if (call.State is not
            {
                Status: AnswerStatus.HandedIn,
                Answer: { Signature: { } signature, Task: var task, Matter: { } sanction } answer
            })
            return EffectProgress.Done;
        var written = new AnswerTexts(await privates.ReadAllAsync(AnswerStream.StreamId(call.Head.Id), cancellation));
        var texts = new RequestTexts(
            await keys.GetAsync(cancellation), "from-provider", call.Head.StreamId, Purpose, AnswerDesk.RetentionClass);
        SanctionCommand command = task.Kind switch
        {
            AnswerKind.Hearing => new SanctionCommand.TakeLinkAnswer(
                call.Head.Id, signature.On, task.Number,
                texts.Add("answer", answer.Text is { } text ? written.Show(text) : AnswerDelivery.OnlyFiles).Kept),
            AnswerKind.Receipt => new SanctionCommand.ConfirmReceipt(
                call.Head.Id, signature.On, task.Number, texts.Add("who", Who(written, signature)).Kept),
            _ => throw new InvalidOperationException($"No sanction takes {task.Kind}."),
        };
        await streams.ChangeAsync(
            SanctionStream.Kind, sanction, command, call.Envelope, cancellation,
            async (accepted, token) =>
            {
                await privates.WriteAsync(SanctionStream.StreamId(sanction), texts.EntryName, texts.Entry, token);
                return new Prepared<SanctionCommand>.Go(accepted);
            });
        return EffectProgress.Done;
    }

    private static string Who(AnswerTexts written, AnswerSignature signature) =>
        $"Bekräftat av {written.Show(signature.Name)}, {written.Show(signature.Title)} "
            + $"({SanctionWords.Lower(AnswerWords.Text(signature.Capacity))}).";
}
