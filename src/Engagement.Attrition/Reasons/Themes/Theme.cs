using Engagement.Attrition.Features;

namespace Engagement.Attrition.Reasons.Themes;

/// <summary>Tells what a row has to say of a theme; null: nothing that supports it. Never throws, whatever the row holds.</summary>
public delegate string? Sentence(ReadOnlySpan<float> row);

/// <summary>
/// Features that tell of one thing. They go together, so a model shares a cause out among them as it happens: only their sum means
/// something. Thread-safe.
/// </summary>
public sealed class Theme
{
    private readonly int[] _places;

    /// <exception cref="ArgumentException">There is no such feature.</exception>
    internal Theme(string code, IReadOnlyList<string> features, Sentence sentence, string? step = null)
    {
        Code = code;
        Features = features;
        Sentence = sentence;
        Step = step;
        _places = [.. features.Select(FeatureList.PlaceOf)];
    }

    /// <summary>Stable: what is kept of a reason refers to it.</summary>
    public string Code { get; }

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>A sentence of the row's evidence.</summary>
    public Sentence Sentence { get; }

    /// <summary>A sentence that suggests what to do; null: the situation says it better.</summary>
    public string? Step { get; }

    /// <summary>The sum of the features' contributions.</summary>
    internal double Weight(double[] contributions)
    {
        var sum = 0.0;
        foreach (var place in _places) sum += contributions[place];
        return sum;
    }
}
