using Oversight.Attachments;
using Oversight.Concerns;
using Oversight.Local.Demonstration;
using Oversight.Providers;
using Oversight.Texts;

namespace Oversight.Host.Tests.Demonstration;

public class DemonstrationDataTests
{
    private static readonly DateOnly Today = new(2027, 1, 15);
    private static readonly DemonstrationData Data = Demonstrations.Municipality(Today);

    [Fact]
    public void Every_organisationsnummer_is_valid_a_legal_persons_and_used_once()
    {
        foreach (var provider in Data.Providers)
        {
            OrganisationNumber.TryParse(provider.Number.Value, out var number).ShouldBeTrue();
            number.IsPersonal.ShouldBeFalse();
        }

        Data.Providers.Select(provider => provider.Number.Value).ShouldBeUnique();
    }

    [Fact]
    public void A_serial_number_always_gives_a_valid_organisationsnummer_and_no_two_the_same()
    {
        var numbers = Enumerable.Range(0, 10_000).Select(serial => FictionalNumbers.Of(Ownership.Private, serial))
            .ToList();
        numbers.ShouldAllBe(number => !number.IsPersonal);
        numbers.Select(number => number.Value).ShouldBeUnique();
    }

    [Fact, Trait("Requirement", "R9")]
    public void It_has_the_size_and_the_breadth_that_a_municipality_has()
    {
        Data.Providers.Count.ShouldBeInRange(36, 44);
        Data.Units.Count().ShouldBeInRange(56, 64);
        Data.Concerns.Count.ShouldBeInRange(390, 410);
        var agreements = Data.Providers.SelectMany(provider => provider.Agreements).ToList();
        agreements.Select(agreement => agreement.Form).Distinct().Count().ShouldBe(4);
        agreements.Select(agreement => agreement.Board).Distinct().Order().ShouldBe(["aldrenamnden", "socialnamnden"]);
        Data.Providers.Single(provider => provider.Ownership == Ownership.Municipal).Agreements
            .Sum(agreement => agreement.Units.Count).ShouldBeGreaterThan(9);
        Data.Units.ShouldContain(unit => unit.Licence.IsRequired && unit.Licence.Number == null);
        Data.Units.Count(unit => unit.Managers.Any(manager => manager.NoticeOn > manager.From)).ShouldBe(1);
        agreements.ShouldContain(agreement => agreement.Terms.ValidTo < Today);
        agreements.ShouldContain(agreement => agreement.Terms.ValidTo > Today
            && agreement.Terms.ValidTo < Today.AddDays(180));
    }

    [Fact]
    public void About_85_of_100_concerns_are_assessed_and_the_newest_wait()
    {
        var assessed = Data.Concerns.Count(concern => concern.Assessment is not null) / (double)Data.Concerns.Count;
        assessed.ShouldBeInRange(0.80, 0.90);
        Data.Concerns.Count(concern => concern.Assessment?.Outcome == ConcernOutcome.Unfounded).ShouldBeInRange(10, 50);
        var proposed = Data.Concerns.Where(
            concern => concern.Assessment?.Outcome == ConcernOutcome.ProposeTriggeredReview).ToList();
        proposed.Count.ShouldBe(4);
        proposed.Count(concern => concern.Assessment!.Decision is null).ShouldBe(2);
        Data.Concerns.Where(concern => concern.Assessment is null).Select(concern => concern.At).Max()
            .ShouldBe(Data.Concerns.Max(concern => concern.At));
    }

    [Fact]
    public void Nothing_is_dated_after_the_day_it_is_seen_from()
    {
        var end = new DateTimeOffset(Today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        Data.Concerns.ShouldAllBe(concern => concern.At < end);
        Data.Concerns.Select(concern => concern.Assessment).OfType<DemonstrationAssessment>()
            .ShouldAllBe(assessment => assessment.At < end);
        Data.Concerns.Select(concern => concern.Assessment?.Decision).OfType<DemonstrationDecision>()
            .ShouldAllBe(decision => decision.At < end);
    }

    [Fact]
    public void No_text_holds_what_looks_like_a_personnummer() =>
        Data.Concerns.SelectMany(concern => new[]
            { concern.Text, concern.UnknownProvider, concern.RegisteredFor, concern.Attachment,
                concern.Assessment?.Reason })
            .OfType<string>().ShouldAllBe(text => PersonalNumberSuspicion.Find(text).Count == 0);

    [Fact]
    public void The_same_day_gives_the_same_data()
    {
        var again = Demonstrations.Municipality(Today);
        again.Concerns.ShouldBe(Data.Concerns);
        again.Providers.Select(provider => (provider.Name, provider.Number))
            .ShouldBe(Data.Providers.Select(provider => (provider.Name, provider.Number)));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(10, 1_000)]
    [InlineData(1_000, 5_000)]
    public void A_measurement_gets_the_size_it_asks_for(int units, int concerns)
    {
        var data = Demonstrations.OfSize(units, concerns, Today);
        data.Units.Count().ShouldBe(units);
        data.Units.Select(unit => unit.Key).ShouldBeUnique();
        data.Concerns.Count.ShouldBe(concerns);
        data.Concerns.Select(concern => concern.Key).ShouldBeUnique();
    }
}
