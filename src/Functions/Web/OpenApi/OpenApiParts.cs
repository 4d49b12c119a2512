using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Oversight.Functions.Web;

/// <summary>What is the same in every description: parameters, answers, the problem document.</summary>
internal static class OpenApiParts
{
    private static readonly Dictionary<string, string> PathWords = new(StringComparer.Ordinal)
    {
        ["id"] = "Id, ur en lista eller ett tidigare svar.",
        ["agreementId"] = "Avtalets id, ur anordnarens svar.",
        ["board"] = "Nämndens id, till exempel socialnamnden.",
        ["year"] = "Planens år.",
    };

    public static IReadOnlyDictionary<string, string> TagWords { get; } = new Dictionary<string, string>(
        StringComparer.Ordinal)
    {
        ["concerns"] = "Synpunkter: registrera, läs, bedöm, besluta.",
        ["documents"] = "Dokument och deras filer.",
        ["health"] = "Hur systemet mår.",
        ["imports"] = "Inläsning av anordnarregistret från fil.",
        ["openapi"] = "Den här beskrivningen.",
        ["plans"] = "Årsplaner.",
        ["reviews"] = "Kvalitetsgranskningar, från anledning till godkänd åtgärdsplan.",
        ["ivo-positions"] = "Ställningstaganden till en anmälan till IVO.",
        ["referrals"] = "Överlämnanden till andra myndigheter.",
        ["sanctions"] = "Sanktioner och åtgärdskrav: förslag, beslut, underrättelse och verkställighet.",
        ["meetings"] = "Nämndernas sammanträden.",
        ["dialogues"] = "Kvalitetsdialoger: serier av möten per avtalsområde.",
        ["morning-letter"] = "Morgonbrevet för den som anropar.",
        ["survey-rounds"] = "Avtalsenkäter: en nämnds enkät ett år.",
        ["surveys"] = "Avtalsenkäter: en enhets enkät med svaren.",
        ["assignments"] = "Uppgifter till handläggare efter en granskning.",
        ["substitutions"] = "Vikariat: vem som vikarierar för vem mellan två dagar.",
        ["providers"] = "Anordnare och deras avtal.",
        ["risk"] = "Enheternas risk, med varje poäng förklarad.",
        ["units"] = "Enheter.",
    };

    public static JsonObject Parameter(string name, string place, bool isRequired, JsonNode schema,
        string description) => new()
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = isRequired,
            ["description"] = description,
            ["schema"] = schema,
        };

    public static JsonNode Path(RoutePatternParameterPart part) => Parameter(
        part.Name, "path", true,
        part.ParameterPolicies.Any(policy => policy.Content == "int")
            ? new JsonObject { ["type"] = "integer", ["examples"] = new JsonArray(2027) }
            : part.ParameterPolicies.Any(
                policy => policy.Content?.StartsWith("length", StringComparison.Ordinal) == true)
                ? new JsonObject { ["type"] = "string", ["pattern"] = Patterns.Id }
                : new JsonObject { ["type"] = "string", ["examples"] = new JsonArray("socialnamnden") },
        PathWords.GetValueOrDefault(part.Name) ?? part.Name);

    public static JsonNode Version() => Parameter(
        "If-Match", "header", true,
        new JsonObject { ["type"] = "string", ["pattern"] = "^\"v\\d+\"$", ["examples"] = new JsonArray("\"v3\"") },
        "Versionen som ändringen utgår från: läsningens ETag.");

    public static JsonNode Key(bool isRequired) => Parameter(
        "Idempotency-Key", "header", isRequired,
        new JsonObject { ["type"] = "string", ["maxLength"] = 100, ["examples"] = new JsonArray("7d3f0c52-import-1") },
        "Samma nyckel och innehåll igen ger det första svaret i stället för att göra det två gånger.");

    /// <summary>The refusals that an operation can give, by status.</summary>
    public static IEnumerable<(string Status, string Why)> Refusals(
        bool isOpen, bool hasBody, bool hasVersion, bool hasKey)
    {
        yield return ("400", "Anropet går inte att läsa: felformad JSON, okänd egenskap, felaktigt värde.");
        if (!isOpen)
        {
            yield return ("401", "Ingen är inloggad.");
            yield return ("403", "Rollen eller nämnden ger inte tillgång.");
            yield return ("404", "Det som adressen anger finns inte.");
        }

        if (hasVersion)
            yield return ("409", "Någon annan hann före. Svaret har det som gäller nu.");
        if (hasBody)
        {
            yield return ("413", "För stort.");
            yield return ("415", "Fel innehållstyp.");
        }

        if (hasBody || hasKey)
            yield return ("422", "Reglerna säger nej. Skälen står per egenskap i errors.");
        if (hasVersion)
            yield return ("428", "If-Match saknas.");
        yield return ("503", "Något som systemet behöver svarar inte. Försök igen efter Retry-After.");
    }

    public static JsonObject Problem()
    {
        static JsonObject Described(string type, string description) =>
            new() { ["type"] = type, ["description"] = description };
        var reason = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("code", "message"),
            ["properties"] = new JsonObject
            {
                ["code"] = Described("string", "Stabil kod för skälet."),
                ["message"] = Described(
                    "string", "Skälet på svenska."),
            },
        };
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = "Ett nej med skäl (RFC 9457).",
            ["required"] = new JsonArray("type", "title", "status", "code"),
            ["properties"] = new JsonObject
            {
                ["type"] = Described("string", "Vad slags problem det är, som adress."),
                ["title"] = Described("string", "Skälet på svenska."),
                ["status"] = Described("integer", "Svarets status."),
                ["code"] = Described("string", "Stabil kod för det första skälet."),
                ["detail"] = Described("string", "Mer om skälet."),
                ["instance"] = Described("string", "Anropet, för den som felsöker."),
                ["errors"] = new JsonObject
                {
                    ["type"] = "object",
                    ["description"] = "Skälen per egenskap, med egenskapens namn.",
                    ["additionalProperties"] = new JsonObject { ["type"] = "array", ["items"] = reason },
                },
                ["version"] = Described("integer", "Versionen som gäller nu (409)."),
                ["current"] = new JsonObject { ["description"] = "Det som gäller nu (409)." },
            },
        };
    }
}
