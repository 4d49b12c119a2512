using Oversight.Functions.Identity;
using Oversight.Functions.Providers;
using Oversight.Functions.Search;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Surveys;

/// <summary>Rounds by their year, and what the units that are found were asked.</summary>
internal sealed class SurveySearch(Views views, SurveyRoundDesk rounds) : ISearchSource
{
    /// <summary>Where more units are found, theirs are found by more words.</summary>
    private const int MostUnits = 20;

    public async Task<IReadOnlyList<Found>> FindAsync(Asked asked, CancellationToken cancellation)
    {
        if (!Access.Allows(asked.User, Permission.ReadSurveys))
            return [];
        var known = await rounds.ListAsync(asked.User, cancellation);
        var units = await asked.ReadAsync(RegisterFound.Units, cancellation);
        var surveys = units.Count > MostUnits ? [] : await Task.WhenAll(units.Select(unit =>
            views.ReadAllAsync<SurveyRow>(SurveyStream.PartitionOfUnit(unit.Id), cancellation)));
        return
        [
            .. known.Where(round => asked.Query.Finds([SurveyWords.Title(round.Year)])).Select(round => new Found(
                FoundKind.Survey, SurveyWords.Title(round.Year), $"{SurveyFunctions.List}/{round.Id}",
                $"Hela omgången, {Numbers(round.Asked)}")),
            .. surveys.SelectMany(rows => rows)
                .Where(row => Access.Allows(asked.User, Permission.ReadSurveys, row.Unit.Board))
                .Select(row => new Found(
                    FoundKind.Survey, $"{SurveyWords.Title(row.Year)}: {row.Unit.Name}",
                    $"{SurveyFunctions.List}/{row.RoundId}/enhet/{row.Id}", row.Unit.ProviderName)),
        ];
    }

    private static string Numbers(int units) => $"{units} {SurveyWords.Units(units)}";
}
