using Oversight.Providers;
using Oversight.Providers.Import;

namespace Oversight.Core.Tests.Providers;

/// <summary>
/// Registers made from a seed through the same rules as everywhere, with names that try to break a file.
/// </summary>
internal static class RandomRegister
{
    public static readonly DateOnly Today = new(2026, 11, 20);
    public static readonly CommandContext Context = new(Actor.System,
        new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), Today);
    public static readonly RegisterRules Rules = new(
        Codes("socialnamnden", "aldrenamnden"),
        Codes("hemtjanst", "ledsagarservice", "avlosarservice", "korttidsboende"),
        Codes("hemtjanst", "funktionsnedsattning"), Codes("barn-och-unga", "aldre", "vuxna"), 0, 5000);

    private static readonly string[] Names =
        ["Omsorg & Co", "=1+1", "'=x", "\"Citat\" AB", "Semi;kolon", "Komma, AB", "@noll", "-minus", "Åäö Vård",
            "<script>alert(1)</script>", "' =y"];

    public static Register From(int seed)
    {
        var random = new Random(seed);
        var register = Register.Empty;
        Dictionary<Id, ProviderState.Registered> providers = [];
        Dictionary<Id, UnitState.Registered> units = [];
        Dictionary<Id, string> managers = [];
        Dictionary<Id, OrganisationNumber> numbers = [];
        foreach (var number in Enumerable.Range(0, random.Next(0, 5)).Select(_ => Number(random)).Distinct())
        {
            var id = NewId(random);
            var ownership = random.Next(4) == 0 ? Ownership.Municipal : Ownership.Private;
            var provider = Fold(ProviderState.Initial,
                new ProviderCommand.Register(Pick(random, Names), number, ownership));
            if (number.IsPersonal)
                numbers[id] = number;
            if (random.Next(3) == 0)
                provider = Fold(provider,
                    new ProviderCommand.Rename(Today.AddDays(-random.Next(1, 900)), Pick(random, Names)));
            for (var i = random.Next(0, 3); i > 0; i--)
                provider = Fold(provider, Agreement(random, ownership, i));
            providers[id] = provider;
            foreach (var agreement in provider.Agreements)
            {
                for (var i = random.Next(0, 3); i > 0; i--)
                {
                    var command = Unit(random, provider.Facts(id, agreement), $"{agreement.Key}-{i}");
                    units[NewId(random)] = Fold(UnitState.Initial, command);
                    if (command.Manager is { } manager)
                        managers[manager.Key] = manager.Name;
                }
            }
        }

        return new Register(providers, units, managers, numbers);
    }

    public static OrganisationNumber Number(Random random)
    {
        while (true)
        {
            var body = random.Next(4) == 0
                ? $"{random.Next(40, 99)}{random.Next(1, 13):00}{random.Next(1, 29):00}{random.Next(100, 999)}"
                : $"55{random.Next(2, 10)}{random.Next(100000, 999999)}";
            for (var check = 0; check < 10; check++)
            {
                if (OrganisationNumber.TryParse($"{body}{check}", out var number))
                    return number;
            }
        }
    }

    public static Id NewId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return Id.From(new Guid(bytes));
    }

    public static ProviderState.Registered Fold(ProviderState state, ProviderCommand command) =>
        ProviderDecider.Decide(state, command, Context) switch
        {
            Decision<ProviderEvent>.Accepted accepted =>
                (ProviderState.Registered)accepted.Events.Aggregate(state, ProviderDecider.Evolve),
            Decision<ProviderEvent>.Refused refused =>
                throw new InvalidOperationException(string.Join(", ", refused.Reasons)),
            _ => throw new InvalidOperationException(),
        };

    public static UnitState.Registered Fold(UnitState state, UnitCommand command) =>
        UnitDecider.Decide(state, command, Context) switch
        {
            Decision<UnitEvent>.Accepted accepted =>
                (UnitState.Registered)accepted.Events.Aggregate(state, UnitDecider.Evolve),
            Decision<UnitEvent>.Refused refused =>
                throw new InvalidOperationException(string.Join(", ", refused.Reasons)),
            _ => throw new InvalidOperationException(),
        };

    public static ProviderCommand.SignAgreement Agreement(Random random, Ownership ownership, int number)
    {
        var form = ownership == Ownership.Municipal
            ? AgreementForm.Understanding
            : Pick(random, [AgreementForm.Kundval, AgreementForm.Procured, AgreementForm.DirectAward]);
        var from = Today.AddDays(-random.Next(1000, 2000));
        return new ProviderCommand.SignAgreement(
            NewId(random), $"Avtal;{number}", form, new CodeId(Pick(random, [.. Rules.Areas.Keys])),
            new BoardId(Pick(random, [.. Rules.Boards.Keys])), new AgreementTerms(
                [.. Rules.Services.Keys.Take(random.Next(1, 5)).Select(code => new CodeId(code))],
                [.. Rules.TargetGroups.Keys.Take(random.Next(0, 4)).Select(code => new CodeId(code))],
                from, random.Next(2) == 0 ? null : from.AddDays(3000),
                form == AgreementForm.DirectAward ? "Enhetschef, punkt 4.2" : null,
                random.Next(2) == 0 ? null : "SOCN 2026/12"),
            Rules);
    }

    public static UnitCommand.Register Unit(Random random, AgreementFacts agreement, string key)
    {
        UnitCommand.CountCustomers? count = random.Next(2) == 0
            ? null
            : new UnitCommand.CountCustomers(Today.AddDays(-3), 40, random.Next(2) == 0 ? null : 12);
        UnitCommand.AppointManager? manager = random.Next(2) == 0
            ? null
            : new UnitCommand.AppointManager(NewId(random), Pick(random, Names), Today.AddDays(-90),
                random.Next(2) == 0 ? null : Today.AddDays(-95), Rules);
        return new UnitCommand.Register(
            key, $"{Pick(random, Names)} {key}", agreement,
            new UnitDetails(random.Next(2) == 0 ? null : "Storgatan 1, 131 30 Nacka", agreement.Services, [],
                agreement.ValidFrom, null),
            random.Next(2) == 0 ? new Licence(false, null, null) : new Licence(true, "IVO 1.2-3", Today.AddDays(-700)),
            Rules, count, manager);
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];

    private static Dictionary<string, string> Codes(params string[] codes) =>
        codes.ToDictionary(code => code, code => $"Text för {code}");
}
