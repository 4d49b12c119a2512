using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Documents.Html;
using Oversight.Functions.Operations;
using Oversight.Functions.Search;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Documents;

public static class DocumentServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddStreamKind(DocumentStream.Kind)
        .AddSingleton<HtmlDocumentRenderer>()
        .AddSingleton<DocumentFiles>()
        .AddSingleton<ListExport>()
        .AddSingleton<DocumentStore>()
        .AddSingleton<DocumentList>()
        .AddSingleton<ISearchSource, DocumentSearch>()
        .AddSingleton<DocumentLinks>()
        .AddSubject<DocumentSubject, OpenDocument>()
        .AddSingleton<IRefusalTexts, DocumentRefusalTexts>()
        .AddSingleton<IApiDescription, DocumentApiDescription>();
}
