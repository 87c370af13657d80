using System.Globalization;
using System.Text;
using Engagement.ClickHouse;
using Microsoft.VisualBasic.FileIO;

namespace Engagement.Attrition.Oulad;

/// <summary>
/// Groups that OULAD's students belong to, from a file of its own: they are never among the features, and are looked at only to see
/// whether the model serves all alike.
/// </summary>
/// <param name="clickHouse">A migrated database.</param>
public sealed class OuladGroups(ClickHouseClient clickHouse)
{
    private const string Key = "id_student";

    /// <param name="file">CSV with a header: id_student, and a column an attribute. An empty value is not known.</param>
    /// <param name="cancel">Leaves nothing behind but a table of numbers and groups.</param>
    /// <returns>By attribute, the group of a student.</returns>
    /// <exception cref="InvalidDataException">The file is not so; the message says where.</exception>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<Guid, string>>> ReadAsync(string file, CancellationToken cancel = default)
    {
        var rows = Read(file);
        await clickHouse.ExecuteAsync("CREATE OR REPLACE TABLE oulad_groups (id_student UInt32, attribute String, name String) ENGINE = MergeTree ORDER BY ()", cancel: cancel);
        await clickHouse.InsertRowsAsync("oulad_groups", rows, cancel);
        var members = await clickHouse.ListAsync<Member>(
            "SELECT DISTINCT reinterpretAsUUID(sipHash128('oulad', id_student)) AS learner, attribute, name FROM oulad_groups", cancel: cancel);
        await clickHouse.ExecuteAsync("DROP TABLE oulad_groups", cancel: cancel);
        if (members.GroupBy(member => (member.Learner, member.Attribute)).Any(of => of.Count() > 1))
            throw new InvalidDataException($"{file}: a student is in two groups of one attribute");
        return members.GroupBy(member => member.Attribute).ToDictionary(of => of.Key,
            of => (IReadOnlyDictionary<Guid, string>)of.ToDictionary(member => member.Learner, member => member.Name));
    }

    private static List<Row> Read(string file)
    {
        using var parser = new TextFieldParser(file, Encoding.UTF8) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        try
        {
            if (parser.ReadFields() is not [Key, _, ..] head) throw new InvalidDataException($"{file}: the header must be {Key} and at least one attribute");
            var rows = new List<Row>();
            while (parser.ReadFields() is { } fields)
            {
                if (fields.Length != head.Length || !uint.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var student))
                    throw new InvalidDataException($"{file}: the line before {(parser.LineNumber < 0 ? "the end" : parser.LineNumber)} is not a student's number and {head.Length - 1} groups");
                rows.AddRange(fields.Index().Skip(1).Where(field => field.Item.Length > 0).Select(field => new Row(student, head[field.Index], field.Item)));
            }
            return rows;
        }
        catch (MalformedLineException e)
        {
            throw new InvalidDataException($"{file}: line {e.LineNumber} is no CSV", e);
        }
    }

    private sealed record Row(uint IdStudent, string Attribute, string Name);

    private sealed record Member(Guid Learner, string Attribute, string Name);
}
