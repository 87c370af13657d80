using Engagement.Courses;
using Engagement.Hosting;
using Engagement.Reports;

namespace Engagement.Outlines;

/// <summary>An inferred outline as a file for a person to correct.</summary>
internal static class OutlineDraft
{
    /// <summary>Where an inferred outline comes from, in words.</summary>
    public static string Origin(long learners) =>
        $"inferred from {learners} {(learners == 1 ? "learner's" : "learners'")} statements: not declared by anybody";

    /// <param name="draft">Inferred.</param>
    /// <param name="learners">Whose statements it was drafted from.</param>
    /// <param name="file">Path.</param>
    /// <param name="overwrite">Whether a file that is there already may go.</param>
    /// <param name="output">Gets what was written, and what to do with it.</param>
    /// <exception cref="Fault">The file is there already.</exception>
    public static void Write(OutlineVersion draft, long learners, string file, bool overwrite, TextWriter output)
    {
        var json = draft.Outline.ToJson();
        try
        {
            using var stream = new FileStream(file, overwrite ? FileMode.Create : FileMode.CreateNew);
            stream.Write(json);
        }
        catch (IOException) when (!overwrite && File.Exists(file))
        {
            throw new Fault($"{file} is there already. --out names another file; --force overwrites this one.");
        }
        output.WriteLine($"{file}: {Terminal.Count(draft.Outline.Sections.Count, "section")} of {draft.Outline.Course}, {Origin(learners)}");
        output.WriteLine($"""

            1. Correct it: the order of the list is the order of the course. A section may have several activities, or prefixes that end in *;
               kinds are {string.Join(", ", SectionKinds.All)}.
               "expected_seconds" (what a learner should need) and "required" (true or false) may be added to each section.
               Give it a version of your own: a date, such as 2026-03-01, says from when on it is in force; any other name is in force once imported.
            2. Take it, with the same settings: ./engagement course import {file}
            """);
        // What statements name need not be fit for an outline, such as an id with a * in it.
        if (CourseOutline.Parse(json).Faults is { Count: > 0 } faults)
            output.WriteLine("It can't be imported before this is corrected:\n  " + string.Join("\n  ", faults));
    }
}
