using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals.Operations;

/// <summary>Says that IVO has been told: by those who decide, or by a kvalitetsutvecklare.</summary>
internal sealed class RecordIvoReport : IvoOperation
{
    private static readonly DayField ReportedOn = new("reportedOn", "Vilken dag lämnades anmälan?")
    {
        Required = true,
        NotAfterToday = true,
    };

    private static readonly LineField Number = new("number", "IVO:s nummer") { Required = true, Width = 20 };

    public override OperationName Name { get; } = new("record-report", "anmald");

    public override string Title => "Anteckna att anmälan är lämnad";

    public override string Button => "Spara";

    public override string Summary => "Antecknar att IVO har fått anmälan, vilken dag och med vilket nummer.";

    public override string Done => "Anmälan är antecknad. Ställningstagandet är klart.";

    public override int Rank => 20;

    public override IReadOnlyList<Field> Fields { get; } = [ReportedOn, Number];

    public override Permission Permission => Permission.ReadReviews;

    public override bool IsFor(OpenIvo open) => open.IsSeen
        && (Access.Allows(open.User, Permission.Review, open.Board)
            || Access.Allows(open.User, Permission.DecideReferrals, open.Board));

    public override bool Fits(OpenIvo open) => open.State.Status == IvoStatus.ToReport;

    public override IvoCommand Command(OpenIvo open, FieldValues values, OperationTexts texts) =>
        new IvoCommand.RecordReport(values.Read(ReportedOn), values.Text(Number));
}
