using System.ComponentModel.DataAnnotations;
using Engagement.Courses;

namespace Engagement.Alerts;

/// <summary>Section <c>Alerts</c> of the configuration: whom to point out, and how often.</summary>
public sealed class AlertsOptions
{
    public const string Section = "Alerts";

    /// <summary>Time between two looks at what people asked for and at who came back, 0.1 s to 1 min. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Alerts:Interval is a time from 00:00:00.1 to 00:01:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Time between two looks at whom to point out, 1 s to 1 day. Default 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Alerts:RaiseEvery is a time from 00:00:01 to 1.00:00:00")]
    public TimeSpan RaiseEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>New alerts a day that a facilitator can see to, 0 to 1000. Default 5. A facilitator's own number goes before it.</summary>
    [Range(0, 1000, ErrorMessage = "Alerts:Capacity is a number from 0 to 1000")]
    public int Capacity { get; set; } = 5;

    /// <summary>Most learners that the model may point out a week, as a share of those looked after in the course; at least one. Default 0.05.</summary>
    [Range(0.001, 1, ErrorMessage = "Alerts:WeeklyShare is a number from 0.001 to 1")]
    public double WeeklyShare { get; set; } = 0.05;

    /// <summary>Days after an alert in which the learner is not pointed out again in the course, 0 to 365. Default 21.</summary>
    [Range(0, 365, ErrorMessage = "Alerts:CoolDownDays is a number from 0 to 365")]
    public int CoolDownDays { get; set; } = 21;

    /// <summary>Share of alerts that nobody is shown, so that it can be told what contact does, 0 to 0.5. Default 0.05. Never of who waits for an answer.</summary>
    [Range(0, 0.5, ErrorMessage = "Alerts:HoldBack is a number from 0 to 0.5")]
    public double HoldBack { get; set; } = 0.05;

    /// <summary>Hours after which a submission without feedback is an alert, 1 to 1000. Default 48.</summary>
    [Range(1, 1000, ErrorMessage = "Alerts:FeedbackHours is a number from 1 to 1000")]
    public int FeedbackHours { get; set; } = 48;

    /// <summary>Hours after which a cry for help without an answer is an alert, 1 to 1000. Default 24.</summary>
    [Range(1, 1000, ErrorMessage = "Alerts:HelpHours is a number from 1 to 1000")]
    public int HelpHours { get; set; } = 24;

    /// <summary>Days after registration at which who never started is an alert, 1 to 27. Default 7.</summary>
    [Range(1, 27, ErrorMessage = "Alerts:NeverStartedDays is a number from 1 to 27")]
    public int NeverStartedDays { get; set; } = 7;

    /// <summary>Time zone, IANA, in which a facilitator's day begins who has none of their own. Default UTC.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Which moment learners are looked at from. As <c>Attrition:AsOf</c>.</summary>
    public AsOf AsOf { get; set; }
}
