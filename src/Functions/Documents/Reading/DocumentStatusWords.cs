using Oversight.Documents;

namespace Oversight.Functions.Documents;

/// <summary>A status as the API writes it and an address carries it.</summary>
public static class DocumentStatusWords
{
    public static string All { get; } = string.Join(", ", Enum.GetValues<DocumentStatus>().Select(Word));

    /// <summary>Nothing is read as no wish; false for a word that is no status.</summary>
    public static bool TryParse(string? word, out DocumentStatus? status)
    {
        status = null;
        if (string.IsNullOrEmpty(word))
            return true;
        status = Enum.GetValues<DocumentStatus>().Cast<DocumentStatus?>().FirstOrDefault(
            candidate => Word(candidate!.Value) == word);
        return status is not null;
    }

    public static string Word(DocumentStatus status) => char.ToLowerInvariant($"{status}"[0]) + $"{status}"[1..];
}
