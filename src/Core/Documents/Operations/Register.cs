namespace Oversight.Documents;

public abstract partial record DocumentCommand
{
    /// <summary>The registrator enters the diarienummer of the ärende; several documents may share one.</summary>
    /// <param name="Number">As written in the registry; there is no national form.</param>
    /// <param name="Pattern">The board's form of a diarienummer, from the settings.</param>
    /// <param name="Example">Told when the number has another form.</param>
    /// <param name="Files">
    /// The latest version again, with the number in its head: kept as a version of its own, unless the document is one
    /// that gets no more versions.
    /// </param>
    public sealed record Register(string Number, string Pattern, string Example, IReadOnlyList<DocumentFile> Files)
        : DocumentCommand
    {
        internal override Decision<DocumentEvent> Decide(DocumentState state, CommandContext context)
        {
            if (state is not DocumentState.Kept kept)
                return new Refusal(DocumentRefusals.NotFound);
            var number = TypedText.Code(Number);
            if (DiaryNumber.Fault(number, Pattern, Example) is { } refusal)
                return refusal;
            if (number == kept.RegistrationNumber)
                return Decision.Accept<DocumentEvent>();
            var registered = new DocumentEvent.Registered(number);
            if (!DocumentDecider.TakesVersions(kept.Status) || Files.Count == 0)
                return registered;
            var latest = kept.Latest;
            return Decision.Accept<DocumentEvent>(
                registered,
                new DocumentEvent.VersionAdded(
                    latest.Number + 1, latest.Title, latest.Date, latest.IsDraft, context.Actor.Role, Files,
                    latest.MadeFrom, latest.Content, kept.About));
        }
    }
}

public abstract partial record DocumentEvent
{
    public sealed record Registered(string Number) : OfKept
    {
        internal override DocumentState Apply(DocumentState.Kept kept) => kept with { RegistrationNumber = Number };
    }
}
