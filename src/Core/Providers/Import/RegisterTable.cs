namespace Oversight.Providers.Import;

/// <summary>A file cut into cells; what they mean is not yet known.</summary>
public sealed record RegisterTable(IReadOnlyList<string> Headers, IReadOnlyList<RegisterLine> Lines);

/// <param name="Number">Row number as a person counts them in the file, the header being 1.</param>
public sealed record RegisterLine(int Number, IReadOnlyList<string> Cells)
{
    public bool IsBlank => Cells.All(TypedText.IsBlank);
}

/// <summary>One thing that is wrong in a file: where, and why.</summary>
/// <param name="Row">0 when it is the file as a whole.</param>
public sealed record ImportProblem(int Row, string? Column, Refusal Refusal);

/// <summary>Limits and refusals of files.</summary>
public static class ImportLimits
{
    /// <summary>No more problems than a person can read are reported at once.</summary>
    public const int Problems = 200;
}

public static class ImportRefusals
{
    public const string Empty = "import.empty";
    public const string TooLarge = "import.too-large";
    public const string TooManyRows = "import.too-many-rows";
    public const string NotText = "import.not-text";
    public const string NotReadable = "import.not-readable";
    public const string ColumnMissing = "import.column-missing";
    public const string ColumnUnknown = "import.column-unknown";
    public const string ColumnTwice = "import.column-twice";
    public const string CellCount = "import.cell-count";
    public const string RowContradicts = "import.row-contradicts";

    /// <summary>
    /// A key that a spreadsheet seems to have made of a known one: asked back, never taken for a new one.
    /// </summary>
    public const string KeyMangled = "import.key-mangled";

    /// <summary>A key that no person wrote, whatever it was.</summary>
    public const string KeyNotAsWritten = "import.key-not-as-written";
    public const string UnitTwice = "import.unit-twice";
    public const string UnitWithoutAgreement = "import.unit-without-agreement";
    public const string AgreementFixed = "import.agreement-fixed";
    public const string SoleTraderUnknown = "import.sole-trader-unknown";
    public const string AlreadyAccepted = "import.already-accepted";
    public const string NotAccepted = "import.not-accepted";
    public const string FileMissing = "import.file-missing";

    /// <summary>The register has changed since the file was checked, so that it no longer can be carried out.</summary>
    public const string RegisterChanged = "import.register-changed";
}
