namespace Oversight.Testkit;

public static class Placeholder;
