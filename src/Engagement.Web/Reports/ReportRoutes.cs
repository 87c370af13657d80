using Engagement.People;
using Engagement.Web.Answers;
using Engagement.Web.Figures;
using Engagement.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Reports;

/// <summary>
/// <c>GET /api/reports/…?course=</c>: what a designer, or a facilitator, reads of a course beside its sections. Every answer says as of when, and of how
/// many learners.
/// </summary>
internal static class ReportRoutes
{
    private const ViewerRoles Readers = ViewerRoles.Designer | ViewerRoles.Facilitator;

    public static void Map(IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports");
        reports.MapGet("/section-days", (Viewer viewer, CourseQueries courses, ReportQueries queries, CancellationToken cancel, string course = "", string section = "") =>
            AnswerAsync(viewer, courses, course, () => queries.DaysAsync(viewer, course, section, cancel), day => day.Suppressed, cancel)).For(Readers);
        reports.MapGet("/groups", (Viewer viewer, CourseQueries courses, ReportQueries queries, CancellationToken cancel, string course = "") =>
            AnswerAsync(viewer, courses, course, () => queries.GroupsAsync(viewer, course, cancel), group => group.Suppressed, cancel)).For(Readers);
        reports.MapGet("/versions", (Viewer viewer, CourseQueries courses, ReportQueries queries, CancellationToken cancel, string course = "") =>
            AnswerAsync(viewer, courses, course, () => queries.VersionsAsync(viewer, course, cancel), version => version.Suppressed, cancel)).For(Readers);
        reports.MapGet("/survival", (Viewer viewer, CourseQueries courses, ReportQueries queries, CancellationToken cancel, string course = "") =>
            AnswerAsync(viewer, courses, course, () => queries.SurvivalAsync(viewer, course, cancel), _ => false, cancel)).For(Readers);
        reports.MapGet("/skips", (Viewer viewer, CourseQueries courses, ReportQueries queries, CancellationToken cancel, string course = "") =>
            AnswerAsync(viewer, courses, course, () => queries.SkipsAsync(viewer, course, cancel), skip => skip.Suppressed, cancel)).For(Readers);
        reports.MapGet("/answers", (Viewer viewer, CourseQueries courses, ReportQueries queries, CancellationToken cancel, string course = "") =>
            AnswerAsync(viewer, courses, course, () => queries.AnswersAsync(viewer, course, cancel), answer => answer.Suppressed, cancel)).For(Readers);
        reports.MapGet("/community", (Viewer viewer, CourseQueries courses, ReportQueries queries, CancellationToken cancel, string course = "") =>
            AnswerAsync(viewer, courses, course, () => queries.CommunityAsync(viewer, course, cancel), community => community.Suppressed, cancel)).For(Readers);
        reports.MapGet("/followed", (Viewer viewer, CourseQueries courses, ReportQueries queries, CancellationToken cancel, string course = "") =>
            AnswerAsync(viewer, courses, course, () => queries.FollowedAsync(viewer, course, cancel), followed => followed.Suppressed, cancel)).For(Readers);
        reports.MapGet("/section", SectionAsync).For(Readers);
        reports.MapGet("/quality", QualityAsync).For(Readers);
        reports.MapGet("/rejected", async (Viewer viewer, ReportQueries queries, CancellationToken cancel) =>
            TypedResults.Ok(Rows.OfEvents(await queries.RejectedAsync(viewer, cancel), row => row.NewestAt))).For(Readers);
    }

    private static async Task<Results<Ok<SectionReport>, ProblemHttpResult>> SectionAsync(
        Viewer viewer, CourseQueries courses, SectionReportQueries queries, CancellationToken cancel, string course = "", string section = "")
    {
        if (course.Length == 0) return Problems.WhichCourse();
        if (await courses.CourseAsync(viewer, course, cancel) is not { } found) return Problems.NoSuchCourse();
        return await queries.AskAsync(viewer, found, section, cancel) is { } report ? TypedResults.Ok(report) : Problems.NoSuchSection();
    }

    private static async Task<Results<Ok<QualityReport>, ProblemHttpResult>> QualityAsync(
        Viewer viewer, CourseQueries courses, ReportQueries queries, CancellationToken cancel, string course = "")
    {
        if (course.Length == 0) return Problems.WhichCourse();
        if (await courses.CourseAsync(viewer, course, cancel) is not { } found) return Problems.NoSuchCourse();
        var figures = await queries.QualityAsync(viewer, course, cancel);
        return TypedResults.Ok(new QualityReport(found.AsOf, found.Learners, found.Suppressed || figures is { Suppressed: true }, found.IsInferred, figures));
    }

    private static async Task<Results<Ok<Rows<T>>, ProblemHttpResult>> AnswerAsync<T>(
        Viewer viewer, CourseQueries courses, string course, Func<Task<IReadOnlyList<T>>> ask, Func<T, bool> isSuppressed, CancellationToken cancel)
    {
        if (course.Length == 0) return Problems.WhichCourse();
        if (await courses.CourseAsync(viewer, course, cancel) is not { } found) return Problems.NoSuchCourse();
        var items = await ask();
        return TypedResults.Ok(new Rows<T>(found.AsOf, found.Learners, items.Any(isSuppressed), items));
    }
}
