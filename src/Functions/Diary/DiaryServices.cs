using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Diary;

public static class DiaryServices
{
    public static IServiceCollection AddDiary(this IServiceCollection services) => services
        .AddSingleton<DiaryList>()
        .AddSingleton<IToDoSource, DiaryToDo>();
}
