using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Web.Health;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Maintenance.Messages;

internal static class MessageServices
{
    public static IServiceCollection AddDeadLetters(this IServiceCollection services) => services
        .AddHealthPart<MessageHealth>(Dependency.Messages.Code())
        .AddHealthPart<DeadLetterHealth>("deadLetters")
        .AddSingleton<IToDoSource, DeadLetterToDo>();
}
