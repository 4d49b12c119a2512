using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Operations;

/// <summary>
/// The fields that several of the register's operations ask for. <see cref="RegisterForms"/> reads them by the same
/// names.
/// </summary>
internal static class RegisterFields
{
    public static DayField From { get; } = new("from", "Gäller från och med") { Required = true };

    public static OwnershipField Ownership { get; } = new() { Required = true };

    public static SeveralField Services { get; } = new("services", "Insatser", CodeLists.Services) { Required = true };

    private static SeveralField TargetGroups { get; } = new("targetGroups", "Målgrupper", CodeLists.TargetGroups);

    private static DayField ValidFrom { get; } = new("validFrom", "Första dag") { Required = true };

    private static DayField ValidTo { get; } = new("validTo", "Sista dag")
    { Hint = "Lämna tomt om ingen sista dag är bestämd." };

    private static LineField Address { get; } = new("address", "Adress") { Longest = RegisterChecks.AddressLength };

    private static LineField Delegate { get; } = new("responsibleDelegate", "Beslutande delegat")
    {
        Longest = RegisterChecks.DelegateLength,
        Hint = "Krävs vid direktupphandling. Befattning och punkt i delegationsordningen, inte namn.",
    };

    private static LineField DiaryNumber { get; } =
        new("diaryNumber", "Diarienummer") { Longest = RegisterChecks.DiaryNumberLength };

    public static IReadOnlyList<Field> Terms { get; } =
        [Services, TargetGroups, ValidFrom, ValidTo, Delegate, DiaryNumber];

    public static IReadOnlyList<Field> Details { get; } = [Address, Services, TargetGroups, ValidFrom, ValidTo];

    public static Field LicenceRequired { get; } =
        new TickField("licenceRequired", "Verksamheten är tillståndspliktig");

    public static IReadOnlyList<Field> Licence { get; } =
    [
        LicenceRequired,
        new LineField("licenceNumber", "Tillståndets nummer hos IVO") { Longest = RegisterChecks.LicenceLength },
        new DayField("licenceGrantedOn", "Tillståndets datum"),
    ];

    public static LineField Name(string label) =>
        new("name", label) { Required = true, Longest = RegisterChecks.NameLength };

    public static IReadOnlyList<Field> Count(bool isRequired) =>
    [
        new NumberField("customers", "Antal kunder") { Required = isRequired },
        new NumberField("children", "Varav barn"),
        new DayField("countedOn", "Antalet gällde") { Required = isRequired },
    ];

    public static IReadOnlyList<Field> Manager(bool isRequired) =>
    [
        new LineField("managerName", "Ansvarig för den dagliga ledningen")
            { Required = isRequired, Longest = RegisterChecks.NameLength },
        new DayField("managerFrom", "Ansvarig från och med") { Required = isRequired },
        new DayField("managerNoticeOn", "Bytet anmäldes")
        {
            Hint = "Dagen då anordnaren anmälde bytet. Lämna tomt om bytet inte har anmälts.",
        },
    ];

    /// <summary>What was sent, for the place that knows the register's fields.</summary>
    public static FieldReader Read(FieldValues values) =>
        new(name => string.Join(FieldReader.ListSeparator, values.Sent.All(name)));

    /// <summary>What could not be read, and what the rules say about the rest.</summary>
    public static IReadOnlyList<Refusal> And<TEvent>(this FieldReader fields, Decision<TEvent> decision) =>
        fields.And(decision is Decision<TEvent>.Refused refused ? refused.Reasons : []);

    /// <summary>The ids of what an operation adds to what is there already.</summary>
    public static NewIdentity Identity(SignedInUser user, Envelope envelope) =>
        new(user.UserId, envelope.Key, Id.From(Guid.CreateVersion7(envelope.Context.At)));
}

/// <summary>ägarform, in the register's own words.</summary>
internal sealed record OwnershipField() : ChoiceField("ownership", "Ägarform")
{
    public override IReadOnlyList<Choice> Choices(FieldScene scene) =>
        [.. Enum.GetValues<Ownership>().Select(ownership => new Choice(ownership.Word(), ownership.Text()))];
}

/// <summary>avtalsform, as the settings name and explain it.</summary>
internal sealed record AgreementFormField() : ChoiceField("form", "Avtalsform")
{
    public override IReadOnlyList<Choice> Choices(FieldScene scene) =>
    [
        .. Enum.GetValues<AgreementForm>().Select(form => new Choice(
            form.Word(), scene.Settings.FormText(form), scene.Settings.Wording(form).Help)),
    ];
}
