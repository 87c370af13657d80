namespace Engagement.Simulator;

/// <summary>A statement as decided, before anything is written.</summary>
/// <param name="AtMs">Unix time in milliseconds; rises strictly within a learner.</param>
/// <param name="Number">Place among the statements of this learner's life, from 0.</param>
/// <param name="Section">Index into the course's sections; -1 where it is about the course.</param>
/// <param name="Deed">What is done.</param>
/// <param name="Item">Which page, question or post of the section; 0 is the section itself.</param>
/// <param name="DeclaredMs">Time that the emitter declares; -1 where it declares none.</param>
/// <param name="RefersTo">Number of the statement that it answers; -1 where there is none.</param>
internal readonly record struct PlannedStatement(
    long AtMs, int Number, short Section, Deed Deed, short Item, int DeclaredMs, int RefersTo);
