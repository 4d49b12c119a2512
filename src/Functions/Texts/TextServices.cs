using Microsoft.Extensions.DependencyInjection;

namespace Oversight.Functions.Texts;

public static class TextServices
{
    public static IServiceCollection AddTexts(this IServiceCollection services) => services
        .AddSingleton<TextKeys>()
        .AddSingleton<OutboxKeys>();
}
