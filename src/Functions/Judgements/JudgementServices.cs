using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Operations;
using Oversight.Functions.Risk;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Judgements;

public static class JudgementServices
{
    public static IServiceCollection AddJudgements(this IServiceCollection services) => services
        .AddStreamKind(UnitJudgementStream.Kind)
        .AddSingleton<JudgementDesk>()
        .AddSubject<JudgementSubject, OpenJudgement>()
        .AddSingleton<IUnitRiskSection, JudgementSections>()
        .AddSingleton<IToDoSource, JudgementToDo>()
        .AddSingleton<IRefusalTexts, JudgementRefusalTexts>()
        .AddSingleton<IApiDescription, JudgementApiDescription>();
}
