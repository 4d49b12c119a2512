using Oversight.Texts;

namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>
    /// Null leaves a part as it is. The reporter may correct until the assessment; an assessor always.
    /// <paramref name="ReporterKey"/> is null when an assessor corrects.
    /// </summary>
    public sealed record Correct(
        WrittenText? Text, Occurrence? Occurred, CodeId? Consequence, string? ReporterKey, WrittenText Reason,
        ConcernRules Rules) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context)
        {
            var file = state.RequiredFile;
            if (ReporterKey is { } key && key != file.RegisteredByKey)
                return new Refusal(ConcernRefusals.NotTheReporter);
            if (ReporterKey is not null && state is not ConcernState.Received)
                return new Refusal(ConcernRefusals.CorrectionIsTheAssessors);
            var text = Text?.Hash == file.Text.Reference.Hash ? null : Text;
            var occurred = Occurred == file.Occurred ? null : Occurred;
            var consequence = Consequence == file.Consequence ? null : Consequence;
            Refusal[] faults =
            [
                .. (text, occurred, consequence) is (null, null, null)
                    ? [new Refusal(ConcernRefusals.NothingToCorrect)]
                    : Array.Empty<Refusal>(),
                .. text is null ? [] : ConcernChecks.Required(text, "text", Rules.Limits.Text),
                .. occurred is null ? [] : ConcernChecks.Occurred(occurred, Rules, file.ReceivedOn),
                .. consequence is null
                    ? []
                    : ConcernChecks.Code(
                        consequence, Rules.Consequences, "consequence", ConcernRefusals.ConsequenceRequired,
                        context.Today),
                .. ConcernChecks.Reason(Reason, Rules),
            ];
            return Decision.Unless<ConcernEvent>(faults, () => new ConcernEvent.Corrected(
                context.Today, text?.Kept, occurred, consequence, ReporterKey is not null, Reason.Kept));
        }
    }
}

public abstract partial record ConcernEvent
{
    public sealed record Corrected(
        DateOnly On, TextReference? Text, Occurrence? Occurred, CodeId? Consequence, bool ByReporter,
        TextReference Reason) : ConcernEvent(On)
    {
        /// <summary>The words alone weigh nothing.</summary>
        internal override ConcernState Apply(ConcernState state) => state.Change(file =>
            (Occurred is null && Consequence is null ? file : file.Weighed()).Step(ConcernStepKind.Corrected, On) with
            {
                Text = Text is { } text ? MaskableText.Open(text) : file.Text,
                Occurred = Occurred ?? file.Occurred,
                Consequence = Consequence ?? file.Consequence,
            });
    }
}
