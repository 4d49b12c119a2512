using Oversight.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;

namespace Oversight.Functions.Documents.Operations;

/// <summary>The registrator enters the diarienummer.</summary>
internal sealed class Register(DocumentFiles files) : Operation<OpenDocument>
{
    public static readonly LineField Number = new("number", "Diarienummer")
    {
        Required = true,
        Width = 20,
        Longest = DiaryNumber.Longest,
        Hint = "Flera dokument i samma ärende har samma nummer.",
    };

    public override OperationName Name { get; } = new("register", "diariefor");

    public override string Title => "Diarieför dokumentet";

    public override string Button => "Spara diarienummer";

    public override string Summary => "Registratorn antecknar dokumentets diarienummer.";

    public override string Done => "Diarienumret är sparat.";

    public override Permission Permission => Permission.RegisterDocuments;

    public override IReadOnlyList<Field> Fields { get; } = [Number];

    /// <summary>The page of the document has its form.</summary>
    public override bool HasOwnLink => true;

    public override bool IsFor(OpenDocument open) =>
        Access.Allows(open.User, Permission.RegisterDocuments, open.Kept.Board);

    public override bool Fits(OpenDocument open) => true;

    public override string Lead(OpenDocument open) =>
        $"Nummer skrivs som {open.InForce.Settings.DocumentHead(open.Kept.Board).DiaryNumberExample}. "
        + (DocumentDecider.TakesVersions(open.Kept.Status)
            ? "Dokumentet får en ny version med numret."
            : $"Dokumentet är {open.Kept.Status.Text().ToLower(DocumentWords.Culture)}. Numret antecknas, men filerna "
                + "ändras inte.");

    /// <summary>As registered; otherwise the number of the ärende that it was made with.</summary>
    public override async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenDocument open, CancellationToken cancellation)
    {
        var number = open.Kept.RegistrationNumber
            ?? (await files.ReadModelAsync(open.Kept.Latest, cancellation)).Head.RegistrationNumber;
        return new Dictionary<string, IReadOnlyList<string>> { [Number.Name] = [number ?? ""] };
    }
}
