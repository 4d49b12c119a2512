namespace Oversight.Documents;

/// <summary>What has happened to a kept document. Who, in which role and when stand on the stored event.</summary>
public abstract partial record DocumentEvent
{
    private DocumentEvent()
    {
    }

    /// <summary>The state afterwards.</summary>
    internal abstract DocumentState Apply(DocumentState state);

    private InvalidOperationException CannotFollow(DocumentState state) =>
        new($"{GetType().Name} cannot follow {state.GetType().Name}.");

    /// <summary>What happens only to a document that there is.</summary>
    public abstract record OfKept : DocumentEvent
    {
        private protected OfKept()
        {
        }

        internal override DocumentState Apply(DocumentState state) =>
            state is DocumentState.Kept kept ? Apply(kept) : throw CannotFollow(state);

        internal abstract DocumentState Apply(DocumentState.Kept kept);
    }
}
