using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Oversight.Providers;

namespace Oversight.Functions.Providers.Api;

// Bodies of the register's API. Days are ISO 8601; codes are those of the code lists. Everything is checked field by field.
public sealed record ProviderInput(string? Name = null, string? Number = null, string? Ownership = null);

public sealed record NumberInput(string? Number = null);

public sealed record NameInput(string? From = null, string? Name = null);

public sealed record OwnershipInput(string? From = null, string? Ownership = null);

public sealed record AgreementInput(
    string? Key = null, string? Form = null, string? Area = null, string? Board = null, IReadOnlyList<string>? Services = null,
    IReadOnlyList<string>? TargetGroups = null, string? ValidFrom = null, string? ValidTo = null, string? ResponsibleDelegate = null,
    string? DiaryNumber = null);

public sealed record TermsInput(
    string? From = null, IReadOnlyList<string>? Services = null, IReadOnlyList<string>? TargetGroups = null, string? ValidFrom = null,
    string? ValidTo = null, string? ResponsibleDelegate = null, string? DiaryNumber = null);

public sealed record UnitInput(
    string? AgreementId = null, string? Key = null, string? Name = null, string? Address = null, IReadOnlyList<string>? Services = null,
    IReadOnlyList<string>? TargetGroups = null, string? ValidFrom = null, string? ValidTo = null, int? Customers = null, int? Children = null,
    string? CountedOn = null, bool? LicenceRequired = null, string? LicenceNumber = null, string? LicenceGrantedOn = null,
    string? ManagerName = null, string? ManagerFrom = null, string? ManagerNoticeOn = null);

public sealed record DetailsInput(
    string? From = null, string? Address = null, IReadOnlyList<string>? Services = null, IReadOnlyList<string>? TargetGroups = null,
    string? ValidFrom = null, string? ValidTo = null);

public sealed record CustomersInput(int? Customers = null, int? Children = null, string? CountedOn = null);

public sealed record LicenceInput(bool? LicenceRequired = null, string? LicenceNumber = null, string? LicenceGrantedOn = null);

public sealed record ManagerInput(string? ManagerName = null, string? ManagerFrom = null, string? ManagerNoticeOn = null);

public sealed record ManagerNoticeInput(string? ManagerKey = null, string? ManagerNoticeOn = null);

public sealed record TakeOverInput(string? From = null, string? ProviderId = null, string? AgreementId = null);

/// <summary>Reads a body by the same field names as forms and files.</summary>
internal static class ApiFields
{
    public static FieldReader Of(object body)
    {
        var values = body.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => Text(property.GetValue(body)));
        return new FieldReader(field => values.GetValueOrDefault(field));
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool yes => yes ? "ja" : "nej",
        string text => text,
        IEnumerable many => string.Join(FieldReader.ListSeparator, many.Cast<object>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
