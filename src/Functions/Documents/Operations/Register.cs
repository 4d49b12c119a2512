using Oversight.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;

namespace Oversight.Functions.Documents.Operations;

/// <summary>The registrator enters the diarienummer.</summary>
internal sealed class Register : Operation<OpenDocument>
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

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenDocument open, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            new Dictionary<string, IReadOnlyList<string>> { [Number.Name] = [open.Kept.RegistrationNumber ?? ""] });
}
