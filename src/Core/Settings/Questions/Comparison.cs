namespace Oversight.Settings;

/// <summary>
/// What of the register a reply is about: filled in beforehand where it is known, held against the reply afterwards.
/// </summary>
public enum Comparison
{
    /// <summary>A number: the customers of the unit.</summary>
    [StoredName("customers")]
    Customers,

    /// <summary>Yes or no: whether there is the licence that the work needs.</summary>
    [StoredName("licence")]
    Licence,

    /// <summary>Words: the number of that licence. Only filled in.</summary>
    [StoredName("licenceNumber")]
    LicenceNumber,

    /// <summary>Words: who manages the unit. Only filled in.</summary>
    [StoredName("manager")]
    Manager,

    /// <summary>A day: since when. Only filled in.</summary>
    [StoredName("managerSince")]
    ManagerSince,

    /// <summary>Yes or no: whether somebody new manages the unit.</summary>
    [StoredName("managerChanged")]
    ManagerChanged,

    /// <summary>Yes or no: whether that was notified in time.</summary>
    [StoredName("managerNotified")]
    ManagerNotified,
}
