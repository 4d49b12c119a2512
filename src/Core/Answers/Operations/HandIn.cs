using Oversight.Answers.Surveys;
using Oversight.Surveys;
using Oversight.Texts;

namespace Oversight.Answers;

public abstract partial record AnswerCommand
{
    /// <summary>
    /// Hands the answer in: from then on it is the municipality's, an inkommen handling. An åtgärdsplan has a measure
    /// for every finding (R93) and is signed by a firmatecknare, or by an ombud whose fullmakt is among the files. A
    /// receipt says nothing but who signs it.
    /// </summary>
    /// <param name="Confirmed">They say that they may answer for the provider.</param>
    public sealed record HandIn(
        WrittenText Name, WrittenText Title, Signatory? Capacity, bool Confirmed, AnswerLimits Limits) : ByProvider
    {
        /// <summary>What an avtalsenkät asks; null for every other answer.</summary>
        public AskedQuestions? Asked { get; init; }

        internal override Decision<AnswerEvent> Decide(Answer answer, CommandContext context) =>
            Decision.Unless<AnswerEvent>(
                [
                    .. Asked is null ? Content(answer) : SurveyReplies.Missing(Asked, answer.Replies),
                    .. TextChecks.Required(Name, "name", Limits.Line),
                    .. TextChecks.Required(Title, "title", Limits.Line),
                    .. Signed(answer),
                    .. Confirmed ? Array.Empty<Refusal>() : [new Refusal(AnswerRefusals.NotConfirmed, "confirmed")],
                ],
                () => new AnswerEvent.HandedIn(context.Today,
                    new AnswerSignature(context.Today, Name.Kept, Title.Kept, Capacity!.Value)));

        private static IEnumerable<Refusal> Content(Answer answer) => answer switch
        {
            { Task.Kind: AnswerKind.Plan, WithoutMeasure: { Count: > 0 } missing } =>
                [new Refusal(AnswerRefusals.WithoutMeasure, null, string.Join(", ", missing))],
            { Task.Kind: AnswerKind.Plan or AnswerKind.Receipt or AnswerKind.Survey } => [],
            { Text: null, Files.Count: 0 } =>
                [new Refusal(AnswerRefusals.Empty)],
            _ => [],
        };

        private IEnumerable<Refusal> Signed(Answer answer) => (Capacity, answer) switch
        {
            (null, _) => [new Refusal(AnswerRefusals.CapacityMissing, "capacity")],
            (Signatory.Employee, { Task.Kind: AnswerKind.Plan }) =>
                [new Refusal(AnswerRefusals.MayNotSign, "capacity")],
            // What shows a reply to a question is no fullmakt.
            (Signatory.Proxy, _) when answer.Files.All(answer.IsOfQuestion) =>
                [new Refusal(AnswerRefusals.MandateMissing, "capacity")],
            _ => [],
        };
    }
}

public abstract partial record AnswerEvent
{
    public sealed record HandedIn(DateOnly On, AnswerSignature Signature) : ToAsked(On)
    {
        internal override AnswerStatus? Leads => AnswerStatus.HandedIn;

        internal override Answer Change(Answer answer) => answer with
        {
            Signature = Signature,
            HandIns = answer.HandIns + 1,
            Handed = answer.Survey is null
                ? null
                : new HandedSurvey(answer.Replies, answer.Files, answer.QuestionFiles, Signature),
        };
    }
}
