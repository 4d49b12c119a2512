namespace Oversight.Functions.Waiting;

/// <summary>
/// Names that stand in stored histories: never changed, never used again. A loop whose awaits change gets a new name;
/// the old one stays until no instance of it is left.
/// </summary>
public static class LoopNames
{
    public const string LoopV1 = "Waiting_Loop_V1";
    public const string Ask = "Waiting_Ask";
    public const string Act = "Waiting_Act";
    public const string RecordSeen = "Waiting_RecordSeen";
    public const string Changed = "changed";
}
