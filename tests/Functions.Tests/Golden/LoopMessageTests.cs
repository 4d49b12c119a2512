using System.Text.Json;
using Oversight.Functions.Waiting;
using Oversight.Waiting;

namespace Oversight.Functions.Tests.Golden;

/// <summary>
/// What stands in the histories of loops that wait for months, as the worker writes it: each line was once written by
/// the code and is read for ever. Fields are added, never renamed or removed.
/// </summary>
public class LoopMessageTests
{
    private static readonly DueStep Step = new("decision-1", "remind", new DateOnly(2027, 1, 26));

    [Fact]
    public void Inputs_results_and_carried_state_are_written_and_read_as_ever()
    {
        Keeps(new LoopState(3, "changed"), """{"Turn":3,"Carried":"changed"}""");
        Keeps(new ActInput("concern-1", Step),
            """{"StreamId":"concern-1","Step":{"What":"decision-1","Name":"remind","Day":"2027-01-26"}}""");
        Keeps(
            new Seen("concern-1", 2, Step.Day, LoopNames.LoopV1, 3, true, "changed"),
            """{"StreamId":"concern-1","Version":2,"Day":"2027-01-26","Loop":"Waiting_Loop_V1","Turn":3,"Ended":true,"Carried":"changed"}""");
        var asked =
            """{"Version":2,"Day":"2027-01-26","Due":[{"What":"decision-1","Name":"remind","Day":"2027-01-26"}],"Ended":false}""";
        JsonSerializer.Serialize(new Asked(2, Step.Day, [Step], false)).ShouldBe(asked);
        JsonSerializer.Deserialize<Asked>(asked)!.Due.ShouldBe([Step]);
    }

    [Fact]
    public void Names_in_histories_stay() =>
        new[] { LoopNames.LoopV1, LoopNames.Ask, LoopNames.Act, LoopNames.RecordSeen, LoopNames.Changed }
            .ShouldBe(["Waiting_Loop_V1", "Waiting_Ask", "Waiting_Act", "Waiting_RecordSeen", "changed"]);

    private static void Keeps<T>(T value, string sample)
    {
        JsonSerializer.Serialize(value).ShouldBe(sample);
        JsonSerializer.Deserialize<T>(sample).ShouldBe(value);
    }
}
