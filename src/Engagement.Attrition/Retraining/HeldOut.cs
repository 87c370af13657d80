using Engagement.Attrition.Features;

namespace Engagement.Attrition.Retraining;

/// <summary>Person-weeks to learn from, and those a new model and the one in use are compared on.</summary>
/// <param name="Train">To learn from.</param>
/// <param name="Held">Of learners that the new model has not seen.</param>
/// <param name="What">These are, in words.</param>
public sealed record HeldOut(PersonWeeks Train, PersonWeeks Held, string What)
{
    /// <summary>
    /// The newest finished course is held out, as the next run is as new to a model. Where no other has rows to learn from, every
    /// second of its learners.
    /// </summary>
    /// <param name="weeks">Whose outcome is known.</param>
    /// <param name="finished">The day a course's newest run ended; one of them at least has rows.</param>
    public static HeldOut Of(PersonWeeks weeks, IReadOnlyDictionary<string, DateOnly> finished)
    {
        var there = weeks.Course.Distinct().ToArray();
        var newest = there.Where(course => finished.ContainsKey(weeks.Courses[course]))
            .MaxBy(course => (finished[weeks.Courses[course]], weeks.Courses[course]));
        var name = weeks.Courses[newest];
        return there.Length > 1
            ? new(weeks.Where(row => weeks.Course[row] != newest), weeks.Where(row => weeks.Course[row] == newest), $"course {name}")
            : new(weeks.Where(row => IsTrain(row)), weeks.Where(row => !IsTrain(row)), $"half of the learners of course {name}");

        // By the id, which is a hash: the same learners again whenever it is asked.
        bool IsTrain(int row) => (weeks.Learners[weeks.Learner[row]].ToByteArray()[15] & 1) == 0;
    }
}
