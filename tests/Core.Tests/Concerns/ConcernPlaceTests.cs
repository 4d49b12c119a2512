using Oversight.Concerns;
using Oversight.Texts;
using static Oversight.Core.Tests.Concerns.ConcernScenario;

namespace Oversight.Core.Tests.Concerns;

/// <summary>
/// Where a concern belongs, what it belongs with and what of it is hidden: each event and what it leaves.
/// </summary>
public class ConcernPlaceTests
{
    private static readonly Id Concern = IdOf(8);
    private static readonly Id Other = IdOf(9);
    private static readonly TextReference Reason = Text("Fel plats.", "move").Kept;
    private static readonly ConcernCommand.Report AtUnknown =
        Report with { Place = new ConcernPlace.Unknown(Text("Firman", "unknown"), Social) };
    private static readonly ConcernCommand.Correct Correct =
        new(Text("Ingen kom i onsdags.", "report-2"), null, null, null, Text("Fel dag.", "correct"), Rules);

    [Fact]
    public void A_mask_belongs_to_the_text_that_was_masked()
    {
        var mask = new ConcernCommand.Mask("tisdags", Report.Text, Text("Namn.", "mask"), Rules);
        Given(Report).Happening(mask).Single().ShouldBeOfType<ConcernEvent.Masked>().ShouldSatisfyAllConditions(
            masked => (masked.On, masked.TextName, masked.Reason)
                .ShouldBe((Today, "report", Text("Namn.", "mask").Kept)),
            masked => masked.Ranges.ShouldBe([new MaskedRange(12, 7)]));
        var masked = Given(Report, mask);
        (Steps(masked), masked.FileOrNone!.WeighedAt, masked.FileOrNone.Text.Masks.Count)
            .ShouldBe(("Received Masked", 1, 1));
        var late = Given(Report, Correct).After(Given(Report).Happening(mask));
        late.FileOrNone!.Text.Masks.ShouldBeEmpty();
        Faults(Given(Report, Correct), mask).ShouldBe("words:concern.words-not-found");
    }

    [Fact]
    public void A_move_to_a_unit_and_to_a_board()
    {
        var toUnit = new ConcernCommand.Move(new ConcernPlace.AtUnit(OtherUnit), Text("Fel plats.", "move"), Rules);
        Given(Report).Happening(toUnit)
            .ShouldBe([new ConcernEvent.Moved(Today, Social, Unit, Elder, OtherUnit, null, Reason)]);
        var toBoard = toUnit with { Place = new ConcernPlace.Unknown(Text("Annan firma", "u"), Elder) };
        Given(AtUnknown).Happening(toBoard)
            .ShouldBe(
                [new ConcernEvent.Moved(Today, Social, null, Elder, null, Text("Annan firma", "u").Kept, Reason)]);
        var file = Given(AtUnknown, toUnit).FileOrNone!;
        (file.Unit, file.Board, file.UnknownProvider, file.WeighedAt)
            .ShouldBe((OtherUnit, Elder, Text("Firman", "unknown").Kept, 2));
        Steps(Given(AtUnknown, toBoard)).ShouldBe("Received Moved");
        Given(Report, toBoard).FileOrNone!.Unit.ShouldBeNull();
        Given(Report, toBoard with { Place = new ConcernPlace.Unknown(Text("x"), Social) }).FileOrNone!.Unit
            .ShouldBeNull();
        Faults(Given(AtUnknown), toBoard with { Place = new ConcernPlace.Unknown(Text("x"), Social) })
            .ShouldBe("unitId:concern.same-place");
        Faults(Given(Report), toUnit with { Place = new ConcernPlace.AtUnit(Unit) })
            .ShouldBe("unitId:concern.same-place");
        Faults(Given(Report), toUnit with { Place = new ConcernPlace.NotChosen() })
            .ShouldBe("unitId:concern.unit-required");
        Faults(Given(Report), toUnit with { Place = new ConcernPlace.NoSuchUnit() })
            .ShouldBe("unitId:concern.unknown-unit");
        Faults(Given(Report), toBoard with { Place = new ConcernPlace.Unknown(Text(new string('x', 501)), Elder) })
            .ShouldBe("unknownProvider:concern.text-too-long(501, 500)");
    }

    [Fact]
    public void A_link_to_a_unit_and_to_another_concern()
    {
        Given(AtUnknown).Happening(new ConcernCommand.LinkToUnit(new ConcernPlace.AtUnit(Unit)))
            .ShouldBe([new ConcernEvent.LinkedToUnit(Today, Unit)]);
        var linked = Given(AtUnknown, new ConcernCommand.LinkToUnit(new ConcernPlace.AtUnit(Unit)));
        (Steps(linked), linked.FileOrNone!.WeighedAt, linked.FileOrNone.Unit).ShouldBe(("Received Linked", 2, Unit));

        var link = new ConcernCommand.LinkToConcern(Concern, Other, ConcernLinkKind.SameEvent);
        Given(Report).Happening(link)
            .ShouldBe([new ConcernEvent.LinkedToConcern(Today, Other, ConcernLinkKind.SameEvent)]);
        Given(Report, link).Happening(link).ShouldBeEmpty();
        var third = link with { Other = IdOf(10) };
        var links = Given(Report, link, third, link with { Kind = ConcernLinkKind.Duplicate }).FileOrNone!;
        links.Links
            .ShouldBe([new ConcernLink(IdOf(10), ConcernLinkKind.SameEvent),
                new ConcernLink(Other, ConcernLinkKind.Duplicate)]);
        links.WeighedAt.ShouldBe(4);
        var unlink = new ConcernCommand.UnlinkConcern(Other);
        Given(Report, link, third).Happening(unlink).ShouldBe([new ConcernEvent.UnlinkedFromConcern(Today, Other)]);
        var unlinked = Given(Report, link, third, unlink).FileOrNone!;
        unlinked.Links.ShouldBe([new ConcernLink(IdOf(10), ConcernLinkKind.SameEvent)]);
        unlinked.WeighedAt.ShouldBe(4);
    }
}
