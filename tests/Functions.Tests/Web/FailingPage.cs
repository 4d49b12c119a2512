using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Oversight.Functions.Tests.Web;

/// <summary>A page that fails halfway through its rendering.</summary>
public sealed class FailingPage : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<p>Halvvägs</p>");
        throw new InvalidOperationException("hemlig anslutningssträng");
    }
}
