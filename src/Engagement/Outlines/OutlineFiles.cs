using Engagement.Courses;
using Engagement.Hosting;

namespace Engagement.Outlines;

/// <summary>Outlines in files: all of them, or none and every fault of every file.</summary>
internal static class OutlineFiles
{
    /// <returns>In the order of the files.</returns>
    /// <exception cref="Fault">A file can't be read or is no outline, or two are one version of one course.</exception>
    public static async Task<List<CourseOutline>> ReadAsync(IReadOnlyList<string> files, CancellationToken cancel)
    {
        var outlines = new List<CourseOutline>();
        var sources = new Dictionary<(string Course, string Version), string>();
        var faults = new List<string>();
        foreach (var file in files)
        {
            byte[] json;
            try
            {
                json = await File.ReadAllBytesAsync(file, cancel);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                faults.Add($"{file} can't be read: {e.Message}");
                continue;
            }
            var result = CourseOutline.Parse(json);
            faults.AddRange(result.Faults.Select(fault => $"{file}: {fault}"));
            if (result.Outline is not { } outline) continue;
            outlines.Add(outline);
            if (!sources.TryAdd((outline.Course, outline.Version), file))
                faults.Add($"{file}: $.version: {sources[(outline.Course, outline.Version)]} has the same version of the same course");
        }
        return faults.Count == 0 ? outlines : throw new Fault("No outline was taken, as these faults are to be mended first:\n  " + string.Join("\n  ", faults));
    }
}
