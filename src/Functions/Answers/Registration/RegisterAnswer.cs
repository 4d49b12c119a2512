using Oversight.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Reviews.Registration;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Answers.Registration;

/// <summary>The registrator enters the diarienummer of an answer, or corrects it.</summary>
internal sealed class RegisterAnswer : Operation<OpenReceivedAnswer>
{
    public const string Segment = "diariefor";

    public static readonly LineField Number = new("number", "Diarienummer")
    {
        Required = true,
        Width = 20,
        Longest = DiaryNumber.Longest,
        Hint = "Flera handlingar i samma ärende har samma nummer.",
    };

    public override OperationName Name { get; } = new("register-answer", Segment);

    public override string Title => "Diarieför svaret";

    public override string Button => "Spara diarienummer";

    public override string Summary => "Registratorn antecknar svarets diarienummer.";

    public override string Done => "Diarienumret är sparat.";

    public override Permission Permission => Permission.RegisterDocuments;

    public override IReadOnlyList<Field> Fields { get; } = [Number];

    /// <summary>The list leads to it.</summary>
    public override bool HasOwnLink => true;

    public override bool IsFor(OpenReceivedAnswer open) => ReviewCases.MayRegister(open.User, open.Board);

    public override bool Fits(OpenReceivedAnswer open) => true;

    public override string Lead(OpenReceivedAnswer open) =>
        $"{open.Title} lämnades in {SwedishDates.Text(open.Answer.Signature!.On)}. "
        + $"Nummer skrivs som {open.InForce.Settings.DocumentHead(open.Board).DiaryNumberExample}.";

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenReceivedAnswer open, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            new Dictionary<string, IReadOnlyList<string>> { [Number.Name] = [open.Answer.RegistrationNumber ?? ""] });
}
