using Engagement.Statements.Json;
using Engagement.Statements.Structures;
using Engagement.Statements.Vocabulary;

namespace Engagement.Statements.Reading;

/// <summary>Parents, groupings, the course and the cohort, out of context activities that were checked before.</summary>
internal static class CourseContext
{
    /// <param name="activities">Token of contextActivities, or 0.</param>
    public static void Take(ref Draft draft, Scratch scratch, int activities)
    {
        int parents = 0, groupings = 0, categories = 0;
        if (activities != 0)
        {
            foreach (var m in draft.Members(activities))
            {
                if (m.Key == Key.Parent) parents = m.Value;
                else if (m.Key == Key.Grouping) groupings = m.Value;
                else if (m.Key == Key.Category) categories = m.Value;
            }
        }

        draft.Columns.Parents = List(ref draft, scratch, scratch.Parents, parents, out var parentCourse);
        draft.Columns.Groupings = List(ref draft, scratch, scratch.Groupings, groupings, out var groupingCourse);
        TakeCourse(ref draft, parentCourse, groupingCourse);
        if (categories != 0) TakeCohort(ref draft, categories);
    }

    /// <summary>The course by parents, groupings and activity, whose columns are taken already.</summary>
    /// <param name="parentCourse">Place of the first parent that is typed as a course, or -1.</param>
    /// <param name="groupingCourse">Likewise of the groupings.</param>
    public static void TakeCourse(ref Draft draft, int parentCourse, int groupingCourse) =>
        draft.Columns.CourseId =
            parentCourse >= 0 ? draft.Columns.Parents[parentCourse]
            : groupingCourse >= 0 ? draft.Columns.Groupings[groupingCourse]
            : draft.Columns.Groupings.Count > 0 ? draft.Columns.Groupings[0]
            : draft.Columns.Parents.Count > 0 ? draft.Columns.Parents[0]
            : draft.Columns.ActivityId;

    private static void TakeCohort(ref Draft draft, int categories)
    {
        var end = draft.Tape[categories].Next;
        for (var item = draft.Is(categories, TokenKind.Array) ? categories + 1 : categories; item < end; item = draft.Tape[item].Next)
        {
            var id = Id(ref draft, item, out var traits);
            if (!traits.IsCohort) continue;
            draft.Columns.Cohort = draft.Text(id);
            return;
        }
    }

    /// <param name="course">Place of the first that is typed as a course, or -1.</param>
    private static Utf8List List(scoped ref Draft draft, Scratch scratch, IdList ids, int token, out int course)
    {
        course = -1;
        ids.Clear();
        if (token == 0) return default;
        var place = 0;
        var length = 0;
        var escaped = false;
        var isArray = draft.Is(token, TokenKind.Array);
        var end = draft.Tape[token].Next;
        for (var item = isArray ? token + 1 : token; item < end; item = draft.Tape[item].Next, place++)
        {
            var id = Id(ref draft, item, out var traits);
            if (traits.IsCourse && course < 0) course = place;
            ref var text = ref draft.Tape[id];
            escaped |= text.Escaped;
            length += text.Length;
            ids.Add(text.Start, text.Length);
        }

        return escaped ? Copy(ref draft, scratch, ids, token, length) : ids.Over(draft.Json);
    }

    private static Utf8List Copy(scoped ref Draft draft, Scratch scratch, IdList ids, int token, int length)
    {
        var copy = scratch.Take(length);
        var used = 0;
        ids.Clear();
        var end = draft.Tape[token].Next;
        for (var item = draft.Is(token, TokenKind.Array) ? token + 1 : token; item < end; item = draft.Tape[item].Next)
        {
            var text = draft.Text(Id(ref draft, item, out _));
            text.CopyTo(copy[used..]);
            ids.Add(used, text.Length);
            used += text.Length;
        }

        return ids.Over(copy);
    }

    private static int Id(ref Draft draft, int activity, out ActivityTypeTraits traits)
    {
        int id = 0, definition = 0;
        foreach (var m in draft.Members(activity))
        {
            if (m.Key == Key.Id) id = m.Value;
            else if (m.Key == Key.Definition) definition = m.Value;
        }

        traits = default;
        if (definition == 0) return id;
        foreach (var m in draft.Members(definition))
            if (m.Key == Key.Type) traits = ActivityTypes.Of(draft.Text(m.Value));
        return id;
    }
}
