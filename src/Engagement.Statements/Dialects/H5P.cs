using Engagement.Statements.Reading;

namespace Engagement.Statements.Dialects;

/// <summary>H5P in any platform. Known by the extension with its content id.</summary>
internal static class H5P
{
    /// <summary>H5P says attempted when it shows a content: nothing has been tried yet.</summary>
    public static void Interpret(ref Draft r)
    {
        if (r.Columns.Verb.SequenceEqual("http://adlnet.gov/expapi/verbs/attempted"u8)) r.Columns.Role = Role.Enter;
    }
}
