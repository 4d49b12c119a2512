namespace Azure.Data.Tables.Models;

public class TableItem
{
    internal TableItem(string name) => Name = name;

    internal string Name { get; }
}
