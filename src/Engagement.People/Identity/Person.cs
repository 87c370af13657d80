namespace Engagement.People.Identity;

/// <summary>Who is behind a pseudonym. It is never logged: as text it is the pseudonym.</summary>
/// <param name="Id">Pseudonym of a learner or facilitator.</param>
/// <param name="Name">As people write it; empty: not known.</param>
/// <param name="Address">Mail address they can be written to; empty: not known.</param>
/// <param name="Identifier">By which statements name them, as a person types it; empty: not known.</param>
public sealed record Person(Guid Id, string Name, string Address, string Identifier)
{
    /// <summary>What is known of the same person already, where this says nothing.</summary>
    internal Person Over(Person? known) => known is null ? this : new(
        Id, Or(Name, known.Name), Or(Address, known.Address), Or(Identifier, known.Identifier));

    public override string ToString() => Id.ToString();

    private static string Or(string told, string known) => told.Length > 0 ? told : known;
}
