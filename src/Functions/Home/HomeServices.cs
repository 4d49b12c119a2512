using Microsoft.Extensions.DependencyInjection;

namespace Oversight.Functions.Home;

public static class HomeServices
{
    public static IServiceCollection AddHome(this IServiceCollection services) => services.AddSingleton<ToDoList>();
}
