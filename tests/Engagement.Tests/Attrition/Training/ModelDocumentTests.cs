using System.Globalization;
using Engagement.Attrition.Training;
using Engagement.Attrition.Training.Logistic;

namespace Engagement.Tests.Attrition.Training;

public class ModelDocumentTests
{
    private static readonly ModelDocument Model = new LogisticTrainer(new() { Interactions = [("recency", "clicks")] })
        .Train(MadeUpWeeks.Set(500, seed: 30)) with { Metrics = new Dictionary<string, double> { ["b"] = 0.1, ["a"] = 1.0 / 3 }, Calibration = new(0.25, 0.9) };

    private static readonly string Json = Model.ToJson();

    [Fact]
    public void What_is_read_is_written_again_byte_for_byte_and_scores_the_same()
    {
        var read = ModelDocument.Read(Json, MadeUpWeeks.Names);

        Assert.Equal(Json, read.ToJson());
        var rows = MadeUpWeeks.Set(200, seed: 31).Features;
        Assert.Equal(Scorer.Of(Model).Score(rows), Scorer.Of(read).Score(rows));
    }

    [Fact]
    public void The_culture_of_the_machine_does_not_matter()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            Assert.Equal(Json, Model.ToJson());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("days_active,recency,clicks,has_posted,mean_gap", "it wants constant, which is not computed")]
    [InlineData("days_active,recency,clicks,has_posted,mean_gap,constant,mood", "it does not know mood")]
    [InlineData("days_active,recency,clicks,has_posted,gap,constant", "it wants mean_gap, which is not computed; it does not know gap")]
    [InlineData("recency,days_active,clicks,has_posted,mean_gap,constant", "place 1 is days_active in the model and recency here")]
    public void A_model_of_other_features_is_refused_with_what_differs(string computed, string difference) =>
        Assert.Contains(difference, Refused(Json, computed.Split(',')));

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", "format 2")]
    [InlineData("\"kind\": \"logistic\"", "\"kind\": \"oracle\"", "oracle")]
    [InlineData("\"rows\": 500", "\"rows\": \"many\"", "rows")]
    [InlineData("\"rows\": 500,", "", "rows")]
    [InlineData("\"task\": \"goes-silent\"", "\"task\": null", "task")]
    [InlineData("\"rows\": 500", "\"rows\": 500, \"mood\": 1", "mood")]
    [InlineData("\"first\": \"recency\"", "\"first\": \"mood\"", "mood")]
    [InlineData("\"slope\": 0.9", "\"slope\": 1e999", "calibration")]
    [InlineData("\"weight\": 0,", "\"weight\": 1e999,", "not finite")]
    [InlineData("\"low\": 7,", "\"low\": 8,", "constant")]
    public void A_damaged_file_is_refused_with_what_is_wrong(string from, string to, string reason)
    {
        Assert.Contains(from, Json, StringComparison.Ordinal);
        Assert.Contains(reason, Refused(Json.Replace(from, to, StringComparison.Ordinal), MadeUpWeeks.Names), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        for (var length = 0; length < Json.TrimEnd().Length; length += 97) Refused(Json[..length], MadeUpWeeks.Names);
    }

    private static string Refused(string json, IReadOnlyList<string> features) =>
        Assert.Throws<ModelRefusedException>(() => ModelDocument.Read(json, features)).Message;
}
