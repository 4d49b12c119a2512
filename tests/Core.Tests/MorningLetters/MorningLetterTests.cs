using Oversight.MorningLetters;

namespace Oversight.Core.Tests.MorningLetters;

/// <summary>The morgonbrev is wished by the person alone, and sent once a day.</summary>
public class MorningLetterTests
{
    private static readonly DateOnly Monday = new(2027, 1, 18);
    private static readonly MorningLetterCommand.TurnOn On = new(Text("anna@kommunen.example", "a"));
    private static readonly MorningLetterCommand.TurnOff Off = new();
    private static readonly MorningLetterCommand.RecordSent Sent = new(Monday);
    private static readonly MorningLetterCommand.RecordObstacle Refused = new(Monday, MorningObstacle.Refused);
    private static readonly MorningLetterCommand.RecordObstacle NoServer = new(Monday, MorningObstacle.NoMailServer);

    [Fact]
    public void It_is_the_wish_of_whoever_asks_with_the_address_kept_apart()
    {
        var wish = Given(On).Wish.ShouldNotBeNull();
        (wish.UserId, wish.Since, wish.Address).ShouldBe(("anna", Monday, On.Address.Kept));
        MorningLetterDecider.IdOf("anna").ShouldNotBe(MorningLetterDecider.IdOf("bo"));
    }

    [Theory]
    [InlineData("", "address:morning-letter.address-missing")]
    [InlineData("anna", "address:morning-letter.address-impossible")]
    [InlineData("anna@kommunen", "address:morning-letter.address-impossible")]
    [InlineData("anna@kommunen.example, bo@kommunen.example", "address:morning-letter.address-impossible")]
    public void What_is_no_address_is_refused_at_its_field(string address, string refusal) =>
        Answer(MorningLetterState.Initial, new MorningLetterCommand.TurnOn(Text(address, "x"))).ShouldBe(refusal);

    [Fact]
    public void Another_address_takes_the_place_of_the_first_which_is_told_to_go()
    {
        var other = new MorningLetterCommand.TurnOn(Text("anna.ek@kommunen.example", "b"));
        Answer(Given(On), On).ShouldBe("address:morning-letter.already-on");
        Happening(Given(On), other).ShouldBeOfType<MorningLetterEvent.TurnedOn>().Replaced.ShouldBe(On.Address.Kept);
        Given(On, other).Wish!.Address.ShouldBe(other.Address.Kept);
        Happening(MorningLetterState.Initial, On).ShouldBeOfType<MorningLetterEvent.TurnedOn>().Replaced.ShouldBeNull();
    }

    [Fact]
    public void Turned_off_nothing_is_due_and_it_is_turned_off_once()
    {
        Happening(Given(On), Off).ShouldBeOfType<MorningLetterEvent.TurnedOff>().Replaced.ShouldBe(On.Address.Kept);
        Given(On, Off).IsDueOn(Monday).ShouldBeFalse();
        Answer(Given(On, Off), Off).ShouldBe("morning-letter.already-off");
        Answer(Given(On, Off), Sent).ShouldBe("");
    }

    [Fact]
    public void One_a_day_is_sent_and_recorded_once()
    {
        Given(On).IsDueOn(Monday).ShouldBeTrue();
        Given(On, Sent).IsDueOn(Monday).ShouldBeFalse();
        Given(On, Sent).IsDueOn(Monday.AddDays(-1)).ShouldBeFalse("A letter of an earlier day comes too late.");
        Given(On, Sent).IsDueOn(Monday.AddDays(1)).ShouldBeTrue();
        Answer(Given(On, Sent), Sent).ShouldBe("");
    }

    [Fact]
    public void A_refused_address_ends_it_until_the_address_is_saved_again_and_a_missing_server_does_not()
    {
        Given(On, Refused).IsDueOn(Monday.AddDays(1)).ShouldBeFalse();
        Given(On, Refused, On).ShouldSatisfyAllConditions(
            again => again.Obstacle.ShouldBeNull(), again => again.IsDueOn(Monday).ShouldBeTrue());
        Given(On, NoServer).IsDueOn(Monday.AddDays(1)).ShouldBeTrue();
        Answer(Given(On, NoServer), NoServer).ShouldBe("", "Once is enough.");
        Given(On, NoServer, Sent).Obstacle.ShouldBeNull();
    }

    private static MorningLetterState Given(params MorningLetterCommand[] commands) => commands.Aggregate(
        MorningLetterState.Initial,
        (state, command) => MorningLetterDecider.Evolve(state, Happening(state, command)));

    private static MorningLetterEvent Happening(MorningLetterState state, MorningLetterCommand command) =>
        Decide(state, command).ShouldBeOfType<Decision<MorningLetterEvent>.Accepted>().Events.ShouldHaveSingleItem();

    private static string Answer(MorningLetterState state, MorningLetterCommand command) =>
        Decide(state, command) switch
        {
            Decision<MorningLetterEvent>.Refused refused => string.Join(' ', refused.Reasons.Select(RefusalText.Of)),
            Decision<MorningLetterEvent>.Accepted accepted =>
                string.Join(' ', accepted.Events.Select(happened => happened.GetType().Name)),
            _ => throw new InvalidOperationException(),
        };

    private static Decision<MorningLetterEvent> Decide(MorningLetterState state, MorningLetterCommand command) =>
        MorningLetterDecider.Decide(
            state, command,
            new CommandContext(new Actor("anna", Role.CaseOfficer), new(2027, 1, 18, 7, 0, 0, TimeSpan.Zero), Monday));

    private static WrittenText Text(string text, string hash) => new("entry#address", text, hash);
}
