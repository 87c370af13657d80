namespace Engagement.Statements.Dialects;

/// <summary>Who wrote a statement, where an extension of its own tells. <see cref="Other"/>: what the statement says is what it means.</summary>
internal enum Emitter : byte { Other, OpenEdx, Moodle, H5P }
