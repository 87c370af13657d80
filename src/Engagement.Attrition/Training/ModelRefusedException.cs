namespace Engagement.Attrition.Training;

/// <summary>A model file cannot be used here: it is damaged, of another format, or made for other features. The message says which.</summary>
public sealed class ModelRefusedException(string message, Exception? inner = null) : Exception(message, inner);
