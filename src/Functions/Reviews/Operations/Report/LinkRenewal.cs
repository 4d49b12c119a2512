using Oversight.Functions.Operations.Fields;

namespace Oversight.Functions.Reviews.Operations.Report;

/// <summary>Another svarslänk in place of one, whatever asks the provider: a review or its sanction.</summary>
public static class LinkRenewal
{
    public const string Title = "Byt svarslänk";

    public const string Summary = "Gör svarslänkar som kan ha kommit i orätta händer ogiltiga och skickar en ny.";

    public const string Done = "De gamla länkarna slutar gälla. En ny skickas till enhetens adress.";

    public const string Lead =
        "Det som verksamheten har skrivit finns kvar. Rätta enhetens adress först om den är fel.";

    public const string WhyHint = "Till exempel att länken har skickats till fel person.";

    public static readonly OwnChoiceField What = new("what", "Svarslänk") { Required = true, Unfolds = true };
}
