using Oversight.Functions.Identity;
using Oversight.Functions.Providers.Pages;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Surveys.Screens;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>A unit's avtalsenkät with what its provider says itself that it does not do.</summary>
/// <param name="Broken">In sentences; nothing that somebody has found to be untrue.</param>
public sealed record SurveyLine(SurveyRow Row, IReadOnlyList<string> Broken)
{
    public static SurveyLine Of(MunicipalitySettings settings, SurveyRow row)
    {
        var untrue = row.Judged.Where(judged => judged.Standing == ReplyStanding.Contradicted)
            .Select(judged => judged.Question).ToHashSet();
        var asked = SurveyQuestions.Asked(settings, row.Set, row.Questions);
        return new SurveyLine(
            row,
            [
                .. row.Deviations.Where(code => !untrue.Contains(code))
                    .Select(code => asked.Find(code)?.Breaks?.Term).OfType<string>(),
            ]);
    }
}

/// <summary>Reads the newest avtalsenkät of units and of providers, and what they have been asked for.</summary>
public sealed class NewestSurveys(Views views, SettingsProvider settings)
{
    /// <summary>What the unit was asked last, by the provider that it was asked of.</summary>
    public async Task<SurveyLine?> OfUnitAsync(Id unit, Id provider, BoardId board, CancellationToken cancellation)
    {
        var row = (await views.ReadAllAsync<SurveyRow>(SurveyStream.PartitionOfUnit(unit), cancellation))
            .Where(row => row.Unit.ProviderId == provider && row.Unit.Board == board).MaxBy(row => row.Year);
        return row is null ? null : SurveyLine.Of((await settings.GetAsync(cancellation)).Settings, row);
    }

    /// <summary>Those of the last year that the provider was asked in, by the names of the units.</summary>
    public async Task<IReadOnlyList<SurveyLine>> OfProviderAsync(
        SignedInUser user, Id provider, CancellationToken cancellation)
    {
        var rows = (await views.ReadAllAsync<SurveyRow>(SurveyStream.PartitionOfProvider(provider), cancellation))
            .Where(row => Access.Allows(user, Permission.ReadSurveys, row.Unit.Board)).ToList();
        if (rows.Count == 0)
            return [];
        var (known, year) = ((await settings.GetAsync(cancellation)).Settings, rows.Max(row => row.Year));
        return
        [
            .. rows.Where(row => row.Year == year).OrderBy(row => row.Unit.Name, SwedishOrder.Comparer)
                .ThenBy(row => row.Id.Value, StringComparer.Ordinal).Select(row => SurveyLine.Of(known, row)),
        ];
    }
}

/// <summary>On Anordnaren på en A4: the last avtalsenkät, and how much the provider was asked.</summary>
public sealed class ProviderSurveys(NewestSurveys surveys, SettingsProvider settings) : IProviderSection
{
    public async Task<ProviderSection?> ReadAsync(
        SignedInUser user, Id provider, DateOnly today, CancellationToken cancellation)
    {
        if (Access.Boards(user, Permission.ReadSurveys).Count == 0)
            return null;
        var lines = await surveys.OfProviderAsync(user, provider, cancellation);
        if (lines.Count == 0)
            return null;
        var rules = (await settings.GetAsync(cancellation)).Settings.SurveyRoundRulesOn(today);
        return new ProviderSection(
            typeof(ProviderSurveySection),
            new Dictionary<string, object> { [nameof(ProviderSurveySection.Lines)] = lines },
            [
                ($"Frågor i avtalsenkäten {lines[0].Row.Year}",
                    SurveyWords.Asked(lines.Sum(line => line.Row.Questions.Count), rules)),
            ]);
    }
}
