using Oversight.Documents;

namespace Oversight.Functions.Documents;

/// <summary>What a reader who does not see the page finds the way by.</summary>
internal static class DocumentOutline
{
    /// <summary>In a document without headings the captions of its tables and figures are its headings.</summary>
    public static bool CaptionsAreHeadings(this Document document) => !document.Blocks.OfType<Block.Heading>().Any();
}
