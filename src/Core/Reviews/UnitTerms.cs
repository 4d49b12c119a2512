using Oversight.Settings;

namespace Oversight.Reviews;

/// <summary>
/// What decides which requirements are for a unit: the agreement in force for it on a day, and its services (R12, R16,
/// R96).
/// </summary>
/// <param name="Form">The form of the agreement, as <see cref="Requirement.Forms"/> names it.</param>
/// <param name="Acts">Those that its services are given under: <c>lss</c>, <c>sol</c>, <c>hsl</c>.</param>
public sealed record UnitTerms(string Form, IReadOnlyList<string> Acts)
{
    /// <summary>Why a requirement is not for the unit, as the code of a refusal; null: it is.</summary>
    public string? WhyNot(Requirement requirement, ReviewRules rules)
    {
        if (requirement.Forms.Count > 0 && !requirement.Forms.Contains(Form))
            return ReviewRefusals.OtherAgreementForm;
        if (rules.HslOnlyWhereItApplies && requirement.IsHsl && !Acts.Contains(Requirement.Hsl))
            return ReviewRefusals.HslDoesNotApply;
        return requirement.Acts.Count > 0 && !requirement.Acts.Any(Acts.Contains)
            ? ReviewRefusals.OtherAct
            : null;
    }

    /// <summary>What may be judged at the unit, in the order of the checklist.</summary>
    public IEnumerable<Requirement> Of(ReviewRules rules) =>
        rules.Requirements.Where(requirement => WhyNot(requirement, rules) is null);
}
