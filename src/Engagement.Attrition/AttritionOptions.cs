using System.ComponentModel.DataAnnotations;
using Engagement.Courses;

namespace Engagement.Attrition;

/// <summary>Section <c>Attrition</c> of the configuration.</summary>
public sealed class AttritionOptions
{
    public const string Section = "Attrition";

    /// <summary>Time between two looks at all learners, 1 s to 1 day. Default 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Attrition:ScoreEvery is a time from 00:00:01 to 1.00:00:00")]
    public TimeSpan ScoreEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Time between two trainings where no run has finished meanwhile, 1 hour to 1 year. Default 7 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00", ErrorMessage = "Attrition:RetrainEvery is a time from 01:00:00 to 365.00:00:00")]
    public TimeSpan RetrainEvery { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The fewest learners of courses at cuts that a model is trained on, and the fewest of these who gave up. Default 500 and 50.</summary>
    [Range(100, 100_000_000, ErrorMessage = "Attrition:LeastRows is a number from 100 to 100000000")]
    public int LeastRows { get; set; } = 500;

    /// <inheritdoc cref="LeastRows"/>
    [Range(20, 100_000_000, ErrorMessage = "Attrition:LeastEvents is a number from 20 to 100000000")]
    public int LeastEvents { get; set; } = 50;

    /// <summary>Whose code trains: <c>built-in</c> or <c>ML.NET</c>. Empty: ML.NET in a build that has it.</summary>
    public string Trainer { get; set; } = "";

    /// <summary>What counts as today: for a course that is over, such as an archive or a simulated one, its newest statement's day.</summary>
    public AsOf AsOf { get; set; }
}
