using Oversight.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Reviews.Registration;

/// <summary>The registrator enters the diarienummer of a review's ärende, or corrects it.</summary>
internal sealed class RegisterCase : Operation<OpenReviewCase>
{
    public const string Segment = "oppna-arende";

    public static readonly LineField Number = new("number", "Diarienummer")
    {
        Required = true,
        Width = 20,
        Longest = DiaryNumber.Longest,
        Hint = "Granskningens handlingar får numret i sitt huvud från och med nu.",
    };

    public override OperationName Name { get; } = new("register-case", Segment);

    public override string Title => "Öppna ärendet";

    public override string Button => "Spara diarienummer";

    public override string Summary => "Registratorn antecknar diarienumret för granskningens ärende.";

    public override string Done => "Diarienumret är sparat. Granskarna kan skicka handlingar i ärendet.";

    public override Permission Permission => Permission.RegisterDocuments;

    public override IReadOnlyList<Field> Fields { get; } = [Number];

    /// <summary>The list leads to it.</summary>
    public override bool HasOwnLink => true;

    public override bool IsFor(OpenReviewCase open) => ReviewCases.MayRegister(open.Review.User, open.Review.Board);

    public override bool Fits(OpenReviewCase open) =>
        Oversight.Reviews.ReviewTransitions.Allows(
            open.Review.State.Status, typeof(Oversight.Reviews.ReviewCommand.RegisterCase));

    public override string Lead(OpenReviewCase open) =>
        $"Kvalitetsgranskning av {open.Review.Review.Unit.Name}, {open.Review.Review.Unit.ProviderName}, påbörjad "
        + $"{SwedishDates.Text(open.Review.Review.StartedOn!.Value)}. "
        + $"Nummer skrivs som {open.Review.InForce.Settings.DocumentHead(open.Review.Board).DiaryNumberExample}.";

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenReviewCase open, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            new Dictionary<string, IReadOnlyList<string>> { [Number.Name] = [open.Review.Review.CaseNumber ?? ""] });
}
