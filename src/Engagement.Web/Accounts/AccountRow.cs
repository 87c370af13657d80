using Engagement.People;

namespace Engagement.Web.Accounts;

/// <summary>A row as ClickHouse takes and answers it.</summary>
internal sealed record AccountRow(
    string UserName, Guid AccountId, string PasswordHash, Guid Stamp, IReadOnlyList<string> Roles, Guid FacilitatorId, IReadOnlyList<string> Courses,
    IReadOnlyList<CohortOfCourse> Cohorts, string TimeZone, int? DailyAlerts, bool IsDisabled, DateTimeOffset CreatedAt, long RowVersion)
{
    public static AccountRow Of(Account account, long version) => new(
        account.UserName, account.Id, account.PasswordHash, account.Stamp, RoleNames.Of(account.Scope.Roles), account.Scope.Facilitator,
        account.Scope.Courses, account.Scope.Cohorts, account.TimeZone, account.DailyAlerts, account.IsDisabled, account.CreatedAt, version);

    public Account ToAccount() => new()
    {
        UserName = UserName,
        Id = AccountId,
        PasswordHash = PasswordHash,
        Stamp = Stamp,
        Scope = new Scope(RoleNames.Parse(Roles), FacilitatorId, Courses, Cohorts),
        TimeZone = TimeZone,
        DailyAlerts = DailyAlerts,
        IsDisabled = IsDisabled,
        CreatedAt = CreatedAt,
    };
}
