using Oversight.Texts;

namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>Hides every place where <paramref name="Words"/> stand in the present text.</summary>
    /// <param name="PresentText">The text that the reference in the state names.</param>
    public sealed record Mask(string Words, WrittenText PresentText, WrittenText Reason, ConcernRules Rules)
        : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context)
        {
            var present = state.RequiredFile.Text.Reference;
            var found = PresentText.Hash == present.Hash ? Masking.Find(PresentText.Text, Words) : [];
            Refusal[] faults =
            [
                .. PresentText.IsEmpty ? [new Refusal(ConcernRefusals.TextErased)] : Array.Empty<Refusal>(),
                .. WhyNotHidden(found.Count) is { } refusal ? [refusal] : Array.Empty<Refusal>(),
                .. ConcernChecks.Reason(Reason, Rules),
            ];
            return Decision.Unless<ConcernEvent>(
                faults, () => new ConcernEvent.Masked(context.Today, present.Name, found, Reason.Kept));
        }

        private Refusal? WhyNotHidden(int found) => (string.IsNullOrWhiteSpace(Words), found) switch
        {
            (true, _) => new Refusal(ConcernRefusals.WordsRequired, "words"),
            (false, 0) => new Refusal(ConcernRefusals.WordsNotFound, "words"),
            _ => null,
        };
    }
}

public abstract partial record ConcernEvent
{
    public sealed record Masked(DateOnly On, string TextName, IReadOnlyList<MaskedRange> Ranges, TextReference Reason)
        : ConcernEvent(On)
    {
        /// <summary>A text that has been corrected since is another one.</summary>
        internal override ConcernState Apply(ConcernState state) => state.Change(file =>
            file.Step(ConcernStepKind.Masked, On) with
            {
                Text = TextName == file.Text.Reference.Name ? file.Text.Hide(Ranges) : file.Text,
            });
    }
}
