using System.Security.Cryptography;
using System.Text;
using Oversight.Documents;

namespace Oversight.Functions.Documents.Html;

/// <summary>
/// The look of a stored HTML document. It travels inside the file, because a file that is opened years from now must
/// not need us; the policy allows this style and nothing else, whatever a text may hold.
/// </summary>
internal static class DocumentStyle
{
    public static string Css { get; } = Sheet + string.Concat(
        Enum.GetValues<Shade>().Select(shade => $".shade-{(int)shade} {{ background: #{ShadeColors.Of(shade)}; }}\n"));

    public static string SecurityPolicy { get; } =
        "default-src 'none'; img-src data:; style-src "
        + $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; "
        + "base-uri 'none'; form-action 'none'";

    private const string Sheet = """
        :root { color-scheme: light; }
        body {
          margin: 0; background: #fff; color: #1a1a1a;
          font: 1rem/1.55 Calibri, Carlito, "Segoe UI", Arial, sans-serif;
        }
        main { max-width: 50rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1, h2, h3, h4 { color: #1b3a4b; line-height: 1.25; break-after: avoid; }
        h1 { font-size: 1.9rem; margin: 1.5rem 0 1rem; }
        h2 { font-size: 1.4rem; margin: 2rem 0 .5rem; }
        h3 { font-size: 1.15rem; margin: 1.5rem 0 .4rem; }
        h4 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
        .letterhead {
          display: flex; justify-content: space-between; align-items: flex-start; gap: 1rem; margin-bottom: 1rem;
        }
        .arms { height: 2cm; width: auto; }
        .municipality { margin: 0; font-size: 1.2rem; font-weight: 700; white-space: nowrap; }
        address { font-style: normal; font-size: .8rem; line-height: 1.35; text-align: right; }
        .head dl {
          display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .6rem 1rem; margin: 0;
          padding: .75rem; border: 1px solid #767f85;
        }
        .head dt { font-size: .8rem; color: #4a4a4a; }
        .head dd { margin: 0; }
        .mark {
          font-weight: 700; color: #8a1c1c; border: 2px solid #8a1c1c; padding: .25rem .6rem; width: fit-content;
        }
        .text { white-space: pre-line; max-width: 42rem; }
        li { margin: .25rem 0; max-width: 42rem; }
        .wide { overflow-x: auto; margin: 1.25rem 0; }
        table { border-collapse: collapse; width: 100%; font-size: .94rem; }
        caption { text-align: left; font-weight: 700; padding: .25rem 0; break-after: avoid; }
        th, td {
          border: 1px solid #9aa7af; padding: .35rem .5rem; text-align: left; vertical-align: top;
          white-space: pre-line;
        }
        thead th { background: #e6eef2; }
        tbody th { font-weight: 400; }
        .end { text-align: right; font-variant-numeric: tabular-nums; }
        .center { text-align: center; }
        td.bar { width: 35%; }
        td.bar svg { display: block; width: 100%; height: 1em; }
        .signature { margin-top: 3.5rem; break-inside: avoid; break-before: avoid; }
        .signature .line {
          display: block; min-height: 1.5em; width: 18rem; max-width: 100%; border-bottom: 1px solid #1a1a1a;
        }
        .signature .of { display: block; }
        .attachments { list-style: none; padding: 0; }
        @page {
          size: A4;
          margin: 2.2cm;
          @top-right {
            content: counter(page) " (" counter(pages) ")";
            font: 9pt Calibri, Carlito, "Segoe UI", Arial, sans-serif;
          }
        }
        @media print {
          html { font-size: 10.5pt; }
          h2 { margin-top: 1.4rem; }
          .signature { margin-top: 2rem; }
          main { max-width: none; padding: 0 1px; }
          .wide { overflow: visible; }
          thead { display: table-header-group; }
          tr { break-inside: avoid; }
          .head, .attachments li { break-inside: avoid; }
          body, td, th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """;
}
