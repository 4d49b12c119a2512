namespace Oversight.Documents;

/// <summary>What may be asked of a kept document; each stands in <c>Operations</c> with what happens then.</summary>
public abstract partial record DocumentCommand
{
    private DocumentCommand()
    {
    }

    internal abstract Decision<DocumentEvent> Decide(DocumentState state, CommandContext context);
}
