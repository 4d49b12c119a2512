using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Reviewers;

internal sealed class NameMedicalReviewers(ReviewDesk desk) : ReviewOperation<ReviewCommand.NameMedicalReviewers>
{
    private static readonly WordsField Nurse = Line("nurse", "Medicinskt ansvarig sjuksköterska (MAS)");

    private static readonly WordsField Rehabilitation =
        Line("rehabilitation", "Medicinskt ansvarig för rehabilitering (MAR)");

    public override OperationName Name { get; } = new("name-medical-reviewers", "mas-mar");

    public override string Title => "MAS och MAR som medverkar";

    public override string Button => "Spara";

    public override string Summary =>
        "Antecknar vilken MAS eller MAR som medverkar i granskningen av krav enligt hälso- och sjukvårdslagen.";

    public override string Done => "MAS och MAR är antecknade. De står i granskningsplanen, protokollet och rapporten.";

    public override int Rank => 32;

    public override IReadOnlyList<Field> Fields { get; } = [Nurse, Rehabilitation];

    public override string Lead(OpenReview open) =>
        "När krav enligt hälso- och sjukvårdslagen granskas medverkar den som är medicinskt ansvarig. "
            + "Skriv namnet på den som är tillfrågad och medverkar.";

    /// <summary>Offered where such requirements are judged, and where somebody is named already.</summary>
    public override bool Fits(OpenReview open) =>
        base.Fits(open) && (open.Review.Medical is not null || open.Setup.NeedsMedical(open.Review));

    public override async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenReview open, CancellationToken cancellation)
    {
        if (open.Review.Medical is not { } named)
            return await base.PresentAsync(open, cancellation);
        var texts = await desk.TextsAsync(open.Head.Id, cancellation);
        return new Dictionary<string, IReadOnlyList<string>>
        {
            [Nurse.Name] = [texts.Find(named.Nurse) ?? ""],
            [Rehabilitation.Name] = [texts.Find(named.Rehabilitation) ?? ""],
        };
    }

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.NameMedicalReviewers(
            texts.Add(values, Nurse), texts.Add(values, Rehabilitation), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.MedicalReviewersNamed { Reviewers: var named }
            ? new Told(
                "MAS och MAR antecknade",
                [("Medverkar", string.Join(" och ", ReviewWords.Medical(named).Select(one => one.Short)))])
            : null;

    private static WordsField Line(string name, string label) =>
        new(name, label, limits => limits.ShortText) { IsLine = true };
}
