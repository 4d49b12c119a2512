using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Oversight.Functions.Storage;
using Oversight.Settings;

namespace Oversight.Functions.Settings;

/// <summary>Turns a bundle into settings, or says everything that is wrong with it.</summary>
public static class SettingsReader
{
    private const string CodesPrefix = "codes/";
    private const string ImageEnding = ".png";
    private static readonly JsonSerializerOptions Strict = new(StoredJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        // What is required stands in the file, null or not.
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>
    /// Reads every <c>*.json</c> under a folder; a part is named by its path without the ending
    /// (<c>codes/services</c>). A picture (<c>*.png</c>) is a part with its ending, whose value is the file in base64.
    /// </summary>
    public static SettingsBundle ReadFolder(string folder)
    {
        if (!Directory.Exists(folder))
            throw new SettingsException([$"Mappen {folder} finns inte. Ange rätt mapp i Oversight:Settings."]);
        var problems = new List<string>();
        var parts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
        {
            var name = Path.ChangeExtension(Path.GetRelativePath(folder, file).Replace('\\', '/'), null);
            try
            {
                parts[name] = JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(file), Strict);
            }
            catch (JsonException e)
            {
                problems.Add($"{name}.json: {Where(e)}: går inte att läsa som JSON ({e.Message})");
            }
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*" + ImageEnding, SearchOption.AllDirectories))
        {
            parts[Path.GetRelativePath(folder, file).Replace('\\', '/')] =
                JsonSerializer.SerializeToElement(Convert.ToBase64String(File.ReadAllBytes(file)));
        }

        return problems.Count == 0 ? SettingsBundle.From(parts) : throw new SettingsException(problems);
    }

    public static SettingsInForce Read(SettingsBundle bundle)
    {
        var parts = bundle.Parts();
        var problems = new List<string>();
        var municipality = Part<MunicipalityFile>("municipality");
        var boards = Part<List<Board>>("boards");
        var lists = parts.Keys.Where(name => name.StartsWith(CodesPrefix, StringComparison.Ordinal)).Order(
            StringComparer.Ordinal)
            .Select(name => new CodeList(name[CodesPrefix.Length..], Part<List<Code>>(name) ?? [])).ToList();
        var meetings = Part<List<Meeting>>("meetings");
        var riskModels = Part<List<RiskModel>>("risk-models");
        var planning = Part<List<PlanningRules>>("planning");
        var heads = Part<List<DocumentHead>>("document-heads");
        var limits = Part<Limits>("limits");
        var register = Part<RegisterSettings>("register");
        var triggeredReviews = Part<List<TriggeredReviewRules>>("triggered-review");
        // Sets from before there were any have none.
        var assessments = parts.ContainsKey("assessments") ? Part<List<AssessmentRules>>("assessments") : [];
        var staff = parts.ContainsKey("staff") ? Part<List<StaffRules>>("staff") : [];
        var reviews = Part<List<ReviewRules>>("reviews");
        var sanctions = Part<List<SanctionRules>>("sanctions");
        var ivo = Part<List<IvoRules>>("ivo");
        var surveys = Part<List<QuestionSet>>("surveys");
        var surveyRounds = Part<List<SurveyRoundRules>>("survey-rounds");
        var forms = Part<List<AgreementFormWording>>("agreement-forms");
        var images = parts.Keys.Where(name => name.EndsWith(ImageEnding, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Image).OfType<SettingsImage>().ToList();
        if (problems.Count > 0)
            throw new SettingsException(problems);

        var settings = new MunicipalitySettings(municipality!.Municipality, boards!, lists)
        {
            Meetings = meetings!,
            RiskModels = riskModels!,
            PlanningRules = planning!,
            DocumentHeads = heads!,
            Images = images,
            Limits = limits!,
            Register = register!,
            TriggeredReviewRules = triggeredReviews!,
            AssessmentRules = assessments!,
            StaffRules = staff!,
            ReviewRules = reviews!,
            SanctionRules = sanctions!,
            IvoRules = ivo!,
            Surveys = surveys!,
            SurveyRoundRules = surveyRounds!,
            AgreementForms = forms!,
        };
        var contradictions = SettingsRules.Check(settings);
        return contradictions.Count == 0
            ? new SettingsInForce(settings, bundle.Hash)
            : throw new SettingsException(
                [.. contradictions.Select(problem => $"{problem.Part}.json: {problem.Field}: {problem.Text}")]);

        SettingsImage? Image(string name)
        {
            var image = SettingsImage.Read(name, parts[name].GetString() ?? "");
            if (image is null)
                problems.Add($"{name}: ska vara en PNG-bild på högst {SettingsImage.MostBytes / 1000} kB");
            return image;
        }

        T? Part<T>(string name)
            where T : class
        {
            if (!parts.TryGetValue(name, out var part))
            {
                problems.Add($"{name}.json: filen saknas");
                return null;
            }

            try
            {
                return part.Deserialize<T>(Strict) ?? throw new JsonException("värdet är null");
            }
            catch (JsonException e)
            {
                problems.Add($"{name}.json: {Where(e)}: {e.Message}");
                return null;
            }
        }
    }

    private static string Where(JsonException e) => string.IsNullOrEmpty(e.Path) ? "$" : e.Path;

    private sealed record MunicipalityFile(string Municipality);
}
