namespace Engagement.Statements.Caliper;

/// <summary>Keys of Caliper that become columns; all others are let through unread, as Caliper is open to them.</summary>
internal enum CaliperKey : byte
{
    Unknown = 0, Context, Id, Type, Actor, Action, Object, EventTime, Group, Session, Generated,
    Name, IsPartOf, SubOrganizationOf, User, Duration, Sensor, Data,
}
