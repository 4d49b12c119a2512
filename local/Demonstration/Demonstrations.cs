using Oversight.Providers;

namespace Oversight.Local.Demonstration;

/// <summary>The data sets there are.</summary>
public static class Demonstrations
{
    private const int Months = 18;
    private const int Concerns = 400;

    /// <summary>The demonstration municipality, seen from a day.</summary>
    public static DemonstrationData Municipality(DateOnly today)
    {
        var providers = new DemonstrationRegister(today).Create();
        var units = providers.SelectMany(provider => provider.Agreements).SelectMany(agreement => agreement.Units)
            .ToList();
        var concerns = new ConcernGenerator(today, Months, seed: 2_015_582).Create(units, Concerns);
        return new DemonstrationData(providers, DemonstrationStories.Tell(concerns, units, today));
    }

    /// <summary>
    /// As many units and concerns as somebody who measures wants: three units to a provider, half of them of each
    /// board.
    /// </summary>
    /// <param name="units">At most 29 997.</param>
    public static DemonstrationData OfSize(int units, int concerns, DateOnly today, int seed = 1)
    {
        var providers = Enumerable.Range(0, units).Chunk(3)
            .Select((numbers, serial) => Provider(serial, numbers, today)).ToList();
        var all = providers.SelectMany(provider => provider.Agreements).SelectMany(agreement => agreement.Units)
            .ToList();
        return new DemonstrationData(providers, new ConcernGenerator(today, Months, seed).Create(all, concerns));
    }

    private static DemonstrationProvider Provider(int serial, int[] numbers, DateOnly today)
    {
        var (area, board) = serial % 2 == 0
            ? ("hemtjanst", DemonstrationRegister.Elder)
            : ("boendestod", DemonstrationRegister.Social);
        CodeId[] services = [new(area)];
        var units = numbers.Select(number => new DemonstrationUnit(
            $"M{number:00000}", $"Mätenhet {number}", $"Exempelgatan {number}, 131 00 Nacka",
            new UnitDetails(null, services, [], today.AddYears(-4), null), new Licence(false, null, null),
            Customers: 5 + (number * 37 % 200), Children: 0, ConcernPattern.Ordinary)
        {
            Board = board,
        });
        var agreement = new DemonstrationAgreement(
            $"MAVT-{serial:00000}", AgreementForm.Kundval, area, board,
            new AgreementTerms(services, [], today.AddYears(-4), null), [.. units]);
        return new DemonstrationProvider(
            $"matanordnare-{serial}", $"Mätanordnare {serial} AB", Ownership.Private,
            FictionalNumbers.Of(Ownership.Private, serial), [agreement]);
    }
}
