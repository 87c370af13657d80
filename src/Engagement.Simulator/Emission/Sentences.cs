namespace Engagement.Simulator;

/// <summary>What learners and facilitators write. Finite, so that a test can search for every word of it.</summary>
internal static class Sentences
{
    private static readonly string[] s_openings =
    [
        "In my year 8 class", "Last Thursday, after the second lesson,", "When I tried this with my quiet group", "To be honest,",
        "My mentor once told me that", "What surprised me was that", "With thirty essays on my desk,", "During parents' evening",
        "I used to think that", "After the break", "In our department", "One of my students said",
    ];

    private static readonly string[] s_endings =
    [
        "nobody read the comments until I asked a question in them.", "a single sentence did more than the whole rubric.",
        "I praised the person and not the work.", "they started to answer each other and not me.",
        "the mark was all that anybody looked at.", "I waited too long, and the moment was gone.",
        "\"show me where\" became the most useful thing I say.", "we agreed on three words that everyone understands.",
        "my tone was sharper than I meant it to be.", "the second draft was better than the first by a mile.",
        "I had no idea what to write beyond \"well done\".", "they asked for more of it, which never happened before.",
    ];

    public static IReadOnlyList<string> All { get; } =
        [.. from opening in s_openings from ending in s_endings select $"{opening} {ending}"];

    private static readonly byte[][] s_quoted = [.. All.Select(text => Fragments.Bytes(text))];

    /// <summary>A JSON string, quotes included.</summary>
    public static byte[] Quoted(ulong choice) => s_quoted[choice % (ulong)s_quoted.Length];
}
