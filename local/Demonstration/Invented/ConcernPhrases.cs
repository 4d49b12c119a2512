namespace Oversight.Local.Demonstration;

/// <summary>
/// What a concern of one kind is about: the codes it is assessed with and the sentences it is written in. No person is
/// named or can be told from them.
/// </summary>
/// <param name="Area">Quality area of the assessment.</param>
/// <param name="Openings">What happened.</param>
/// <param name="Details">How it was.</param>
internal sealed record ConcernTheme(
    string Category, string Area, string Kind, IReadOnlyList<string> Consequences, IReadOnlyList<string> Openings,
    IReadOnlyList<string> Details);

/// <summary>The sentences of the demonstration, in plain Swedish.</summary>
internal static class ConcernPhrases
{
    public static ConcernTheme LateExecution { get; } = new(
        "ej-verkstallda-bestallningar", "tillganglighet", "klagomal", ["ej-verkstalld", "olagenhet", "ej-verkstalld"],
        [
            "Insatsen har inte kommit igång trots att beställningen skickades för flera veckor sedan.",
            "Beslutet är fattat men utföraren säger att det saknas personal.",
            "Flera pass i rad har ställts in utan att nya tider har erbjudits.",
            "Utföraren har tackat ja till beställningen men inte börjat.",
            "Starten har skjutits upp för tredje gången.",
        ],
        [
            "Kunden har inte fått något besked om när det blir av.",
            "Närstående har fått lösa vardagen själva under tiden.",
            "Jag har ringt utföraren vid två tillfällen och fått olika svar.",
            "Det närmar sig tre månader sedan beslutet.",
            "Inga tider har erbjudits som ersättning.",
        ]);

    public static ConcernTheme Communication { get; } = new(
        "kommunikationsvagar", "helhetssyn-samordning", "synpunkt", ["olagenhet", "ingen", "olagenhet"],
        [
            "Det går inte att få tag på utföraren på det nummer som står i avtalet.",
            "Mejl till samordnaren besvaras inte.",
            "Utföraren kom inte till det inplanerade mötet och hörde inte av sig.",
            "Ändringar i schemat meddelas inte i förväg.",
            "Kontaktuppgifterna som vi har fått stämmer inte längre.",
        ],
        [
            "Jag har försökt under en dryg vecka.",
            "Kunden vet inte vem hen ska vända sig till.",
            "Det har hänt flera gånger den senaste tiden.",
            "Telefonsvararen är full.",
            "Svaret kom först när jag skrev till chefen.",
        ]);

    public static ConcernTheme Continuity { get; } = new(
        "bemanning-och-kontinuitet", "trygghet-sakerhet", "klagomal", ["otrygghet", "olagenhet", "otrygghet"],
        [
            "Kunden har mött många olika personer på kort tid.",
            "Personalen byts ut utan förvarning.",
            "Det kommer en ensam person fast två behövs.",
            "Vikarier kommer utan att ha läst genomförandeplanen.",
            "Besöken blir kortare än vad som är beviljat.",
        ],
        [
            "Det gör kunden orolig inför varje besök.",
            "Ingen har tid att sätta sig in i vad som är viktigt.",
            "Närstående har antecknat nio olika personer på två veckor.",
            "Kunden har bett om en fast kontakt men inte fått det.",
            "Det märks tydligast på kvällar och helger.",
        ]);

    public static ConcernTheme Treatment { get; } = new(
        "bemotande", "sjalvbestammande-integritet", "synpunkt", ["otrygghet", "olagenhet", "otrygghet"],
        [
            "Kunden upplever att personalen pratar över huvudet på hen.",
            "Personalen har gått in utan att ringa på.",
            "Kunden får inte vara med och bestämma när insatsen ska göras.",
            "Tonen mot kunden har varit irriterad.",
            "Personalen har pratat i telefon under hela besöket.",
        ],
        [
            "Kunden vill inte klaga själv eftersom hen är rädd att det blir sämre.",
            "Det har hänt mer än en gång.",
            "Kunden känner sig inte lyssnad på.",
            "Närstående har sagt ifrån utan att det har blivit bättre.",
            "Det gäller inte all personal.",
        ]);

    public static ConcernTheme Documentation { get; } = new(
        "social-dokumentation", "kunskapsbaserad", "individuppfoljning", ["ingen", "olagenhet", "ingen"],
        [
            "Vid uppföljningen fanns ingen aktuell genomförandeplan.",
            "Genomförandeplanen beskriver inte hur insatsen ska göras.",
            "Journalanteckningar saknas för flera veckor.",
            "Målen i planen är samma som för två år sedan.",
            "Händelser som vi känner till finns inte i dokumentationen.",
        ],
        [
            "Utföraren säger att systemet har krånglat.",
            "Kunden har inte varit med när planen skrevs.",
            "Jag har bett om en ny plan men inte fått den.",
            "Det gör det svårt att följa upp om insatsen hjälper.",
            "Detsamma gällde vid förra uppföljningen.",
        ]);

    public static ConcernTheme Health { get; } = new(
        "halso-och-sjukvard", "trygghet-sakerhet", "avvikelse", ["skada", "otrygghet", "skada"],
        [
            "Kunden har inte fått sin medicin vid rätt tid.",
            "En förändring i hälsotillståndet rapporterades inte vidare.",
            "Kunden föll och det dröjde innan någon kom.",
            "Hjälpmedlet användes på fel sätt vid en förflyttning.",
            "Larmet besvarades inte under kvällen.",
        ],
        [
            "Sjuksköterskan fick veta det först dagen efter.",
            "Rutinen fanns men var inte känd av den som arbetade.",
            "Det hade kunnat sluta illa.",
            "Närstående upptäckte det.",
            "Det är andra gången på kort tid.",
        ]);

    public static ConcernTheme Competence { get; } = new(
        "kompetens", "kunskapsbaserad", "klagomal", ["olagenhet", "otrygghet", "olagenhet"],
        [
            "Personalen saknar kunskap om kundens funktionsnedsättning.",
            "Ny personal har inte fått någon introduktion.",
            "Personalen vet inte hur tecken som stöd används.",
            "De som arbetar har svårt att förstå skriftliga instruktioner.",
            "Metoden som står i planen används inte.",
        ],
        [
            "Kunden får förklara samma sak varje gång.",
            "Det leder till missförstånd om maten och om tiderna.",
            "Handledning är utlovad men har inte blivit av.",
            "Chefen känner till det.",
            "Det gör att insatsen tar längre tid än den ska.",
        ]);

    public static ConcernTheme Billing { get; } = new(
        "ekonomi", "effektivitet", "avvikelse", ["ingen", "ingen", "olagenhet"],
        [
            "Fakturan tar upp fler timmar än vad kunden har fått.",
            "Besök har rapporterats dagar då kunden var bortrest.",
            "Samma pass finns på två fakturor.",
            "Kunden har betalat för resor som ska ingå.",
        ],
        [
            "Jag har jämfört med kundens egna anteckningar.",
            "Utföraren har lovat att rätta det.",
            "Det rör sig om några timmar.",
            "Det gäller den senaste månaden.",
        ]);

    public static ConcernTheme Living { get; } = new(
        "bemanning-och-kontinuitet", "leva-som-andra", "synpunkt", ["olagenhet", "otrygghet", "olagenhet"],
        [
            "Kunden kommer inte iväg på sina aktiviteter.",
            "Gemensamma måltider har ställts in under en längre tid.",
            "Alla på boendet måste göra samma sak samtidigt.",
            "Utflykter har ersatts av att se på film.",
        ],
        [
            "Det sägs bero på att det är för få som arbetar.",
            "Kunden hade sett fram emot det länge.",
            "Det har varit så sedan i somras.",
            "Det står annat i genomförandeplanen.",
        ]);

    public static IReadOnlyList<string> Closings { get; } =
    [
        "Jag har berättat för kunden att jag lämnar en synpunkt.",
        "Jag följer upp det enskilda ärendet själv.",
        "Jag lämnar det vidare eftersom jag har hört liknande av andra.",
        "Utföraren känner till att jag lämnar synpunkten.",
        "Jag vill att det vägs in vid nästa uppföljning.",
        "",
    ];

    public static IReadOnlyList<string> ReasonsNoFurther { get; } =
    [
        "Utföraren har rättat till det och visat hur. Inget tyder på att det gäller fler.",
        "Enstaka händelse som utföraren själv upptäckte och åtgärdade samma dag.",
        "Uppgiften är sannolik men liten. Den vägs in i riskanalysen.",
    ];

    public static IReadOnlyList<string> ReasonsDialogue { get; } =
    [
        "Tas upp på nästa kvalitetsdialog tillsammans med liknande synpunkter från samma område.",
        "Bristen är känd. Utföraren får redogöra för sin plan vid nästa dialog.",
        "Uppgiften är trovärdig och rör flera kunder. Vi frågar hur bemanningen planeras.",
    ];

    public static IReadOnlyList<string> ReasonsAsk { get; } =
    [
        "Utföraren ombeds beskriva händelsen och vad som har gjorts för att den inte ska upprepas.",
        "Vi behöver veta om rutinen följs. Utföraren får två veckor på sig att svara.",
        "Uppgiften går inte att bedöma utan utförarens beskrivning.",
    ];

    public static IReadOnlyList<string> ReasonsUnfounded { get; } =
    [
        "Utföraren har visat att besöken gjordes enligt schemat. Synpunkten bygger på ett missförstånd om vilka dagar "
            + "som gällde.",
        "Händelsen gäller en annan verksamhet än den som angavs, och den är redan registrerad där.",
        "Beställningen hade återtagits innan den skulle ha verkställts.",
    ];

    public static string ReasonReview =>
        "Det är nu flera synpunkter från flera handläggare om samma sak, och allvaret ökar. Kunder får inte sina "
        + "insatser. "
        + "Jag föreslår en påkallad granskning av verkställighet, bemanning och social dokumentation.";
}
