using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Oversight.Documents;

namespace Oversight.Functions.Documents.Word;

/// <summary>
/// Title, language and origin of the file (docProps/core.xml). The day is the document's own: the package knows no
/// other time.
/// </summary>
internal static class WordProperties
{
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";
    private const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    public static void Write(CoreFilePropertiesPart part, Document document)
    {
        using var stream = part.GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(stream);
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "dcterms", null, Terms);
        xml.WriteAttributeString("xmlns", "xsi", null, Xsi);
        xml.WriteElementString("dc", "title", DublinCore, DocumentText.Clean(document.Title));
        xml.WriteElementString("dc", "subject", DublinCore, DocumentText.Clean(document.Head.TypeText));
        xml.WriteElementString("dc", "creator", DublinCore, DocumentText.Clean(document.Head.Municipality));
        xml.WriteElementString("dc", "language", DublinCore, DocumentWords.Language);
        xml.WriteElementString("cp", "contentStatus", Core, document.Head.Status.Text());
        foreach (var name in (string[])["created", "modified"])
        {
            xml.WriteStartElement("dcterms", name, Terms);
            xml.WriteAttributeString("xsi", "type", Xsi, "dcterms:W3CDTF");
            xml.WriteString($"{document.Head.Date.Text()}T00:00:00Z");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
