namespace Engagement.Statements.Vocabulary;

/// <summary>Extensions that become columns, or tell how to read them.</summary>
internal static class ExtensionTable
{
    public static readonly Utf8Table<ExtensionMeaning> Known = new(
    [
        (Profile.SectionKind, ExtensionMeaning.SectionKind),
        (Profile.ActiveSeconds, ExtensionMeaning.ActiveSeconds),
        ("https://w3id.org/xapi/cmi5/context/extensions/sessionid", ExtensionMeaning.Attempt),
        ("https://w3id.org/xapi/video/extensions/session-id", ExtensionMeaning.Attempt),
        ("https://w3id.org/xapi/openedx/extensions/session-id", ExtensionMeaning.Attempt),
        ("http://id.tincanapi.com/extension/attempt-id", ExtensionMeaning.Attempt),
        ("https://w3id.org/xapi/openedx/extension/transformer-version", ExtensionMeaning.OpenEdx),
        ("http://lrs.learninglocker.net/define/extensions/info", ExtensionMeaning.Moodle),
        ("https://xapi.edlm/profiles/edlm-lms/concepts/context-extensions/enrolment-type", ExtensionMeaning.Enrolment),
        ("http://h5p.org/x-api/h5p-local-content-id", ExtensionMeaning.H5P),
    ]);
}
