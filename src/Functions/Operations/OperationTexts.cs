using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Texts;
using Oversight.Texts;

namespace Oversight.Functions.Operations;

/// <summary>The texts of one operation, with what the writer answered about what looks like a personnummer.</summary>
public class OperationTexts(
    TextHashes hashes, string operation, string request, string entryPurpose, string retentionClass)
    : RequestTexts(hashes, operation, request, entryPurpose, retentionClass)
{
    public WrittenText Add(FieldValues values, WordsField field) =>
        Add(field.Name, values.Text(field), values.Numbers(field));

    public WrittenText Add(string field, string? typed, string? numbers)
    {
        var text = Normalise(typed);
        return Keep(field, numbers == WordsField.RemoveNumbers ? PersonalNumberSuspicion.Remove(text) : text,
            numbers == WordsField.OtherNumbers);
    }
}
