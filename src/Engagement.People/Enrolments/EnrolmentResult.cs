using Engagement.Courses;

namespace Engagement.People.Enrolments;

/// <summary>An enrolment, or every reason why the bytes are none.</summary>
public sealed class EnrolmentResult
{
    internal EnrolmentResult(Enrolment enrolment) => Enrolment = enrolment;

    internal EnrolmentResult(IReadOnlyList<FieldFault> faults) => Faults = faults;

    /// <summary>Null where there are faults.</summary>
    public Enrolment? Enrolment { get; }

    /// <summary>None repeats a value. Empty where there is an enrolment.</summary>
    public IReadOnlyList<FieldFault> Faults { get; } = [];
}
