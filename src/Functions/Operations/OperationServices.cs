using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web;
using Oversight.Texts;

namespace Oversight.Functions.Operations;

public static class OperationServices
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<Lookups>()
        .AddSingleton<FormBuilder>()
        .AddSingleton<TextedStreams>()
        .AddSingleton<OperationTable>()
        .AddSingleton<IOperationPermissions>(provider => provider.GetRequiredService<OperationTable>())
        .AddSingleton<IApiDescription, OperationApiDescription>()
        .AddSingleton<IRefusalTexts, OperationRefusalTexts>();

    /// <summary>An operation that makes something.</summary>
    public static IServiceCollection AddCreation<TCreation, TScene>(this IServiceCollection services)
        where TCreation : Creation<TScene>
        where TScene : class, IScene => services
            .AddSingleton<Creation<TScene>, TCreation>()
            .AddSingleton<ICreation>(provider => provider.GetRequiredService<Creation<TScene>>())
            .AddSingleton<CreationEdge<TScene>>();

    /// <summary>A subject with every operation on it that there is a class for.</summary>
    public static IServiceCollection AddSubject<TSubject, TOpen>(this IServiceCollection services)
        where TSubject : Subject<TOpen>
        where TOpen : class, IOpened
    {
        foreach (var operation in typeof(TSubject).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(Operation<TOpen>))))
            services.AddSingleton(typeof(Operation<TOpen>), operation);
        return services
            .AddSingleton<TSubject>()
            .AddSingleton<Subject<TOpen>>(provider => provider.GetRequiredService<TSubject>())
            .AddSingleton<ISubject>(provider => provider.GetRequiredService<TSubject>())
            .AddSingleton<OperationEdge<TOpen>>();
    }
}

internal sealed class OperationRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [OperationRefusals.ValueUnreadable] = "Det som står här går inte att läsa. Rätta det eller lämna fältet tomt.",
        [TextRefusals.Missing] = "Skriv något här.",
        [TextRefusals.TooLong] = "Texten har {0} tecken. Den får ha högst {1}.",
        [TextRefusals.Unreadable] = "Texten innehåller tecken som inte går att läsa. Skriv om den.",
        [TextRefusals.SmallNumber] =
            "Skriv inte \u201d{0}\u201d: så få personer kan kännas igen. Skriv till exempel enstaka eller flera.",
        [TextRefusals.PersonalNumberSuspected] =
            "Texten innehåller något som ser ut som ett personnummer. Välj om det ska tas bort eller om det är ett "
                + "annat nummer.",
    };
}
