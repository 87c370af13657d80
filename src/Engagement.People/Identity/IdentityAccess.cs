namespace Engagement.People.Identity;

/// <summary>On whose behalf names are read, and what for: there is no reading them without.</summary>
public sealed class IdentityAccess
{
    private IdentityAccess(Viewer? viewer, ReadPurpose purpose) => (Viewer, Purpose) = (viewer, purpose);

    /// <summary>Null: the product itself.</summary>
    public Viewer? Viewer { get; }

    public ReadPurpose Purpose { get; }

    internal Guid Account => Viewer?.Account ?? Guid.Empty;

    /// <summary>Somebody looks: they are shown those they look after and themselves, and nobody else.</summary>
    public static IdentityAccess Of(Viewer viewer, ReadPurpose purpose) => new(viewer, purpose);

    /// <summary>The product has to know whom to write to, or is told to by who runs it.</summary>
    public static IdentityAccess OfProduct(ReadPurpose purpose) => new(null, purpose);
}
