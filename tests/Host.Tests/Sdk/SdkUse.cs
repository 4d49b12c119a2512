using System.Reflection;

namespace Oversight.Host.Tests.Sdk;

/// <summary>Which declared members and types nobody uses.</summary>
internal static class SdkUse
{
    public static IEnumerable<string> UnusedMembers(IReadOnlyCollection<Assembly> sdk, UsedMembers used) => sdk
        .SelectMany(assembly => assembly.GetExportedTypes())
        .SelectMany(type => PublicSurface.Members(type).Where(member => MustBeUsed(type, member) && !used.Contains(member)))
        .Select(PublicSurface.Line)
        .Order(StringComparer.Ordinal);

    public static IEnumerable<string> UnusedTypes(IReadOnlyCollection<Assembly> sdk, UsedMembers used)
    {
        var types = sdk.SelectMany(assembly => assembly.GetExportedTypes()).ToList();
        var mentioned = types.SelectMany(Mentioned).ToHashSet();
        return types.Where(type => !used.Contains(type) && !mentioned.Contains(type)).Select(type => type.FullName!);
    }

    /// <summary>What a contract brings with it cannot be left out: enums whole, members of interfaces, overrides, what derived types see.</summary>
    private static bool MustBeUsed(Type type, MemberInfo member)
    {
        if (type.IsEnum || type.IsInterface || member is FieldInfo)
            return false;
        if (member is ConstructorInfo constructor)
            return constructor.IsPublic && constructor.GetParameters().Length > 0;
        var methods = member is PropertyInfo property ? property.GetAccessors(nonPublic: true) : [(MethodInfo)member];
        return !methods.Any(method => method.IsAbstract || method.IsFamily || method.GetBaseDefinition() != method || Implements(type, method));
    }

    private static bool Implements(Type type, MethodInfo method) =>
        type.GetInterfaces().Any(contract => type.GetInterfaceMap(contract).TargetMethods.Contains(method));

    private static IEnumerable<Type> Mentioned(Type type) => PublicSurface.Members(type)
        .SelectMany(member => member switch
        {
            PropertyInfo property => [property.PropertyType],
            MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType),
            ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
            _ => Enumerable.Empty<Type>(),
        })
        .SelectMany(mentioned => mentioned.IsGenericType ? mentioned.GetGenericArguments().Append(mentioned) : [mentioned])
        .Where(mentioned => mentioned != type)
        .Concat(type.BaseType is { } parent ? [parent] : []);
}
