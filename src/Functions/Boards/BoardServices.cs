using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Boards;

public static class BoardServices
{
    public static IServiceCollection AddBoards(this IServiceCollection services) => services
        .AddSingleton<BoardAgenda>()
        .AddCreation<ListDelegations, DelegationScene>()
        .AddSingleton<IRefusalTexts, DelegationRefusalTexts>();
}
