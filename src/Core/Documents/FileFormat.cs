namespace Oversight.Documents;

/// <summary>The forms in which each version of a document is kept.</summary>
public enum FileFormat
{
    /// <summary>Word, for those who work on with it.</summary>
    [StoredName("docx")]
    Docx,

    /// <summary>HTML, for screen and print.</summary>
    [StoredName("html")]
    Html,

    /// <summary>The document's model, from which the others were made and can be made again. Not handed out.</summary>
    [StoredName("model")]
    Model,
}
