namespace Engagement.People.Identity;

/// <summary>A sealed identity can't be opened. A person has to act; nothing was changed.</summary>
public sealed class IdentityKeyException(Guid person, Exception? inner = null) : Exception(
    $"Who is behind the pseudonym {person} can't be opened with the key of identities that is set here: it was sealed with another key, or is damaged. "
    + "Set Privacy:IdentityKey to the key it was sealed with, or put that key's identity.key into the data folder. Where the key is lost for good, "
    + "empty the table people (TRUNCATE TABLE people) and import the roster again: names are kept nowhere else.", inner);
