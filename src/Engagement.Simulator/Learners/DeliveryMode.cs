namespace Engagement.Simulator;

/// <summary>How a simulated enrolment is delivered.</summary>
public enum DeliveryMode : byte { SelfDirected, MicroCredential, Facilitated }
