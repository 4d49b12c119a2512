using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Operations;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Notifications;

public static class NotificationServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddStreamKind(NotificationStream.Kind)
        .AddEffect<NotificationQueue>()
        .AddSingleton<MailServer>()
        .AddSingleton<Postman>()
        .AddSingleton<LetterLists>()
        .AddSubject<LetterSubject, OpenLetter>()
        .AddSingleton<IRefusalTexts, LetterRefusalTexts>();

    /// <summary>Makes known who writes letters of its kinds.</summary>
    public static IServiceCollection AddLetterWriter<T>(this IServiceCollection services)
        where T : class, ILetterWriter => services.AddSingleton<ILetterWriter, T>();
}
