using Oversight.Settings;

namespace Oversight.Answers;

/// <summary>What somebody asks of an answer. Each command stands with its event in <c>Operations</c>.</summary>
public abstract partial record AnswerCommand
{
    private AnswerCommand()
    {
    }

    internal abstract Decision<AnswerEvent> Decide(AnswerState state, CommandContext context);

    /// <summary>What the provider does while the answer is open and in time.</summary>
    public abstract record ByProvider : AnswerCommand
    {
        internal sealed override Decision<AnswerEvent> Decide(AnswerState state, CommandContext context) => state switch
        {
            { Status: AnswerStatus.Open, Answer: { } answer } when answer.IsLate(context.Today) =>
                new Refusal(AnswerRefusals.TooLate, null, $"{answer.Task.Until:yyyy-MM-dd}"),
            { Status: AnswerStatus.Open, Answer: { } answer } => Decide(answer, context),
            _ => new Refusal(AnswerRefusals.NotOpen),
        };

        internal abstract Decision<AnswerEvent> Decide(Answer answer, CommandContext context);
    }
}

/// <summary>What happened to an answer.</summary>
/// <param name="On">A Stockholm day.</param>
public abstract partial record AnswerEvent(DateOnly On)
{
    internal abstract AnswerState Apply(AnswerState state);

    /// <summary>Something that happens to an answer that has been asked for.</summary>
    public abstract record ToAsked(DateOnly On) : AnswerEvent(On)
    {
        /// <summary>The state it leads to; null leaves it as it is.</summary>
        internal virtual AnswerStatus? Leads => null;

        internal abstract Answer Change(Answer answer);

        internal sealed override AnswerState Apply(AnswerState state) => new(
            Leads ?? state.Status,
            Change(state.Answer ?? throw new InvalidOperationException("Nothing happens before it is asked for.")));
    }
}

/// <summary>The rules of an answer.</summary>
public static class AnswerDecider
{
    public static Decision<AnswerEvent> Decide(AnswerState state, AnswerCommand command, CommandContext context) =>
        command.Decide(state, context);

    public static AnswerState Evolve(AnswerState state, AnswerEvent happened) => happened.Apply(state);
}

/// <summary>How much may be written.</summary>
/// <param name="LongText">Characters.</param>
/// <param name="Reason">Characters.</param>
/// <param name="Line">Characters.</param>
/// <param name="Files">How many in one answer.</param>
/// <param name="FileBytes">Of each.</param>
public sealed record AnswerLimits(int LongText, int Reason, int Line, int Files, long FileBytes)
{
    public static AnswerLimits Of(MunicipalitySettings settings)
    {
        var limits = settings.Limits;
        return new(limits.LongText, limits.Reason, limits.ShortText, limits.Attachments, limits.AttachmentBytes);
    }
}
