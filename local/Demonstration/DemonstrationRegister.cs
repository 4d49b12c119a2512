using Oversight.Providers;

namespace Oversight.Local.Demonstration;

/// <summary>
/// The providers, agreements and units of the demonstration. All names are invented. <paramref name="today"/> is the
/// day that the data is seen from.
/// </summary>
internal sealed class DemonstrationRegister(DateOnly today)
{
    public const string Social = "socialnamnden";
    public const string Elder = "aldrenamnden";
    private int _serial;
    private int _units;

    public IReadOnlyList<DemonstrationProvider> Create() =>
    [
        .. Escort(), .. DayActivity(), .. HomeSupport(), .. GroupHomes(), .. DirectAwards(), OwnProduction(),
        .. HomeCare(), .. NursingHomes(), .. ElderDayCare(), ShortStay(), .. BothBoards(),
    ];

    private IEnumerable<DemonstrationProvider> Escort()
    {
        const string area = "ledsagning-avlosning";
        string[] services = ["ledsagarservice", "avlosarservice", "avlosning"];
        yield return Private("Granlyckans Ledsagning AB", Kundval(area, Social, services,
            Unit("Granlyckans ledsagning och avlösning", 46, 38, ConcernPattern.Downhill) with
            { Managers = [Manager(900), Manager(150, 71)] }));
        yield return Private("Stigfinnarens Stöd AB",
            Kundval(area, Social, services, Unit("Stigfinnarens ledsagning", 31, 12)));
        yield return Private("Blåsippans Avlösning AB",
            Kundval(area, Social, services, Unit("Blåsippans avlösning", 22, 22)));
        yield return Private("Kajutans Omsorg AB",
            Kundval(area, Social, services, Unit("Kajutan", 3, 2, ConcernPattern.LoudMonth)));
        yield return Private("Havtornets Ledsagning AB",
            Kundval(area, Social, services, Unit("Havtornets ledsagning", 18, 4)));
        yield return Private("Vindrosens Stöd AB",
            Kundval(area, Social, services, Unit("Vindrosens avlösarservice", 27, 19)));
        yield return NonProfit("Föreningen Fyrbåken",
            Kundval(area, Social, services, Unit("Fyrbåkens ledsagning", 14, 3, ConcernPattern.Silent)));
        yield return NonProfit("Ängsviolens kooperativ", Kundval(area, Social, services, Unit("Ängsviolen", 9, 5)));
    }

    private IEnumerable<DemonstrationProvider> DayActivity()
    {
        const string area = "daglig-verksamhet";
        yield return Private("Verkstan Morgonstjärnan AB",
            Kundval(area, Social, [area], Unit("Morgonstjärnan", 34, 0)));
        yield return Private("Skaparladans Dagliga AB", Kundval(area, Social, [area],
            Unit("Skaparladan", 21, 0), Unit("Skaparladans snickeri", 13, 0)));
        yield return NonProfit("Stiftelsen Lärkdrillen",
            Kundval(area, Social, [area], Unit("Lärkdrillens trädgård", 16, 0)));
        yield return Private("Kvarnhjulets Verksamhet AB", Kundval(area, Social, [area], Unit("Kvarnhjulet", 28, 0)));
        yield return NonProfit("Kooperativet Tidvattnet",
            Kundval(area, Social, [area], Unit("Tidvattnet", 11, 0, ConcernPattern.Silent)));
    }

    private IEnumerable<DemonstrationProvider> HomeSupport()
    {
        const string area = "boendestod";
        yield return Private("Linlyktans Boendestöd AB", Kundval(area, Social, [area], Unit("Linlyktan", 52, 0)));
        yield return Private("Trampolinens Stöd AB", Kundval(area, Social, [area], Unit("Trampolinen", 33, 0)));
        yield return Private("Gläntans Vardagsstöd AB", Kundval(area, Social, [area], Unit("Gläntan", 19, 0)));
    }

    private IEnumerable<DemonstrationProvider> GroupHomes()
    {
        const string area = "boende-lss";
        string[] services = ["bostad-vuxna", "bostad-barn"];
        yield return Private("Tallhöjdens Boende AB", Procured(area, Social, services, null,
            Home("Tallhöjden norr", 6, 0, "T-2019-0417"), Home("Tallhöjden söder", 6, 0, "T-2019-0418"),
            Home("Tallkotten", 5, 5, "T-2021-0062")));
        yield return Private("Strandängens Omsorg AB", Procured(area, Social, services, null,
            Home("Strandängen", 6, 0, "T-2018-0933"), Home("Sjöboden", 5, 0, "T-2020-0115")));
        // The agreement runs out within the warning time of the settings.
        yield return Private("Kastanjens Boende AB",
            Procured(area, Social, services, 75, Home("Kastanjen", 6, 0, "T-2017-0208")));
    }

    private IEnumerable<DemonstrationProvider> DirectAwards()
    {
        string[] homes = ["bostad-vuxna", "bostad-barn"];
        yield return Private("Ekollonets Specialboende AB",
            Direct("boende-lss", Social, homes, Home("Ekollonet", 4, 0, "T-2022-0551")));
        // Licence needed, none shown: the municipality must tell IVO.
        yield return Private("Rönnbärets Boende AB",
            Direct("boende-lss", Social, homes, Home("Rönnbäret", 3, 3, null)));
        yield return Private("Ugglans Korttids AB", Direct("korttid-lss", Social, ["korttidsvistelse"],
            Unit("Ugglan", 12, 12) with { Licence = new Licence(true, "T-2020-0777", today.AddYears(-5)) }));
    }

    private DemonstrationProvider OwnProduction() =>
        Provider("Välfärd samhällsservice, egen produktion", Ownership.Municipal,
            Understanding("boende-lss", Social, ["bostad-vuxna", "bostad-barn"],
                Unit("Björkbackens gruppbostad", 6, 0), Unit("Ekdungens gruppbostad", 6, 0),
                Unit("Lindallens servicebostad", 12, 0)),
            Understanding("daglig-verksamhet", Social, ["daglig-verksamhet"], Unit("Dagcenter Vågen", 38, 0),
                Unit("Dagcenter Ateljén", 24, 0)),
            Understanding("korttid-lss", Social, ["korttidsvistelse"], Unit("Korttidshemmet Räven", 19, 19)),
            Understanding("boendestod", Social, ["boendestod"], Unit("Boendestöd centrum", 61, 0)),
            Understanding("hemtjanst", Elder, ["hemtjanst", "avlosning"],
                Unit("Hemtjänst öster, egen regi", 118, 0),
                Unit("Hemtjänst väster, egen regi", 96, 0) with { Managers = [Manager(1100), Manager(240)] }),
            Understanding("sarskilt-boende", Elder, ["sarskilt-boende"], Unit("Ängslyckans äldreboende", 54, 0),
                Unit("Sjötorpets äldreboende", 48, 0)),
            Understanding("dagverksamhet", Elder, ["dagverksamhet"], Unit("Dagverksamheten Mötesplatsen", 26, 0)));

    private IEnumerable<DemonstrationProvider> HomeCare()
    {
        const string area = "hemtjanst";
        string[] services = ["hemtjanst", "avlosning"];
        yield return Private("Kvällsljusets Hemtjänst AB", Kundval(area, Elder, services,
            Unit("Kvällsljusets hemtjänst", 324, 0, ConcernPattern.SteadyRise)));
        yield return Private("Morgonbrisens Omsorg AB", Kundval(area, Elder, services,
            Unit("Morgonbrisen norr", 141, 0), Unit("Morgonbrisen syd", 92, 0)));
        yield return Private("Åkerbärets Hemtjänst AB", Kundval(area, Elder, services, Unit("Åkerbäret", 87, 0)));
        yield return Private("Hjortronets Omsorg AB", Kundval(area, Elder, services,
            Unit("Hjortronet", 63, 0) with { Managers = [Manager(800), Manager(95, 95)] }));
        yield return Private("Sju Stenar Hemtjänst AB", Kundval(area, Elder, services, Unit("Sju Stenar", 44, 0)));
        yield return NonProfit("Föreningen Vänskapsbandet",
            Kundval(area, Elder, services, Unit("Vänskapsbandets hemtjänst", 29, 0)));
        yield return Private("Silverpoppelns Omsorg AB",
            Kundval(area, Elder, services, Unit("Silverpoppeln", 17, 0, ConcernPattern.Silent)));
        // Left the kundval in the autumn; what was said about it stays in the record.
        yield return Private("Nattviolens Hemtjänst AB",
            Kundval(area, Elder, services, Unit("Nattviolen", 23, 0)) with { Key = "ended" });
    }

    private IEnumerable<DemonstrationProvider> NursingHomes()
    {
        const string area = "sarskilt-boende";
        yield return Private("Furuviddens Äldreomsorg AB", Procured(area, Elder, [area], null,
            Unit("Furuvidden", 60, 0), Unit("Enbacken", 42, 0), Unit("Lingonheden", 30, 0)));
        yield return Private("Slottsbrinkens Äldreomsorg AB", Procured(area, Elder, [area], null,
            Unit("Slottsbrinken", 72, 0), Unit("Klockarängen", 36, 0)));
        yield return NonProfit("Stiftelsen Aftonrodnaden",
            Procured(area, Elder, [area], null, Unit("Aftonrodnaden", 40, 0)));
    }

    private IEnumerable<DemonstrationProvider> ElderDayCare()
    {
        yield return Private("Solstolens Dagverksamhet AB",
            Kundval("dagverksamhet", Elder, ["dagverksamhet"], Unit("Solstolen", 20, 0)));
        yield return NonProfit("Kooperativet Kaffetåren", Kundval("dagverksamhet", Elder, ["dagverksamhet"],
            Unit("Kaffetåren", 15, 0, ConcernPattern.Silent)));
    }

    private DemonstrationProvider ShortStay() =>
        Private("Brofästets Korttidsboende AB", Direct("korttidsboende", Elder, ["korttidsboende"],
            Unit("Brofästet", 14, 0)));

    private IEnumerable<DemonstrationProvider> BothBoards()
    {
        yield return Private("Midsommarkransens Omsorg AB",
            Kundval("ledsagning-avlosning", Social, ["ledsagarservice", "avlosarservice"],
                Unit("Midsommarkransens ledsagning", 25, 9)),
            Kundval("hemtjanst", Elder, ["hemtjanst"], Unit("Midsommarkransens hemtjänst", 71, 0)));
        yield return Private("Trädgårdsstadens Stöd AB",
            Kundval("boendestod", Social, ["boendestod"], Unit("Trädgårdsstadens boendestöd", 37, 0)),
            Kundval("hemtjanst", Elder, ["hemtjanst"], Unit("Trädgårdsstadens hemtjänst", 58, 0)));
    }

    private DemonstrationProvider Private(string name, params DemonstrationAgreement[] agreements) =>
        Provider(name, Ownership.Private, agreements);

    private DemonstrationProvider NonProfit(string name, params DemonstrationAgreement[] agreements) =>
        Provider(name, Ownership.NonProfit, agreements);

    private DemonstrationProvider Provider(string name, Ownership ownership, params DemonstrationAgreement[] agreements)
    {
        var serial = ++_serial;
        var key = $"provider-{serial}";
        return new DemonstrationProvider(
            key, name, ownership, FictionalNumbers.Of(ownership, (serial * 137) % 10_000),
            [.. agreements.Select((agreement, index) => Complete(agreement, $"AVT-{serial:00}-{index + 1}"))]);
    }

    /// <summary>The agreement's key says what is special about it until the provider gives it its own.</summary>
    private DemonstrationAgreement Complete(DemonstrationAgreement agreement, string key)
    {
        var last = agreement.Key == "ended" ? today.AddDays(-70) : agreement.Terms.ValidTo;
        return agreement with
        {
            Key = key,
            Terms = agreement.Terms with { ValidTo = last },
            Units =
            [
                .. agreement.Units.Select(unit => unit with
                {
                    Board = agreement.Board,
                    Details = unit.Details with
                    {
                        Services = Services(unit, agreement.Terms.Services),
                        TargetGroups = agreement.Terms.TargetGroups,
                    },
                }),
            ],
        };
    }

    /// <summary>A home is for children or for adults, whatever its agreement allows.</summary>
    private static IReadOnlyList<CodeId> Services(DemonstrationUnit unit, IReadOnlyList<CodeId> agreed)
    {
        var other = unit.Children > 0 ? "bostad-vuxna" : "bostad-barn";
        return [.. agreed.Where(service => service.Value != other)];
    }

    private DemonstrationAgreement Kundval(
        string area, string board, string[] services, params DemonstrationUnit[] units) =>
        Agreement(AgreementForm.Kundval, area, board, services, null, null, units);

    private DemonstrationAgreement Procured(
        string area, string board, string[] services, int? daysLeft, params DemonstrationUnit[] units) =>
        Agreement(AgreementForm.Procured, area, board, services, daysLeft ?? 900, null, units);

    private DemonstrationAgreement Direct(
        string area, string board, string[] services, params DemonstrationUnit[] units) =>
        Agreement(AgreementForm.DirectAward, area, board, services, 400, "Enhetschef, delegationspunkt 4.12", units);

    private DemonstrationAgreement Understanding(
        string area, string board, string[] services, params DemonstrationUnit[] units) =>
        Agreement(AgreementForm.Understanding, area, board, services, null, null, units);

    private DemonstrationAgreement Agreement(
        AgreementForm form, string area, string board, string[] services, int? daysLeft, string? responsible,
        DemonstrationUnit[] units) => new(
        "", form, area, board,
        new AgreementTerms(
            [.. services.Select(CodeId.FromValue)], [.. TargetGroups(area, units).Select(CodeId.FromValue)],
            today.AddYears(-4), daysLeft is { } days ? today.AddDays(days) : null, responsible),
        units);

    private static IEnumerable<string> TargetGroups(string area, DemonstrationUnit[] units)
    {
        if (area is "hemtjanst" or "sarskilt-boende" or "dagverksamhet" or "korttidsboende")
            return ["aldre"];
        return area == "boendestod"
            ? ["personer-med-psykisk-ohalsa"]
            : units.Any(unit => unit.Children > 0)
                ? ["barn-och-unga", "personer-med-funktionsnedsattning"]
                : ["personer-med-funktionsnedsattning"];
    }

    private DemonstrationUnit Unit(
        string name, int customers, int? children, ConcernPattern pattern = ConcernPattern.Ordinary)
    {
        var number = ++_units;
        return new DemonstrationUnit(
            $"E{number:000}", name, $"Exempelgatan {number}, 131 00 Nacka",
            new UnitDetails(null, [], [], today.AddYears(-4), null), new Licence(false, null, null), customers,
            children, pattern)
        {
            Managers = [Manager(1000 + (number * 7))],
        };
    }

    /// <summary>bostad med särskild service in private hands needs a licence from IVO.</summary>
    private DemonstrationUnit Home(string name, int customers, int? children, string? licence) =>
        Unit(name, customers, children) with
        {
            Licence = new Licence(true, licence, licence is null ? null : today.AddYears(-4)),
        };

    /// <param name="daysAgo">When the manager began.</param>
    /// <param name="toldDaysAgo">When the municipality was told; null: never.</param>
    private DemonstrationManager Manager(int daysAgo, int? toldDaysAgo = null) =>
        new(today.AddDays(-daysAgo), toldDaysAgo is { } told ? today.AddDays(-told) : null);
}
