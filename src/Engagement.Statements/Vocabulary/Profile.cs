namespace Engagement.Statements.Vocabulary;

/// <summary>IRIs of this product's own xAPI profile; docs/xapi-profile.jsonld describes them. Promised to emitters: never change one.</summary>
public static class Profile
{
    public const string Id = "https://w3id.org/xapi/engagement";

    /// <summary>Extension: kind of the section a statement is about, such as "try-it". In the object's definition, the context or the result.</summary>
    public const string SectionKind = Id + "/extensions/section-kind";

    /// <summary>Extension: seconds the learner was active since the visit began, a number. Cumulative. In the result, the context or the object's definition.</summary>
    public const string ActiveSeconds = Id + "/extensions/active-seconds";

    /// <summary>Prefix of the activity types of the section kinds: content, resource, try-it, think-about, discussion, assessment, artifact, other.</summary>
    public const string ActivityTypes = Id + "/activity-types/";

    /// <summary>Activity type of a cohort, among the categories of a statement's context activities.</summary>
    public const string Cohort = ActivityTypes + "cohort";
}
