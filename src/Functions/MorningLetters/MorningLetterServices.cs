using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Messaging;
using Oversight.Functions.Operations;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.MorningLetters;

public static class MorningLetterServices
{
    public static IServiceCollection AddMorningLetters(this IServiceCollection services) => services
        .AddStreamKind(MorningLetterStream.Kind)
        .AddEffect<ReplacedAddresses>()
        .AddJobHandler<MorningLetterJob>()
        .AddSingleton<MorningLetterWriter>()
        .AddSingleton<MorningLetterDesk>()
        .AddSubject<MorningLetterSubject, OpenMorningLetter>()
        .AddSingleton<IRefusalTexts, MorningLetterRefusalTexts>()
        .AddSingleton<IApiDescription, MorningLetterApiDescription>();
}
