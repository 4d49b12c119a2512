using Oversight.Documents;

namespace Oversight.Answers;

public abstract partial record AnswerCommand
{
    /// <summary>The registrator enters the diarienummer of what has been handed in, or corrects it.</summary>
    /// <param name="Number">As written in the registry.</param>
    /// <param name="Pattern">The board's form of a diarienummer, from the settings.</param>
    /// <param name="Example">Told when the number has another form.</param>
    public sealed record Register(string Number, string Pattern, string Example) : AnswerCommand
    {
        internal override Decision<AnswerEvent> Decide(AnswerState state, CommandContext context)
        {
            if (state is not { Answer: { Signature: not null } answer })
                return new Refusal(AnswerRefusals.NotHandedIn);
            var number = TypedText.Code(Number);
            if (DiaryNumber.Fault(number, Pattern, Example) is { } fault)
                return fault;
            return number == answer.RegistrationNumber
                ? Decision.Accept<AnswerEvent>()
                : new AnswerEvent.Registered(context.Today, number);
        }
    }
}

public abstract partial record AnswerEvent
{
    public sealed record Registered(DateOnly On, string Number) : ToAsked(On)
    {
        internal override Answer Change(Answer answer) => answer with { RegistrationNumber = Number };
    }
}
