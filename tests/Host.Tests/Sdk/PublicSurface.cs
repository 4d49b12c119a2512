using System.Reflection;
using System.Runtime.CompilerServices;

namespace Oversight.Host.Tests.Sdk;

/// <summary>What an assembly offers, one line a type or member, written as the official listings write it (nullability left out).</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes().SelectMany(Lines);

    public static IEnumerable<MemberInfo> Members(Type type) => type.GetMembers(Declared).Where(IsOffered);

    private static IEnumerable<string> Lines(Type type) =>
    [
        $"{type.FullName}: {Declaration(type)}",
        .. Members(type).Select(Line),
    ];

    public static string Line(MemberInfo member) => $"{member.DeclaringType!.FullName}: {Signature(member)}";

    private static string Declaration(Type type)
    {
        if (IsDelegate(type))
            return $"delegate {TypeNames.Of(type.GetMethod("Invoke")!.ReturnType)} {TypeNames.Of(type)}({Parameters(type.GetMethod("Invoke")!)})";
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        var modifier = type is { IsAbstract: true, IsSealed: true } ? "static "
            : type is { IsAbstract: true, IsInterface: false } ? "abstract "
            : type is { IsSealed: true, IsClass: true } ? "sealed " : "";
        var parent = type.BaseType is { } from && from != typeof(object) && !type.IsValueType ? $" : {TypeNames.Of(from)}" : "";
        return $"{modifier}{kind} {TypeNames.Of(type)}{parent}";
    }

    private static bool IsOffered(MemberInfo member) => member switch
    {
        FieldInfo field => field is { IsPublic: true, IsSpecialName: false } || field.IsFamily,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        ConstructorInfo constructor => IsVisible(constructor) && !IsDelegate(constructor.DeclaringType!),
        MethodInfo method => IsVisible(method) && !IsDelegate(method.DeclaringType!)
            && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)),
        _ => false,
    };

    private static bool IsDelegate(Type type) => typeof(Delegate).IsAssignableFrom(type);

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Signature(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true, DeclaringType.IsEnum: true } value => $"{value.Name} = {Convert.ToInt64(value.GetRawConstantValue(), null)}",
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{TypeNames.Of(field.FieldType)} {field.Name}",
        PropertyInfo property => Property(property),
        ConstructorInfo constructor => $"{Access(constructor)}{TypeNames.Of(constructor.DeclaringType!)}({Parameters(constructor)})",
        MethodInfo method => $"{Access(method)}{Dispatch(method)}{TypeNames.Of(method.ReturnType)} {Name(method)}({This(method)}{Parameters(method)}){Constraints(method)}",
        _ => member.ToString()!,
    };

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToList();
        var name = property.GetIndexParameters() is [var key] ? $"this[{TypeNames.Of(key.ParameterType)} {key.Name}]" : property.Name;
        var setter = accessors.Find(accessor => accessor.ReturnType == typeof(void));
        var set = setter is null ? "" : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; ";
        var get = accessors.Exists(accessor => accessor.ReturnType != typeof(void)) ? "get; " : "";
        return $"{Access(accessors[0])}{Dispatch(accessors[0])}{TypeNames.Of(property.PropertyType)} {name} {{ {get}{set}}}";
    }

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Dispatch(MethodInfo method)
    {
        if (method.IsStatic)
            return "static ";
        if (method.DeclaringType!.IsInterface || !method.IsVirtual)
            return "";
        if (method.GetBaseDefinition() != method)
            return "override ";
        return method.IsAbstract ? "abstract " : method.IsFinal ? "" : "virtual ";
    }

    private static string Name(MethodInfo method) => method.IsGenericMethodDefinition
        ? $"{method.Name}<{string.Join(", ", method.GetGenericArguments().Select(TypeNames.Of))}>"
        : method.Name;

    private static string Constraints(MethodInfo method) => string.Concat(method.GetGenericArguments()
        .Where(argument => argument.IsGenericMethodParameter)
        .Select(argument => (argument, Terms: (IReadOnlyList<string>)
        [
            .. argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? (string[])["class"] : [],
            .. argument.GetGenericParameterConstraints().Select(TypeNames.Of),
        ]))
        .Where(constrained => constrained.Terms.Count > 0)
        .Select(constrained => $" where {constrained.argument.Name} : {string.Join(", ", constrained.Terms)}"));

    private static string This(MethodInfo method) => method.GetCustomAttribute<ExtensionAttribute>() is null ? "" : "this ";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var many = parameter.GetCustomAttribute<ParamArrayAttribute>() is not null ? "params "
            : parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "";
        var value = !parameter.HasDefaultValue ? "" : parameter.DefaultValue switch
        {
            null when parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null => " = default",
            null => " = null",
            bool flag => flag ? " = true" : " = false",
            var other when parameter.ParameterType.IsEnum => $" = {Enum.ToObject(parameter.ParameterType, other)}",
            var other => $" = {other}",
        };
        return $"{many}{TypeNames.Of(parameter.ParameterType)} {parameter.Name}{value}";
    }
}
