using System.Collections;
using System.Globalization;
using System.Reflection;
using Oversight.Functions.Storage;
using Oversight.Providers;
using Oversight.Surveys;

namespace Oversight.Functions.Tests.Golden;

/// <summary>
/// Values of stored types made by rule, so that every property of a shape stands in its sample: once with all there is,
/// once with nothing that may be missing.
/// </summary>
internal sealed class SampleValues(bool full)
{
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>The value as it is stored: first full, then sparse.</summary>
    public static IReadOnlyList<string> Of(Type type) =>
    [
        .. new[] { true, false }.Select(full => StoredJson.Write(new SampleValues(full).Make(type, type.Name), type))
            .Distinct(),
    ];

    private object Make(Type type, string name)
    {
        if (type.GetInterfaces().Any(candidate => candidate.IsGenericType
            && candidate.GetGenericTypeDefinition() == typeof(ICode<>)))
            return Code(type, name);
        if (type.IsEnum)
            return Enum.GetValues(type).Cast<object>().Last();
        if (Plain(type, name) is { } plain)
            return plain;
        if (type == typeof(ReplyValue))
            return Reply();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return Map(type, name);
        if (ItemOf(type) is { } item)
            return List(item, name);
        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length)
            .First();
        var value = constructor.Invoke(
            [.. constructor.GetParameters()
                .Select(parameter =>
                    MakeOrNull(parameter.ParameterType, parameter.Name!, _nullability.Create(parameter)))]);
        var taken = constructor.GetParameters().Select(parameter => parameter.Name!.ToUpperInvariant()).ToHashSet();
        foreach (var property in type.GetProperties()
            .Where(property => property.CanWrite && !taken.Contains(property.Name.ToUpperInvariant())))
            property.SetValue(value, MakeOrNull(property.PropertyType, property.Name, _nullability.Create(property)));
        return value;
    }

    private object? MakeOrNull(Type type, string name, NullabilityInfo nullability)
    {
        var inner = Nullable.GetUnderlyingType(type);
        var mayBeMissing = inner is not null
            || (!type.IsValueType && nullability.ReadState == NullabilityState.Nullable);
        return mayBeMissing && !full ? null : Make(inner ?? type, name);
    }

    private static object Code(Type type, string name)
    {
        if (type == typeof(Id))
            return Id.Derive("sample", name);
        var text = type == typeof(OrganisationNumber)
            ? "5560160680"
            : $"{char.ToLowerInvariant(name[0])}{name[1..]}-kod";
        return type.GetMethod("FromValue", BindingFlags.Public | BindingFlags.Static, [typeof(string)])!
            .Invoke(null, [text])!;
    }

    private static object? Plain(Type type, string name) => type switch
    {
        _ when type == typeof(string) => $"{name} åäö \"citat\" {name.Length.ToString(CultureInfo.InvariantCulture)}",
        _ when type == typeof(int) => name.Length,
        _ when type == typeof(long) => 5_000_000_000L + name.Length,
        _ when type == typeof(decimal) => 1.50m,
        _ when type == typeof(bool) => true,
        _ when type == typeof(DateOnly) => new DateOnly(2027, 2, 1),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2027, 2, 1, 8, 30, 15, 123, TimeSpan.FromHours(1)),
        _ => null,
    };

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [var item]
            ? item
            : null;

    /// <summary>A table holds every kind that a reply can be.</summary>
    private ReplyValue Reply()
    {
        if (!full)
            return new ReplyValue.YesNo(false);
        ReplyValue?[] cells =
        [
            new ReplyValue.YesNo(true), new ReplyValue.Choice(new("bra")), new ReplyValue.Number(1.5m),
            new ReplyValue.Text((TextReference)Make(typeof(TextReference), "text")),
            new ReplyValue.Date(new(2027, 2, 1)), new ReplyValue.File(["a", "b"]), null,
        ];
        return new ReplyValue.Table([new TableRow(cells)]);
    }

    private IDictionary Map(Type type, string name)
    {
        var (key, value) = (type.GetGenericArguments()[0], type.GetGenericArguments()[1]);
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
        if (full)
            map.Add(Make(key, name), Make(value, name));
        return map;
    }

    private Array List(Type item, string name)
    {
        var list = Array.CreateInstance(item, full ? 1 : 0);
        if (full)
            list.SetValue(Make(item, name), 0);
        return list;
    }
}
