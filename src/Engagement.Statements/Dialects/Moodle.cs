using Engagement.Statements.Reading;

namespace Engagement.Statements.Dialects;

/// <summary>Moodle by the plugin logstore_xapi. Known by the extension that names the plugin's event.</summary>
internal static class Moodle
{
    public static void Interpret(ref Draft r)
    {
        // An enrolment is begun, suspended, resumed and left with the verbs of a visit, often by an administrator at night.
        if (r.IsEnrolment) r.Columns.Role = Role.Course;
        else if (r.Columns.ActivityType.SequenceEqual("http://adlnet.gov/expapi/activities/meeting"u8)
            && r.Columns.Verb.SequenceEqual("http://activitystrea.ms/schema/1.0/join"u8)) r.Columns.Role = Role.Enter;
    }
}
