using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Oversight.Local.Host.Functions;

namespace Oversight.Local.Host.Http;

/// <summary>Arguments of an HTTP function: the request itself, and route values by parameter name.</summary>
internal static class ParameterBinder
{
    public static IEnumerable<string> Problems(RouteTable table) => table.Functions.SelectMany(Problems);

    public static Dictionary<string, object?> Bind(HttpFunction function, HttpRequest request, RouteValueDictionary values)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var parameter in function.Descriptor.Method.GetParameters())
        {
            if (parameter.ParameterType == typeof(HttpRequest))
                arguments[parameter.Name!] = request;
            else if (!IsGivenByInvoker(parameter))
                arguments[parameter.Name!] = Convert(parameter, values[parameter.Name!]);
        }

        return arguments;
    }

    private static object? Convert(ParameterInfo parameter, object? value)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture);
        if (type == typeof(string))
            return text is null or "" && value is null ? parameter.HasDefaultValue ? parameter.DefaultValue : null : text;
        if (string.IsNullOrEmpty(text))
            return parameter.HasDefaultValue ? parameter.DefaultValue : null;
        return type.IsEnum
            ? Enum.Parse(type, text, ignoreCase: true)
            : type.GetMethod("Parse", [typeof(string), typeof(IFormatProvider)])!
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [text, CultureInfo.InvariantCulture], null);
    }

    private static IEnumerable<string> Problems(HttpFunction function)
    {
        foreach (var parameter in function.Descriptor.Method.GetParameters())
        {
            if (parameter.ParameterType == typeof(HttpRequest) || IsGivenByInvoker(parameter))
                continue;
            if (function.Template.GetParameter(parameter.Name!) is not { } routed)
                yield return $"{function.Descriptor}: parametern {parameter.Name} finns inte i rutten {function.Template.TemplateText}.";
            else if (!CanConvert(parameter.ParameterType))
                yield return $"{function.Descriptor}: parametern {parameter.Name} har en typ som inte kan läsas ur en rutt.";
            else if (routed.IsOptional && parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null)
                yield return $"{function.Descriptor}: parametern {parameter.Name} kan utelämnas i rutten och måste få vara null.";
        }

        var result = Awaited.TypeOf(function.Descriptor.Method.ReturnType);
        if (result is not null && !result.IsAssignableTo(typeof(IResult)) && !result.IsAssignableTo(typeof(IActionResult)))
            yield return $"{function.Descriptor}: ska ge IResult, IActionResult eller inget, inte {result.Name}.";
    }

    private static bool IsGivenByInvoker(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(CancellationToken) || parameter.ParameterType == typeof(FunctionContext);

    private static bool CanConvert(Type parameterType)
    {
        var type = Nullable.GetUnderlyingType(parameterType) ?? parameterType;
        return type == typeof(string) || type.IsEnum || type.GetMethod("Parse", [typeof(string), typeof(IFormatProvider)]) is not null;
    }
}
