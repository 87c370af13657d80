namespace Engagement.Attrition.Training;

/// <summary>A model file is damaged, of another format, or made for other features; the message says which.</summary>
public sealed class ModelRefusedException(string message, Exception? inner = null) : Exception(message, inner);
