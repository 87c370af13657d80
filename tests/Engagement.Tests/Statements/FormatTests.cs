using System.Text;
using Engagement.Statements;
using Engagement.Statements.Formats;

namespace Engagement.Tests.Statements;

/// <summary>The data types of xAPI, value by value.</summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData("2015-11-18T12:17:00Z", "2015-11-18T12:17:00.000000")]
    [InlineData("2015-11-18t12:17:00z", "2015-11-18T12:17:00.000000")]
    [InlineData("2015-11-18T12:17:00.1Z", "2015-11-18T12:17:00.100000")]
    [InlineData("2015-11-18T12:17:00.1234567890123Z", "2015-11-18T12:17:00.123456")]
    [InlineData("2015-11-18T12:17:00,5Z", "2015-11-18T12:17:00.500000")]
    [InlineData("2015-11-18T12:17:00+00:00", "2015-11-18T12:17:00.000000")]
    [InlineData("2015-11-18T12:17:00+00", "2015-11-18T12:17:00.000000")]
    [InlineData("2015-11-18T12:17:00+0530", "2015-11-18T06:47:00.000000")]
    [InlineData("2015-11-18T12:17:00-05:00", "2015-11-18T17:17:00.000000")]
    [InlineData("2015-11-18T12:17:00-05", "2015-11-18T17:17:00.000000")]
    [InlineData("2015-11-18T12:17Z", "2015-11-18T12:17:00.000000")]
    [InlineData("20151118T121700Z", "2015-11-18T12:17:00.000000")]
    [InlineData("20151118T1217Z", "2015-11-18T12:17:00.000000")]
    [InlineData("2015-12-31T24:00:00Z", "2016-01-01T00:00:00.000000")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.999999")]
    [InlineData("2016-12-31T18:59:60.5-05:00", "2016-12-31T23:59:59.999999")]
    [InlineData("2016-02-29T00:00:00Z", "2016-02-29T00:00:00.000000")]
    [InlineData("1900-01-01T00:00:00Z", "1900-01-01T00:00:00.000000")]
    [InlineData("2299-12-31T23:59:59.999999Z", "2299-12-31T23:59:59.999999")]
    public void Time_is_read_as_UTC(string text, string utc)
    {
        Assert.True(Timestamp.TryParse(Encoding.UTF8.GetBytes(text), Spec.V1, out var micros, out var zoneless));
        Assert.False(zoneless);
        Assert.Equal(utc, DateTime.UnixEpoch.AddTicks(micros * 10).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff"));
    }

    [Theory]
    [InlineData("2015-11-18T12:17:00")]
    [InlineData("2015-11-18T12:17:00.25")]
    [InlineData("20151118T121700")]
    public void Time_without_zone_is_UTC_and_flagged(string text)
    {
        Assert.True(Timestamp.TryParse(Encoding.UTF8.GetBytes(text), Spec.V1, out _, out var zoneless));
        Assert.True(zoneless);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2015-11-18")]
    [InlineData("2015-11-18T")]
    [InlineData("2015-11-18T12")]
    [InlineData("2015-11-18 12:17:00Z")]
    [InlineData("2015-11-18T12:17:00-00")]
    [InlineData("2015-11-18T12:17:00-0000")]
    [InlineData("2015-11-18T12:17:00-00:00")]
    [InlineData("2015-11-18T12:17:00+24:00")]
    [InlineData("2015-11-18T12:17:00+01:60")]
    [InlineData("2015-11-18T12:17:00+1")]
    [InlineData("2015-11-18T12:17:00+01:")]
    [InlineData("2015-11-18T12:17:00ZZ")]
    [InlineData("2015-11-18T12:17:00 Z")]
    [InlineData("2015-11-18T12:17:00.Z")]
    [InlineData("2015-11-18T12:17.5Z")]
    [InlineData("2015-11-18T12:1700Z")]
    [InlineData("2015-1118T12:17:00Z")]
    [InlineData("201511-18T12:17:00Z")]
    [InlineData("15-11-18T12:17:00Z")]
    [InlineData("2015-13-18T12:17:00Z")]
    [InlineData("2015-00-18T12:17:00Z")]
    [InlineData("2015-02-29T12:17:00Z")]
    [InlineData("2015-11-00T12:17:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2015-11-18T25:00:00Z")]
    [InlineData("2015-11-18T24:00:01Z")]
    [InlineData("2015-11-18T12:60:00Z")]
    [InlineData("2015-11-18T12:17:61Z")]
    [InlineData("2015-11-18T12:17:60Z")]
    [InlineData("2015-11-18T23:59:60Z")]
    [InlineData("2015-W47-3T12:17:00Z")]
    [InlineData("1899-12-31T23:59:59Z")]
    [InlineData("2300-01-01T00:00:00Z")]
    [InlineData("2299-12-31T23:59:59-01:00")]
    [InlineData("1447849020")]
    [InlineData("Wed, 18 Nov 2015 12:17:00 GMT")]
    public void Text_that_is_no_time_is_refused(string text) =>
        Assert.False(Timestamp.TryParse(Encoding.UTF8.GetBytes(text), Spec.V1, out _, out _));

    [Theory]
    [InlineData("PT0S", 0)]
    [InlineData("PT40S", 40)]
    [InlineData("PT1M30S", 90)]
    [InlineData("PT0.5H", 1800)]
    [InlineData("PT0,5H", 1800)]
    [InlineData("PT4H35M59.14S", 16559.14)]
    [InlineData("PT16559.14S", 16559.14)]
    [InlineData("PT1.000001S", 1.000001)]
    [InlineData("P3DT4H35M59.14S", 275759.14)]
    [InlineData("P1D", 86400)]
    [InlineData("P4W", 2419200)]
    [InlineData("P0.5W", 302400)]
    [InlineData("P0Y0M0DT0H0M05S", 5)]
    [InlineData("PT36H", 129600)]
    public void Duration_is_read_in_microseconds(string text, double seconds)
    {
        Assert.True(Duration.TryParse(Encoding.UTF8.GetBytes(text), out var micros));
        Assert.Equal((long)Math.Round(seconds * 1e6), micros);
    }

    [Theory]
    [InlineData("P3Y")]
    [InlineData("P1Y1M1DT1H1M1.1S")]
    [InlineData("P0.5M")]
    [InlineData("P99999999999999999999D")]
    public void Duration_without_a_length_in_seconds_is_valid_and_no_time(string text)
    {
        Assert.True(Duration.TryParse(Encoding.UTF8.GetBytes(text), out var micros));
        Assert.Null(micros);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("-PT5S")]
    [InlineData("PT-5S")]
    [InlineData("+PT5S")]
    [InlineData("P4W1D")]
    [InlineData("P1Y4W")]
    [InlineData("P4WT1S")]
    [InlineData("PT1S1M")]
    [InlineData("PT1M1M")]
    [InlineData("PT1.5H30M")]
    [InlineData("PT.5S")]
    [InlineData("PT5.S")]
    [InlineData("PT5")]
    [InlineData("5S")]
    [InlineData("P5S")]
    [InlineData("PT1D")]
    [InlineData("pt5s")]
    [InlineData("PT5S ")]
    [InlineData("P1D1Y")]
    [InlineData("PTT5S")]
    [InlineData("90")]
    [InlineData("00:01:30")]
    public void Text_that_is_no_duration_is_refused(string text) =>
        Assert.False(Duration.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("http://example.org", true)]
    [InlineData("https://example.org/a?b=c&d[0]=e#f", true)]
    [InlineData("urn:uuid:6690e6c9-3ef0-4ed3-8b37-7f3964730bee", true)]
    [InlineData("uuid://7d4f3c70-1e79-4243-9b7d-166076ce8bfb", true)]
    [InlineData("course-v1:FUN-MOOC+00002+session01", true)]
    [InlineData("tag:example.org,2026:x", true)]
    [InlineData("http://пример.рф/курс", true)]
    [InlineData("a:b", true)]
    [InlineData("", false)]
    [InlineData("a", false)]
    [InlineData(":", false)]
    [InlineData("a:", false)]
    [InlineData(":a", false)]
    [InlineData("/etc/x", false)]
    [InlineData("C:\\x", false)]
    [InlineData("1a:b", false)]
    [InlineData("a_b:c", false)]
    [InlineData("6690e6c9-3ef0-4ed3-8b37-7f3964730bee", false)]
    [InlineData("http://example.org/a b", false)]
    [InlineData("http://example.org/<x>", false)]
    [InlineData("http://example.org/\n", false)]
    [InlineData(" http://example.org", false)]
    [InlineData("//example.org/x", false)]
    public void IRIs_need_a_scheme_and_no_blanks(string text, bool valid) =>
        Assert.Equal(valid, Iri.IsValid(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("6690e6c9-3ef0-4ed3-8b37-7f3964730bee", true)]
    [InlineData("6690E6C9-3EF0-4ED3-8B37-7F3964730BEE", true)]
    [InlineData("00000000-0000-0000-0000-000000000000", true)]
    [InlineData("", false)]
    [InlineData("6690e6c93ef04ed38b377f3964730bee", false)]
    [InlineData("{6690e6c9-3ef0-4ed3-8b37-7f3964730bee}", false)]
    [InlineData("(6690e6c9-3ef0-4ed3-8b37-7f3964730bee)", false)]
    [InlineData("6690e6c9-3ef0-4ed3-8b37-7f3964730be", false)]
    [InlineData("6690e6c9-3ef0-4ed3-8b37-7f3964730beef", false)]
    [InlineData("6690e6c9-3ef0-4ed3-8b37-7f3964730beg", false)]
    [InlineData("6690e6c-93ef0-4ed3-8b37-7f3964730bee", false)]
    [InlineData(" 690e6c9-3ef0-4ed3-8b37-7f3964730bee", false)]
    [InlineData("+690e6c9-3ef0-4ed3-8b37-7f3964730bee", false)]
    public void UUIDs_have_one_form(string text, bool valid) =>
        Assert.Equal(valid, Uuid.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("en", true)]
    [InlineData("EN", true)]
    [InlineData("en-US", true)]
    [InlineData("und", true)]
    [InlineData("zh-Hant-TW", true)]
    [InlineData("zh-cmn-Hans-CN", true)]
    [InlineData("es-419", true)]
    [InlineData("de-1996", true)]
    [InlineData("sl-rozaj-biske", true)]
    [InlineData("de-CH-1901", true)]
    [InlineData("en-u-ca-buddhist", true)]
    [InlineData("en-a-bbb-x-a-ccc", true)]
    [InlineData("x-whatever", true)]
    [InlineData("i-klingon", true)]
    [InlineData("en-GB-oed", true)]
    [InlineData("zh-min-nan", true)]
    [InlineData("", false)]
    [InlineData("e", false)]
    [InlineData("en_US", false)]
    [InlineData("en-", false)]
    [InlineData("-en", false)]
    [InlineData("en--US", false)]
    [InlineData("en-US-", false)]
    [InlineData("en-u", false)]
    [InlineData("en-x", false)]
    [InlineData("x-", false)]
    [InlineData("12", false)]
    [InlineData("englishlanguage", false)]
    [InlineData("en-US-GB", false)]
    [InlineData("en us", false)]
    [InlineData("français", false)]
    public void Language_tags_follow_RFC_5646(string text, bool valid) =>
        Assert.Equal(valid, LanguageTag.IsValid(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("mailto:a@b", true)]
    [InlineData("mailto:Ann.Smith+x@sub.example.org", true)]
    [InlineData("MAILTO:a@b.c", true)]
    [InlineData("mailto:ann@exämple.org", true)]
    [InlineData("mailto:", false)]
    [InlineData("mailto:a", false)]
    [InlineData("mailto:@b", false)]
    [InlineData("mailto:a@", false)]
    [InlineData("mailto:a@b@c", false)]
    [InlineData("mailto:a@b,c@d", false)]
    [InlineData("mailto:a@b?subject=x", false)]
    [InlineData("mailto: a@b", false)]
    [InlineData("a@b.c", false)]
    [InlineData("http://a@b.c", false)]
    [InlineData("", false)]
    public void Mailboxes_are_mailto_and_one_address(string text, bool valid) =>
        Assert.Equal(valid, Mailto.IsValid(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(40, true, false)]
    [InlineData(39, false, false)]
    [InlineData(41, false, false)]
    [InlineData(56, false, true)]
    [InlineData(64, false, true)]
    [InlineData(96, false, true)]
    [InlineData(128, false, true)]
    [InlineData(63, false, false)]
    public void Sums_are_told_by_their_length(int digits, bool isSha1, bool isSha2)
    {
        var text = Encoding.UTF8.GetBytes(new string('a', digits / 2) + new string('F', digits - digits / 2));
        Assert.Equal((isSha1, isSha2), (Hex.IsSha1(text), Hex.IsSha2(text)));
        text[3] = (byte)'g';
        Assert.False(Hex.IsSha1(text) || Hex.IsSha2(text));
    }
}
