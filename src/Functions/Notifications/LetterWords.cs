using Oversight.Functions.Web;
using Oversight.Notifications;

namespace Oversight.Functions.Notifications;

/// <summary>Letters in words.</summary>
internal static class LetterWords
{
    public static string Text(NotificationStatus status) => status switch
    {
        NotificationStatus.ToSend => "Att skicka",
        NotificationStatus.Sent => "Skickat",
        NotificationStatus.HandedOver => "Lämnat",
        NotificationStatus.Dropped => "Behövs inte längre",
        _ => "–",
    };

    public static string? Color(NotificationStatus status) => status switch
    {
        NotificationStatus.ToSend => "warning",
        NotificationStatus.Sent or NotificationStatus.HandedOver => "success",
        _ => null,
    };

    public static string Text(NotificationObstacle obstacle) => obstacle switch
    {
        NotificationObstacle.NoMailServer => "Ingen e-postserver är inställd",
        NotificationObstacle.NoAddress => "Enheten saknar e-postadress i registret",
        NotificationObstacle.Refused => "E-postservern tog inte emot brevet",
        _ => "–",
    };

    public static string Text(NotificationEvent happened) => happened switch
    {
        NotificationEvent.Queued => "Brevet skrevs",
        NotificationEvent.Sent => "Brevet skickades",
        NotificationEvent.Hindered met => $"Brevet kunde inte skickas: {Text(met.Obstacle).ToLowerInvariant()}",
        NotificationEvent.Retried => "Nytt försök",
        NotificationEvent.HandedOver => "Brevet visades för att lämnas till mottagaren",
        NotificationEvent.Dropped => "Brevet behövdes inte längre",
        _ => throw new InvalidOperationException($"Nobody tells of {happened.GetType().Name}."),
    };
}

internal sealed class LetterRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [NotificationRefusals.Unknown] = "Brevet finns inte.",
        [NotificationRefusals.Over] = "Brevet är redan skickat, eller behövs inte längre.",
    };
}
