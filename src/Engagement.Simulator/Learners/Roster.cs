namespace Engagement.Simulator;

/// <summary>Draws learners and facilitators from the seed; learner number i never depends on how many there are.</summary>
internal sealed class Roster
{
    public static readonly string[] CohortNames = ["winter-1", "winter-2"];

    private const long DayMs = 86_400_000;
    private const double SecondCohortOpensAfterDays = 4;

    private static readonly IdentifierKind[] s_identifiers =
        [IdentifierKind.Mbox, IdentifierKind.Mbox, IdentifierKind.MboxSha1Sum, IdentifierKind.OpenId, IdentifierKind.Account, IdentifierKind.Account];

    private static readonly int[] s_zones = [-8, -6, -5, -5, 0, 1, 1, 2];

    private readonly SimulationOptions _options;

    public Roster(SimulationOptions options)
    {
        _options = options;
        var dice = new Dice(options.Seed, ulong.MaxValue);
        Facilitators =
        [
            new(Names.Person(dice, 9001, IdentifierKind.Mbox), MedianHours: 7),
            new(Names.Person(dice, 9002, IdentifierKind.Account), MedianHours: 16),
            new(Names.Person(dice, 9003, IdentifierKind.Mbox), MedianHours: 84),
            new(Names.Person(dice, 9004, IdentifierKind.OpenId), MedianHours: 130),
        ];
    }

    public IReadOnlyList<Facilitator> Facilitators { get; }

    /// <summary>Id of a cohort, an IRI, as the platform's statements and its roster name it.</summary>
    public static string CohortId(int cohort) => "https://learn.example.org/cohorts/" + CohortNames[cohort];

    public Dice DiceOf(int index) => new(_options.Seed, (ulong)index);

    /// <param name="index">0 .. learners - 1.</param>
    /// <param name="dice">The learner's own, fresh from <see cref="DiceOf"/>; their life goes on with it.</param>
    public SimulatedLearner Draw(int index, Dice dice)
    {
        var mode = (DeliveryMode)(index % 3);
        var kind = KindOf(mode, dice);
        var cohort = dice.Between(0, 1);
        var opensAt = _options.Start.ToUnixTimeMilliseconds() + (long)(cohort * SecondCohortOpensAfterDays * DayMs);
        return new SimulatedLearner
        {
            Index = index,
            Person = Names.Person(dice, index, dice.Pick<IdentifierKind>(s_identifiers)),
            Kind = kind,
            Mode = mode,
            Cohort = cohort,
            Facilitator = mode == DeliveryMode.SelfDirected ? null : FacilitatorOf(mode, kind, dice),
            Pace = Math.Clamp(dice.LogNormal(1, 0.25), 0.5, 2.2),
            CadenceDays = dice.LogNormal(mode switch { DeliveryMode.Facilitated => 1.2, DeliveryMode.MicroCredential => 1.5, _ => 1.9 }, 0.25),
            FavouriteHour = dice.Chance(0.15) ? dice.Between(6.0, 7.5) : dice.Between(18.5, 21.5),
            PatienceDays = kind == LearnerKind.GivesUpWaiting ? dice.Between(1.5, 3.0) : dice.Between(4.0, 12.0),
            Zone = dice.Pick<int>(s_zones),
            AbruptShare = dice.Between(0.15, 0.6),
            RegisteredAtMs = opensAt + (long)(dice.Between(0.0, 2.5) * DayMs),
        };
    }

    private static LearnerKind KindOf(DeliveryMode mode, Dice dice)
    {
        var draw = dice.Unit();
        var (never, gives, defers, jumps, skims) = mode switch
        {
            DeliveryMode.SelfDirected => (0.20, 0.00, 0.14, 0.22, 0.28),
            DeliveryMode.MicroCredential => (0.10, 0.16, 0.14, 0.12, 0.20),
            _ => (0.03, 0.04, 0.15, 0.08, 0.17),
        };
        return (draw -= never) < 0 ? LearnerKind.NeverStarts
            : (draw -= gives) < 0 ? LearnerKind.GivesUpWaiting
            : (draw -= defers) < 0 ? LearnerKind.Deferrer
            : (draw -= jumps) < 0 ? LearnerKind.Jumper
            : draw - skims < 0 ? LearnerKind.Skimmer
            : LearnerKind.Thorough;
    }

    // Facilitated cohorts are mostly looked after well; assessors of a micro-credential are few and behind.
    private Facilitator FacilitatorOf(DeliveryMode mode, LearnerKind kind, Dice dice)
    {
        var late = kind == LearnerKind.GivesUpWaiting ? 0.85 : mode == DeliveryMode.Facilitated ? 0.12 : 0.5;
        return Facilitators[(dice.Chance(late) ? 2 : 0) + dice.Between(0, 1)];
    }
}
