namespace Engagement.People.Enrolments;

/// <summary>Names of an enrolment's fields: keys of the message, columns of the file.</summary>
public static class EnrolmentFields
{
    public const string Course = "course";
    public const string Learner = "learner";
    public const string Name = "name";
    public const string Address = "address";
    public const string Cohort = "cohort";
    public const string Facilitator = "facilitator";
    public const string FacilitatorName = "facilitator_name";
    public const string Mode = "mode";
    public const string Registered = "registered";
    public const string Withdrawn = "withdrawn";

    public static IReadOnlyList<string> All { get; } =
        [Course, Learner, Name, Address, Cohort, Facilitator, FacilitatorName, Mode, Registered, Withdrawn];
}
