using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Operations;
using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Functions.Substitutions.Operations;
using Oversight.Functions.Web;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Substitutions;

public static class SubstitutionServices
{
    public static IServiceCollection AddSubstitutions(this IServiceCollection services) => services
        .AddStreamKind(SubstitutionStream.Kind)
        .AddSingleton<SubstitutionDesk>()
        .AddSubject<SubstitutionSubject, OpenSubstitution>()
        .AddCreation<ArrangeSubstitution, AbsenceScene>()
        .AddSingleton<IReviewSection, StandInSections>()
        .AddSingleton<IToDoSource, SubstitutionToDo>()
        .AddSingleton<IRefusalTexts, SubstitutionRefusalTexts>()
        .AddSingleton<IApiDescription, SubstitutionApiDescription>();
}
