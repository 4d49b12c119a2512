namespace Oversight.LoopApp.Loop;

/// <summary>
/// Names that stand in stored histories: never changed, never used again. A loop whose awaits change gets a new name; the old
/// one stays until no instance of it is left.
/// </summary>
public static class LoopNames
{
    public const string LoopV1 = "Loop_V1";
    public const string LoopV2 = "Loop_V2";
    public const string Ask = "Loop_Ask";
    public const string Act = "Loop_Act";
    public const string RecordSeen = "Loop_RecordSeen";
    public const string Changed = "changed";
}
