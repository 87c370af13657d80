using System.Text.Json.Nodes;

namespace Engagement.Tests.Statements;

/// <summary>A valid statement that uses every part of xAPI, and changes to it.</summary>
internal static class Sample
{
    public const string Full = """
        {
          "id": "6690e6c9-3ef0-4ed3-8b37-7f3964730bee",
          "actor": {"objectType": "Agent", "name": "Ann", "mbox": "mailto:ann@example.org"},
          "verb": {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {"en": "answered", "pt-BR": "respondeu"}},
          "object": {
            "objectType": "Activity",
            "id": "https://course.example/unit-1/question-1",
            "definition": {
              "name": {"en": "Question 1"}, "description": {"en": "Which one?"},
              "type": "http://adlnet.gov/expapi/activities/cmi.interaction", "moreInfo": "https://course.example/more",
              "interactionType": "choice", "correctResponsesPattern": ["a[,]b"],
              "choices": [{"id": "a", "description": {"en": "A"}}, {"id": "b"}],
              "extensions": {"https://course.example/difficulty": null}
            }
          },
          "result": {
            "score": {"scaled": 0.5, "raw": 5, "min": 0, "max": 10}, "success": true, "completion": false,
            "response": "a[,]b", "duration": "PT1M30S", "extensions": {"https://course.example/tries": [1, {"x": ""}]}
          },
          "context": {
            "registration": "ec531277-b57b-4c15-8d91-d292c5b2b8f7",
            "instructor": {"mbox_sha1sum": "ebd31e95054c018b10727ccffd2ef2ec3a016ee9"},
            "team": {"objectType": "Group", "member": [{"openid": "https://ann.example"}]},
            "revision": "2", "platform": "Example", "language": "en-GB",
            "statement": {"objectType": "StatementRef", "id": "a2f1d5f0-0c1d-4c0e-9a39-0242ac120002"},
            "contextActivities": {
              "parent": {"id": "https://course.example/unit-1"},
              "grouping": [{"id": "https://course.example/", "definition": {"type": "http://adlnet.gov/expapi/activities/course"}}],
              "category": [{"id": "https://w3id.org/xapi/scorm"}],
              "other": []
            },
            "extensions": {"https://course.example/page": 7}
          },
          "timestamp": "2026-03-01T10:00:00.125Z",
          "stored": "2026-03-01T10:00:01Z",
          "authority": {"account": {"homePage": "https://lrs.example", "name": "lrs"}},
          "version": "1.0.3",
          "attachments": [{
            "usageType": "https://course.example/proof", "display": {"en": "Proof"}, "description": {"en": "x"}, "contentType": "text/plain",
            "length": 27, "sha2": "495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a", "fileUrl": "https://course.example/proof.txt"
          }]
        }
        """;

    /// <summary>The least a statement needs.</summary>
    public const string Least = """
        {"actor": {"mbox": "mailto:ann@example.org"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/experienced"}, "object": {"id": "https://course.example/page"}}
        """;

    /// <param name="path">Keys and indexes, separated by blanks: <c>actor mbox</c>, <c>attachments 0 sha2</c>.</param>
    /// <param name="json">The value to set there; null takes the member away.</param>
    public static string With(string path, string? json, string sample = Full)
    {
        var root = JsonNode.Parse(sample)!;
        var steps = path.Split(' ');
        var parent = steps[..^1].Aggregate(root, (node, step) => int.TryParse(step, out var i) ? node[i]! : node[step]!);
        var last = steps[^1];
        if (json is null) ((JsonObject)parent).Remove(last);
        else if (int.TryParse(last, out var index)) parent[index] = JsonNode.Parse(json);
        else parent[last] = JsonNode.Parse(json);
        return root.ToJsonString();
    }
}
