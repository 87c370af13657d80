using System.Collections.Immutable;

namespace Engagement.Browser.Tests.Serving;

/// <summary>A course to look at: twelve sections of every kind that matters, one of which hardly anyone reached.</summary>
public static class Fractions
{
    public const string Id = "https://courses.example/fractions?run=1&x=a/b";
    public const string Title = "Fractions without fear";

    public static ImmutableArray<SectionOfCourse> Sections { get; } =
    [
        new(1, "content", "Welcome: why fractions matter", 128, 0, 3, 2, 9, 61, 118, 190, 168, 12),
        new(2, "content", "Parts of a whole", 121, 3, 4, 5, 7, 122, 246, 371, 201, 22),
        new(3, "try-it", "Fold a paper strip", 78, 9, 22, 21, 4, 38, 164, 420, 170, 30),
        new(4, "think-about", "Where did you last share something?", 60, 6, 17, 40, 8, 22, 96, 240, 110, 31),
        new(5, "content", "Equivalent fractions", 112, 2, 3, 3, 7, 140, 266, 402, 180, 19),
        new(6, "try-it", "Fractions on a number line", 48, 8, 21, 41, 4, 8, 47, 210, 120, 22),
        new(7, "discussion", "Share your strip", 61, 4, 8, 30, 9, 44, 131, 333, 150, 40),
        new(8, "content", "Adding unlike fractions", 97, 3, 2, 4, 3, 201, 388, 610, 190, 26),
        new(9, "try-it", "Mix two paints", 62, 12, 9, 14, 4, 110, 301, 655, 160, 29),
        new(10, "think-about", "What would you tell your younger self?", 43, 5, 14, 26, 5, 15, 74, 199, 70, 18),
        new(11, "artifact", "Your fraction recipe", 44, 0, 3, 18, 6, 240, 733, 1460, 98, 31),
        new(12, "resource", "Further reading", 2, 0, 1, 1, 0, 7, 9, 11, 3, 3),
    ];
}
