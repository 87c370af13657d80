using System.ComponentModel.DataAnnotations;

namespace Engagement.Erasure.Retention;

/// <summary>Section <c>Retention</c> of the configuration: how long learners are kept after their last statement in a course.</summary>
public sealed class RetentionOptions : IValidatableObject
{
    public const string Section = "Retention";

    /// <summary>Months, of every course that <see cref="Courses"/> does not name, and of what is kept of no course; 0 (default): for ever. At most 1200.</summary>
    [Range(0, 1200, ErrorMessage = "Retention:Months is a number from 0 (for ever) to 1200")]
    public int Months { get; set; }

    /// <summary>Courses with a limit of their own.</summary>
    public IList<CourseRetention> Courses { get; } = [];

    /// <summary>Whether anything is ever deleted.</summary>
    public bool IsLimited => Months > 0 || Courses.Any(course => course.Months > 0);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var course in Courses)
        {
            if (course.Course.Length == 0) yield return new ValidationResult("Retention:Courses has an entry without a Course");
            if (course.Months is < 0 or > 1200) yield return new ValidationResult($"Retention:Courses says {course.Months} months of {course.Course}; it is a number from 0 (for ever) to 1200");
        }
        foreach (var twice in Courses.GroupBy(course => course.Course).Where(same => same.Count() > 1))
            yield return new ValidationResult($"Retention:Courses names {twice.Key} twice");
    }
}

/// <summary>How long learners of a course are kept.</summary>
public sealed class CourseRetention
{
    /// <summary>Id of the course.</summary>
    public string Course { get; set; } = "";

    /// <summary>Months; 0: for ever. At most 1200.</summary>
    public int Months { get; set; }
}
