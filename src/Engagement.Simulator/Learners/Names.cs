namespace Engagement.Simulator;

/// <summary>Names as a class list has them, from many places.</summary>
internal static class Names
{
    private static readonly string[] s_first =
    [
        "Maya", "Jonas", "Aisha", "Liam", "Chloé", "Mateo", "Ingrid", "Kofi", "Yuki", "Priya", "Tomasz", "Noor", "Elena", "Samuel",
        "Fatima", "Oskar", "Leila", "Daniel", "Hana", "Marcus", "Zofia", "Amara", "Rafael", "Nadia", "Björn", "Grace", "Omar", "Ana",
        "Viktor", "Ruth", "Thabo", "Sofía", "Wei", "Katrin", "Ibrahim", "Megan", "Luca", "Dina", "Patrick", "Selin",
    ];

    private static readonly string[] s_last =
    [
        "Lindqvist", "Okafor", "Marsh", "Petrov", "Nakamura", "García", "Haddad", "Olsen", "Whitfield", "Kowalska", "Mensah", "Dubois",
        "Iyer", "Fernandes", "Bauer", "Castellano", "Nguyen", "Abadi", "Sørensen", "Thornton", "Ramírez", "Yilmaz", "Osei", "Virtanen",
        "Delacroix", "Moreau", "Banerjee", "Holloway", "Zielinski", "Achterberg", "Quispe", "Morgenstern", "Ferrari", "Tanaka", "Ødegaard",
        "Blackwood", "Sandoval", "Kimathi", "Lovelace", "Rahimi",
    ];

    private static readonly string[] s_domains = ["example.org", "school.example.com", "mail.example.net"];

    /// <summary>Draws somebody; the number makes the address unique where the name is not.</summary>
    public static SimulatedPerson Person(Dice dice, int number, IdentifierKind kind)
    {
        var first = dice.Pick<string>(s_first);
        var last = dice.Pick<string>(s_last);
        return new SimulatedPerson($"{first} {last}", Handle($"{first}.{last}") + number, dice.Pick<string>(s_domains), kind);
    }

    private static string Handle(string name)
    {
        var plain = name.ToLowerInvariant()
            .Replace("é", "e").Replace("í", "i").Replace("ø", "o").Replace("ö", "o").Replace("ñ", "n");
        return plain;
    }
}
