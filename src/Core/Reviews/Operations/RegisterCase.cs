using Oversight.Documents;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// The registrator has opened the ärende in the registry of the board: its diarienummer, or the right one.
    /// </summary>
    /// <param name="Pattern">The board's form of a diarienummer, from the settings.</param>
    /// <param name="Example">Told when the number has another form.</param>
    public sealed record RegisterCase(string Number, string Pattern, string Example) : OnOpened
    {
        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context)
        {
            var number = TypedText.Code(Number);
            if (DiaryNumber.Fault(number, Pattern, Example) is { } fault)
                return fault;
            return number == review.CaseNumber
                ? Decision.Accept<ReviewEvent>()
                : new ReviewEvent.CaseRegistered(context.Today, number);
        }
    }
}

public abstract partial record ReviewEvent
{
    public sealed record CaseRegistered(DateOnly On, string Number) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with { CaseNumber = Number };
    }
}
