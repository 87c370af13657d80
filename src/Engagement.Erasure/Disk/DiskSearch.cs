using System.Buffers.Binary;
using System.Text;

namespace Engagement.Erasure.Disk;

/// <summary>
/// Looks for a pseudonym in every file of a folder: in its bytes as they lie there, and in what the compressed blocks among them hold.
/// For the embedded engine, whose files this process can read. Thread-safe.
/// </summary>
public static class DiskSearch
{
    private const int LongestForm = 36;

    // Keys and marks have other endings and another compression, which is not read here: a part's keys are made of its rows.
    private const string ColumnEnding = ".bin";

    // A link leads to a folder that is looked through anyway.
    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <param name="folders">Looked through to the bottom, while the engine runs or not.</param>
    /// <param name="except">Folders that are left out: those of the tombstones.</param>
    /// <param name="learner">Whose.</param>
    /// <param name="cancel">Ends the search.</param>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static DiskFindings Find(IReadOnlyList<string> folders, IReadOnlyList<string> except, Guid learner, CancellationToken cancel = default)
    {
        var forms = Forms(learner);
        var found = new List<string>();
        int files = 0, unread = 0;
        foreach (var file in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", Deep)))
        {
            cancel.ThrowIfCancellationRequested();
            if (except.Any(left => file.StartsWith(left, StringComparison.Ordinal))) continue;
            if (new FileInfo(file) is { Exists: true, Length: var length } && length > Array.MaxLength)
            {
                unread++;
                continue;
            }
            if (Read(file) is not { } bytes) continue;
            files++;
            var isIn = Holds(bytes, forms);
            var tail = Array.Empty<byte>();
            var blocks = ColumnFile.Read(bytes, block =>
            {
                // A value may lie across the end of a block.
                byte[] seam = [.. tail, .. block.Span[..Math.Min(LongestForm, block.Length)]];
                isIn |= Holds(block.Span, forms) || Holds(seam, forms);
                tail = block.Span[Math.Max(0, block.Length - LongestForm)..].ToArray();
            }) ?? 0;
            if (file.EndsWith(ColumnEnding, StringComparison.Ordinal)) unread += blocks;
            if (isIn) found.Add(file);
        }
        return new DiskFindings(files, found, unread);
    }

    // Merges remove files while they are listed.
    private static byte[]? Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static bool Holds(ReadOnlySpan<byte> bytes, byte[][] forms)
    {
        foreach (var form in forms)
            if (bytes.IndexOf(form) >= 0) return true;
        return false;
    }

    /// <summary>As ClickHouse keeps a UUID (two halves, each the lowest byte first), as its text orders it, as one number, and as text.</summary>
    private static byte[][] Forms(Guid learner)
    {
        var text = learner.ToByteArray(bigEndian: true);
        var halves = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(halves, BinaryPrimitives.ReadUInt64BigEndian(text));
        BinaryPrimitives.WriteUInt64LittleEndian(halves.AsSpan(8), BinaryPrimitives.ReadUInt64BigEndian(text.AsSpan(8)));
        return [halves, text, [.. text.Reverse()], Encoding.ASCII.GetBytes(learner.ToString("D")), Encoding.ASCII.GetBytes(learner.ToString("N"))];
    }
}

/// <summary>What a search found.</summary>
/// <param name="Files">How many were read.</param>
/// <param name="Found">Those with the pseudonym in them.</param>
/// <param name="UnreadBlocks">Blocks of columns whose compression is not read here, and files of more than 2 GB: nothing is known of these.</param>
public sealed record DiskFindings(int Files, IReadOnlyList<string> Found, int UnreadBlocks);
