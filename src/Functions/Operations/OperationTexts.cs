using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Texts;

namespace Oversight.Functions.Operations;

/// <summary>The texts of one operation, with what the writer answered about what looks like a personnummer.</summary>
public sealed class OperationTexts(TextHashes hashes, string operation, Envelope envelope, string entryPurpose, string retentionClass)
    : RequestTexts(hashes, operation, RequestOf(envelope), entryPurpose, retentionClass)
{
    public WrittenText Add(FieldValues values, WordsField field)
    {
        var (text, numbers) = (Normalise(values.Text(field)), values.Numbers(field));
        return Keep(
            field.Name, numbers == WordsField.RemoveNumbers ? PersonalNumberSuspicion.Remove(text) : text, numbers == WordsField.OtherNumbers);
    }
}
