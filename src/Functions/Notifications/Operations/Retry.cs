using Oversight.Functions.Operations;
using Oversight.Notifications;

namespace Oversight.Functions.Notifications.Operations;

internal sealed class Retry : LetterOperation
{
    public override OperationName Name { get; } = new("retry", "forsok-igen");

    public override string Title => "Försök skicka igen";

    public override string Summary => "Skickar brevet igen när det som hindrade är åtgärdat.";

    public override string Done => "Brevet skickas. Ladda om sidan om en stund för att se hur det gick.";

    public override NotificationCommand Command { get; } = new NotificationCommand.Retry();
}
