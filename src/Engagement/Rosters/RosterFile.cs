using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Engagement.Hosting;
using Engagement.People.Enrolments;
using Engagement.Simulator;

namespace Engagement.Rosters;

/// <summary>A roster as a CSV file, a line an enrolment. A row is read as the message of the topic with the same fields.</summary>
internal static class RosterFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The rows, read as they are asked for.</summary>
    /// <returns>Each with the number of the line it begins on.</returns>
    /// <exception cref="Fault">The file is no CSV in UTF-8 with these columns. No value of it is repeated.</exception>
    public static IEnumerable<(int Line, EnrolmentResult Result)> Read(string file, EnrolmentReader reader)
    {
        using var text = Open(file);
        using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true, DetectDelimiterValues = [",", ";", "\t"], TrimOptions = TrimOptions.Trim,
            MaxFieldSize = EnrolmentReader.MaxBytes, BadDataFound = null, // what is meant by a stray quote shows in the fields
        });
        if (!Next(csv, file)) throw new Fault($"{file} is empty. Its first line names the columns: {string.Join(',', EnrolmentFields.All)}.");
        var columns = Columns(csv.Record!, file);
        for (var line = csv.RawRow + 1; Next(csv, file); line = csv.RawRow + 1)
            yield return (line, reader.Read(Message(columns, csv.Record!)));
    }

    public static void Write(string file, IEnumerable<SimulatedEnrolment> enrolments)
    {
        using var csv = new CsvWriter(new StreamWriter(file, append: false, Utf8), CultureInfo.InvariantCulture);
        foreach (var (enrolment, i) in enrolments.Select((enrolment, i) => (enrolment, i)))
        {
            if (i == 0) Line(csv, enrolment.Fields.Keys);
            Line(csv, enrolment.Fields.Values);
        }
    }

    private static void Line(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields) csv.WriteField(field);
        csv.NextRecord();
    }

    private static StreamReader Open(string file)
    {
        try
        {
            return new StreamReader(file, Utf8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Fault($"{file} can't be read: {e.Message}");
        }
    }

    private static bool Next(CsvParser csv, string file)
    {
        try
        {
            return csv.Read();
        }
        catch (DecoderFallbackException)
        {
            throw new Fault($"{file} is not in UTF-8, from about line {csv.RawRow + 1}. Save it as \"CSV UTF-8\". Nothing of what follows was taken.");
        }
        catch (MaxFieldSizeException)
        {
            throw new Fault($"{file}: from line {csv.RawRow + 1} there is a field of more than {EnrolmentReader.MaxBytes} characters; is a quotation mark open? Nothing of what follows was taken.");
        }
    }

    private static string[] Columns(string[] header, string file)
    {
        // By number: in a file without a header they would be somebody's.
        var unknown = Array.FindIndex(header, column => !EnrolmentFields.All.Contains(column));
        if (unknown >= 0) throw new Fault($"{file}: the first line names the columns, and its column {unknown + 1} is none of: {string.Join(", ", EnrolmentFields.All)}.");
        if (header.Distinct().Count() < header.Length) throw new Fault($"{file}: the first line names a column twice.");
        return header;
    }

    // A row with too few fields ends early, as programs write them; what stands behind the last column makes it no enrolment.
    private static ReadOnlySpan<byte> Message(string[] columns, string[] row)
    {
        if (row.Length > columns.Length) return "[]"u8;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (column, field) in columns.Zip(row))
                if (field.Length > 0) json.WriteString(column, field);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan;
    }
}
