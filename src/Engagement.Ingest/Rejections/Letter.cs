namespace Engagement.Ingest.Rejections;

/// <summary>A dead letter as it was found.</summary>
/// <param name="Place">Which.</param>
/// <param name="State">Whether it is there and whole; without that there are no bytes.</param>
/// <param name="Key">Key of the original message; empty where it had none.</param>
/// <param name="Value">The refused bytes. They may name people.</param>
public sealed record Letter(LetterPlace Place, LetterState State, byte[] Key, byte[] Value)
{
    public static Letter Without(LetterPlace place, LetterState state) => new(place, state, [], []);
}
