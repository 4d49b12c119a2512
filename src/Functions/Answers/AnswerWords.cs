using Oversight.Answers;
using Oversight.Functions.Web;
using Oversight.Surveys;
using DocumentHead = Oversight.Documents.DocumentHead;

namespace Oversight.Functions.Answers;

/// <summary>Answers in words.</summary>
internal static class AnswerWords
{
    public const string NumberMissing = DocumentHead.RegistrationNumberMissing;

    /// <summary>What the provider writes.</summary>
    public static string Title(AnswerKind kind) => kind switch
    {
        AnswerKind.Supplement => "Komplettering",
        AnswerKind.Comments => "Synpunkter på utkastet",
        AnswerKind.Hearing => "Yttrande över förslaget",
        AnswerKind.Receipt => "Bekräftelse på underrättelsen",
        AnswerKind.Survey => "Avtalsenkät",
        AnswerKind.Plan => "Åtgärdsplan",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What we ask for.</summary>
    public static string Request(AnswerKind kind) => kind switch
    {
        AnswerKind.Supplement => "Begäran om komplettering",
        AnswerKind.Comments => "Utkast till rapport för synpunkter",
        AnswerKind.Hearing => "Begäran om yttrande över ett förslag till beslut",
        AnswerKind.Receipt => "Underrättelse om beslut",
        AnswerKind.Survey => "Avtalsenkät att besvara",
        AnswerKind.Plan => "Begäran om åtgärdsplan",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Why(AnswerKind kind) => kind switch
    {
        AnswerKind.Supplement => "Vi behöver en komplettering av er.",
        AnswerKind.Comments => "Ni får nu läsa utkastet till rapport och säga om något är fel i sak.",
        AnswerKind.Hearing => "Vi överväger ett beslut som rör er, och ni får yttra er över förslaget.",
        AnswerKind.Receipt =>
            "Det finns ett beslut som rör er. Läs underrättelsen och bekräfta att ni har tagit emot den.",
        AnswerKind.Survey => "Vi behöver era svar på årets avtalsenkät.",
        AnswerKind.Plan => "Rapporten är klar och vi begär en åtgärdsplan av er.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Text(AnswerStatus status) => status switch
    {
        AnswerStatus.Open => "Väntar på svar",
        AnswerStatus.HandedIn => "Inlämnat",
        AnswerStatus.Withdrawn => "Efterfrågas inte längre",
        _ => "–",
    };

    public static string Text(AnswerEvent happened) => happened switch
    {
        AnswerEvent.Asked or AnswerEvent.AskedInMatter or AnswerEvent.SurveyAsked => "Ni fick frågan",
        AnswerEvent.Written => "Svaret skrevs",
        AnswerEvent.Replied => "Svar på frågor sparades",
        AnswerEvent.Reopened => "Enkäten öppnades igen för ändringar",
        AnswerEvent.FilesAdded => "Filer bifogades",
        AnswerEvent.MeasureAdded => "En åtgärd lades till",
        AnswerEvent.MeasureRemoved => "En åtgärd togs bort",
        AnswerEvent.HandedIn => "Svaret lämnades in",
        AnswerEvent.DayMoved { Until: null } => "Granskningen är pausad: ingen sista dag löper",
        AnswerEvent.DayMoved => "Sista dagen flyttades",
        AnswerEvent.Registered => "Svaret diariefördes",
        AnswerEvent.Withdrawn => "Svaret efterfrågas inte längre",
        _ => throw new InvalidOperationException($"Nobody tells of {happened.GetType().Name}."),
    };

    public static string Text(Signatory capacity) => capacity switch
    {
        Signatory.Representative => "Firmatecknare",
        Signatory.Proxy => "Ombud med fullmakt",
        Signatory.Employee => "Annan som får svara för verksamheten",
        _ => "–",
    };
}

internal sealed class AnswerRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [AnswerEdgeRefusals.WrongCode] = "Koden stämmer inte. Kontrollera siffrorna.",
        [AnswerEdgeRefusals.TooManyTries] = "För många försök. Be om en ny kod.",
        [AnswerEdgeRefusals.NoCode] = "Koden har gått ut, eller så har du inte bett om någon. Be om en ny kod.",
        [AnswerEdgeRefusals.TooManyCodes] =
            "Ni har bett om många koder den senaste timmen. Vänta en stund och försök igen.",
        [AnswerRefusals.NotOpen] = "Svaret är redan inlämnat, eller efterfrågas inte längre.",
        [AnswerRefusals.TooLate] = "Svarstiden gick ut {0}. Skicka svaret till nämndens registrator.",
        [AnswerRefusals.NotAsked] = "Det efterfrågas inte här.",
        [AnswerRefusals.Empty] = "Skriv ett svar eller bifoga en fil innan du lämnar in.",
        [AnswerRefusals.NoSuchFinding] = "Välj en av bristerna.",
        [AnswerRefusals.NoSuchMeasure] = "Åtgärden finns inte längre.",
        [AnswerRefusals.DayMissing] = "Ange när åtgärden ska vara klar.",
        [AnswerRefusals.DayTooEarly] = "Dagen ligger före begäran.",
        [AnswerRefusals.WithoutMeasure] = "Varje brist behöver en åtgärd. Det saknas för brist {0}.",
        [AnswerRefusals.FileMissing] = "Välj minst en fil.",
        [AnswerRefusals.CapacityMissing] = "Välj i vilken egenskap du lämnar in.",
        [AnswerRefusals.MayNotSign] = "En åtgärdsplan lämnas in av firmatecknare eller av ombud med fullmakt.",
        [AnswerRefusals.MandateMissing] = "Bifoga fullmakten innan du lämnar in.",
        [AnswerRefusals.NotHandedIn] = "Svaret är inte inlämnat än.",
        [ReplyRefusals.NotAsked] = "Den frågan ställs inte här.",
        [ReplyRefusals.OtherKind] = "Svaret passar inte frågan.",
        [ReplyRefusals.NoSuchChoice] = "Välj ett av alternativen.",
        [ReplyRefusals.TooSmall] = "Talet ska vara minst {0}.",
        [ReplyRefusals.TooLarge] = "Talet får vara högst {0}.",
        [ReplyRefusals.TooManyDecimals] = "Talet får ha högst {0} decimaler.",
        [ReplyRefusals.DayUnlikely] = "Kontrollera årtalet.",
        [ReplyRefusals.TooManyRows] = "Tabellen får ha högst {0} rader.",
        [ReplyRefusals.CellMissing] = "Fyll i ”{1}” på rad {0}.",
        [ReplyRefusals.CellUnreadable] = "”{1}” på rad {0} går inte att läsa.",
        [ReplyRefusals.Missing] = "”{0}” är inte besvarad.",
        [ReplyRefusals.EvidenceMissing] = "En fil saknas till ”{0}”.",
        [ReplyRefusals.ChangedByColleague] =
            "En kollega har ändrat svaret medan du skrev. Spara igen om ditt svar ska gälla.",
        [AnswerRefusals.NotConfirmed] = "Intyga att du får svara för verksamheten.",
    };
}
