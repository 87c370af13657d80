using Engagement.People;
using Engagement.People.Identity;

namespace Engagement.Web.Learners;

/// <summary>Names of learners for a page; each reading of one is recorded. Errors as <see cref="Identities"/> has them. Thread-safe.</summary>
public sealed class LearnerNames(Identities identities)
{
    /// <param name="viewer">Who reads them.</param>
    /// <param name="learners">Pseudonyms; one may be there twice.</param>
    /// <param name="cancel">Stops asking.</param>
    /// <returns>Those that are known, of learners whom the viewer may see.</returns>
    internal async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(Viewer viewer, IEnumerable<Guid> learners, CancellationToken cancel) =>
        (await identities.ReadAsync(IdentityAccess.Of(viewer, ReadPurpose.Page), [.. learners.Distinct()], cancel))
            .Where(known => known.Value.Name.Length > 0).ToDictionary(known => known.Key, known => known.Value.Name);
}
