using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Providers;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>Which questions a round has, and which of them are for whom (R47).</summary>
public static class SurveyQuestions
{
    private static readonly string[] Acts = ["lss", "sol", "hsl"];

    /// <summary>Of each set the version in force on the day.</summary>
    public static IReadOnlyList<QuestionSet> InForce(MunicipalitySettings settings, DateOnly day) =>
        [.. settings.Surveys.Select(set => set.Code).Distinct()
            .Select(code => settings.Surveys.On(code, day)).OfType<QuestionSet>()];

    /// <summary>The set as it was asked; throws where the settings have lost it, which is a fault of theirs.</summary>
    public static QuestionSet Find(MunicipalitySettings settings, QuestionSetVersion version) =>
        settings.Surveys.Version(version.Set, version.From)
        ?? throw new InvalidOperationException($"The settings have no questions {version.Set} of {version.From:O}.");

    /// <summary>Those that were asked, as they were asked.</summary>
    public static AskedQuestions Asked(
        MunicipalitySettings settings, QuestionSetVersion version, IReadOnlyList<CodeId> codes) =>
        new(Find(settings, version), codes);

    /// <summary>What the round asks of a unit.</summary>
    public static AskedQuestions For(MunicipalitySettings settings, SurveyRound round, SurveyedUnit unit) =>
        Find(settings, round.Set).QuestionsFor(Profile(settings, unit)).Without(round.LeftOutQuestions);

    private static UnitProfile Profile(MunicipalitySettings settings, SurveyedUnit unit)
    {
        var services = settings.Codes(CodeLists.Services).Codes.Where(code => unit.Services.Contains(code.Id)).ToList();
        return new UnitProfile(
            unit.Board, unit.Form.FormCode(), StoredEnum<Ownership>.Write(unit.Ownership), unit.Area, unit.Services,
            [.. Acts.Where(act => services.Any(service => service.IsMarked(act)))], unit.IsLicensed);
    }
}
