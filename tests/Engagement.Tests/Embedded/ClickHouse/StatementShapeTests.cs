using System.Text;
using Engagement.Embedded.ClickHouse.Http;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Embedded.ClickHouse;

public class StatementShapeTests
{
    [Theory]
    [InlineData("SELECT 1 FORMAT CSV", "SELECT 1 ", "CSV")]
    [InlineData("SELECT 1 format csv;", "SELECT 1 ", "csv")]
    [InlineData("SELECT 1 FORMAT CSV SETTINGS max_threads = 1", "SELECT 1 ", "CSV")]
    [InlineData("SELECT 1 SETTINGS max_threads = 1 FORMAT CSV", "SELECT 1 SETTINGS max_threads = 1 ", "CSV")]
    [InlineData("SELECT format FROM t", "SELECT format FROM t", null)]
    [InlineData("SELECT 1 AS format", "SELECT 1 AS format", null)]
    [InlineData("SELECT 1 AS format SETTINGS a = 1", "SELECT 1 AS format SETTINGS a = 1", null)]
    [InlineData("SELECT format(x, FORMAT) FROM t ; -- FORMAT CSV", "SELECT format(x, FORMAT) FROM t", null)]
    [InlineData("SELECT 'a FORMAT CSV', `FORMAT`, \"FORMAT\"", "SELECT 'a FORMAT CSV', `FORMAT`, \"FORMAT\"", null)]
    [InlineData("SELECT 1 /* FORMAT CSV */", "SELECT 1", null)]
    [InlineData("SELECT (SELECT 1 AS x FORMAT CSV)", "SELECT (SELECT 1 AS x FORMAT CSV)", null)]
    public void A_select_takes_its_outfile_before_its_format(string sql, string head, string? format)
    {
        var shape = Of(sql);

        Assert.True(shape.IsSelect);
        Assert.Equal(format, shape.Format);
        Assert.Equal(head, sql[..shape.HeadEnd]);
    }

    [Theory]
    [InlineData("INSERT INTO t FORMAT CSV\n1,2", "INSERT INTO t ", "CSV", "1,2")]
    [InlineData("INSERT INTO t FORMAT CSV \r\n1,2", "INSERT INTO t ", "CSV", "1,2")]
    [InlineData("INSERT INTO t FORMAT CSV\n\n1,2", "INSERT INTO t ", "CSV", "\n1,2")]
    [InlineData("INSERT INTO t (a, format) VALUES (1, 2)", "INSERT INTO t (a, format) ", "Values", " (1, 2)")]
    [InlineData("INSERT INTO TABLE db.format (values) FORMAT CSV 1", "INSERT INTO TABLE db.format (values) ", "CSV", "1")]
    [InlineData("INSERT INTO FUNCTION file('VALUES', 'CSV') FORMAT CSV 1", "INSERT INTO FUNCTION file('VALUES', 'CSV') ", "CSV", "1")]
    [InlineData("INSERT INTO t SETTINGS a = 'FORMAT X' FORMAT CSV 1", "INSERT INTO t SETTINGS a = 'FORMAT X' ", "CSV", "1")]
    public void An_insert_is_cut_before_its_format_and_its_rows(string sql, string head, string format, string rows)
    {
        var shape = Of(sql);

        Assert.True(shape.HasData);
        Assert.Equal(format, shape.Format);
        Assert.Equal(head, sql[..shape.HeadEnd]);
        Assert.Equal(rows, sql[shape.DataStart..]);
    }

    [Theory]
    [InlineData("INSERT INTO t SELECT 1 FORMAT CSV")]
    [InlineData("INSERT INTO t (SELECT 1)")]
    [InlineData("INSERT INTO t WITH 1 AS x SELECT x")]
    [InlineData("CREATE TABLE t (format String)")]
    public void What_brings_no_rows_has_none(string sql) => Assert.False(Of(sql).HasData);

    [Theory]
    [InlineData("SELECT 1 INTO OUTFILE 'x'", true)]
    [InlineData("SELECT 1 INTO/**/outfile 'x' FORMAT CSV", true)]
    [InlineData("INSERT INTO t FROM INFILE 'x'", true)]
    [InlineData("SELECT 'INTO OUTFILE'", false)]
    [InlineData("SELECT outfile FROM t", false)]
    public void A_clause_that_touches_files_is_seen(string sql, bool touches) => Assert.Equal(touches, Of(sql).TouchesClientFile);

    // However the network cuts the body: the same cut, as soon as it is sure.
    [Fact]
    public void The_beginning_of_an_insert_is_never_read_otherwise_than_the_whole()
    {
        const string Sql = "/* FORMAT X */ INSERT INTO format.values (a, `VALUES`) SETTINGS b = 'c' -- VALUES\n FORMAT  JSONEachRow \r\n{\"a\": 1}";
        var whole = Of(Sql);
        var parts = Enumerable.Range(0, Sql.Length + 1).Select(length => StatementShape.Of(Encoding.UTF8.GetBytes(Sql[..length]), isWhole: false)).ToList();

        Assert.All(parts.Where(part => part.HasData), part => Assert.Equal(whole, part));
        Assert.True(parts[whole.DataStart].HasData);
    }

    [Fact]
    public void Any_text_has_a_shape_within_it() => Prop.ForAll<string, bool>((text, isWhole) =>
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        var shape = StatementShape.Of(bytes, isWhole);
        return shape.HeadEnd <= bytes.Length && shape.DataStart <= bytes.Length;
    }).QuickCheckThrowOnFailure();

    private static StatementShape Of(string sql) => StatementShape.Of(Encoding.UTF8.GetBytes(sql), isWhole: true);
}
