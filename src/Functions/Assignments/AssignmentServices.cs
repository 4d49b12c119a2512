using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Assignments.Operations;
using Oversight.Functions.Operations;
using Oversight.Functions.Reviews;
using Oversight.Functions.Search;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Assignments;

public static class AssignmentServices
{
    public static IServiceCollection AddAssignments(this IServiceCollection services) => services
        .AddStreamKind(AssignmentStream.Kind)
        .AddEffect<AssignmentOpening>()
        .AddEffect<AssignmentEnds>()
        .AddSingleton<AssignmentDesk>()
        .AddSingleton<ISearchSource, AssignmentSearch>()
        .AddSubject<AssignmentSubject, OpenAssignment>()
        .AddCreation<AssignToOfficers, AssigningScene>()
        .AddSingleton<IReviewSection, AssignmentSections>()
        .AddSingleton<IToDoSource, AssignmentToDo>()
        .AddSingleton<IRefusalTexts, AssignmentRefusalTexts>()
        .AddSingleton<IApiDescription, AssignmentApiDescription>();
}
