namespace Engagement.Simulator;

/// <summary>The four ways of xAPI to say who.</summary>
internal enum IdentifierKind : byte { Mbox, MboxSha1Sum, OpenId, Account }
