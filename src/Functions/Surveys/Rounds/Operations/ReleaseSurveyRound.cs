using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys.Rounds.Operations;

/// <summary>Sends the questions out: to everybody, or to one avtalsområde at a time.</summary>
internal sealed class ReleaseSurveyRound(SurveyRoundDesk desk) : SurveyRoundOperation
{
    private const string Everybody = "alla";

    private static readonly OwnChoiceField Area = new("area", "Till vilka?") { Required = true };

    private static readonly DayField Until = new("until", "Sista svarsdag")
    {
        Hint = "Den som får enkäten senare än andra kan få en senare dag.",
    };

    public override OperationName Name { get; } = new("release", "skicka");

    public override string Title => "Skicka ut enkäten";

    public override string Button => "Skicka ut";

    public override string Summary =>
        "Skickar ut enkäten till alla som inte har fått den, eller till ett avtalsområde.";

    public override string Done =>
        "Enkäten är på väg ut. Var och en får en svarslänk till kontakten i registret. Saknas kontakten står det bland "
            + "utskicken.";

    public override int Rank => 10;

    public override IReadOnlyList<Field> Fields { get; } = [Area, Until];

    public override bool Fits(OpenSurveyRound open) => IsOpen(open);

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenSurveyRound open, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            new Dictionary<string, IReadOnlyList<string>>
            {
                [Until.Name] = [FormattableString.Invariant($"{Proposed(open):yyyy-MM-dd}")],
            });

    /// <summary>The last day of the round, or the first one that gives those who are asked now time enough.</summary>
    private static DateOnly Proposed(OpenSurveyRound open)
    {
        var first = open.Today.AddDays(open.InForce.Settings.SurveyRoundRulesOn(open.Today).LeastDays);
        return open.Round.Until < first ? first : open.Round.Until;
    }

    public override async ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        OpenSurveyRound open, Field field, CancellationToken cancellation)
    {
        if (field != Area)
            return null;
        var left = Left(open, await desk.UnitsAsync(open, cancellation));
        return
        [
            new Choice(Everybody, $"Alla som inte har fått den ({left.Count} {SurveyWords.Units(left.Count)})"),
            .. left.CountBy(unit => unit.Area)
                .Select(area => new Choice(
                    area.Key.Value,
                    $"{open.InForce.Settings.Codes(CodeLists.AgreementAreas).Text(area.Key)} "
                        + $"({area.Value} {SurveyWords.Units(area.Value)})"))
                .OrderBy(choice => choice.Text, SwedishOrder.Comparer),
        ];
    }

    public override async ValueTask<SurveyRoundCommand> CommandAsync(
        OpenSurveyRound open, FieldValues values, OperationTexts texts, CancellationToken cancellation)
    {
        var chosen = values.Text(Area);
        if (chosen.Length == 0)
            values.Refuse(SurveyEdgeRefusals.AreaMissing, Area.Name);
        return new SurveyRoundCommand.Release(
            await desk.UnitsAsync(open, cancellation), chosen is Everybody or "" ? null : new CodeId(chosen),
            values.Read(Until), open.InForce.Settings.SurveyRoundRulesOn(open.Today));
    }

    private static List<SurveyedUnit> Left(OpenSurveyRound open, IReadOnlyList<SurveyedUnit> units) =>
    [
        .. units.Where(unit => !open.Round.Asked.Contains(unit.UnitId)
            && open.Round.LeftOut.All(left => left.UnitId != unit.UnitId)),
    ];
}

/// <summary>A unit is not asked this year.</summary>
internal sealed class LeaveUnitOut(SurveyRoundDesk desk) : SurveyRoundOperation
{
    private static readonly OwnChoiceField Unit = new("unit", "Enhet") { Required = true, Unfolds = true };

    private static readonly WordsField Reason = new("reason", "Motivering", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
    };

    public override OperationName Name { get; } = new("leave-unit-out", "undanta");

    public override string Title => "Undanta en enhet";

    public override string Summary => "Undantar en enhet från årets enkät, med skäl.";

    public override string Done => "Enheten får inte enkäten i år.";

    public override int Rank => 30;

    public override IReadOnlyList<Field> Fields { get; } = [Unit, Reason];

    public override bool Fits(OpenSurveyRound open) => IsOpen(open);

    public override async ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        OpenSurveyRound open, Field field, CancellationToken cancellation) => field == Unit
        ? [.. (await desk.UnitsAsync(open, cancellation))
            .Where(unit => !open.Round.Asked.Contains(unit.UnitId)
                && open.Round.LeftOut.All(left => left.UnitId != unit.UnitId))
            .Select(unit => new Choice(unit.UnitId.Value, $"{unit.Name}, {unit.ProviderName}"))]
        : null;

    public override async ValueTask<SurveyRoundCommand> CommandAsync(
        OpenSurveyRound open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new SurveyRoundCommand.LeaveOut(
            Id.TryParse(values.Text(Unit), out var unit) ? unit : null, texts.Add(values, Reason),
            [.. (await desk.UnitsAsync(open, cancellation)).Select(known => known.UnitId)], Longest(open));
}

/// <summary>A unit that was left out is asked after all.</summary>
internal sealed class TakeUnitBack(SurveyRoundDesk desk) : SurveyRoundOperation
{
    private static readonly OwnChoiceField Unit = new("unit", "Enhet") { Required = true };

    public override OperationName Name { get; } = new("take-unit-back", "ta-med");

    public override string Title => "Ta med en undantagen enhet";

    public override string Summary => "Tar med en enhet som har undantagits från årets enkät.";

    public override string Done => "Enheten är med igen och får enkäten vid nästa utskick.";

    public override int Rank => 40;

    public override IReadOnlyList<Field> Fields { get; } = [Unit];

    public override bool Fits(OpenSurveyRound open) => IsOpen(open) && open.Round.LeftOut.Count > 0;

    public override async ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        OpenSurveyRound open, Field field, CancellationToken cancellation)
    {
        if (field != Unit)
            return null;
        var names = await desk.NamesAsync(open, cancellation);
        return
        [
            .. open.Round.LeftOut.Select(left => new Choice(
                left.UnitId.Value, names.GetValueOrDefault(left.UnitId, "En enhet som inte är i drift"))),
        ];
    }

    public override ValueTask<SurveyRoundCommand> CommandAsync(
        OpenSurveyRound open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new SurveyRoundCommand.TakeBack(Id.TryParse(values.Text(Unit), out var unit) ? unit : null));
}
