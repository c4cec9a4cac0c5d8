package io.tradinggym.options.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.options.analysis.Analysis.Recommendation;
import io.tradinggym.options.chain.ChainFile;
import io.tradinggym.options.chain.ImpliedForwards;
import io.tradinggym.options.chain.RecordedChain;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.strategy.ProfitProfile;
import io.tradinggym.options.strategy.Strategy;
import io.tradinggym.options.surface.EarningsJump;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainAnalyzerTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 15);
  private static final double SPOT = 100;
  private static final double VOLATILITY = .25;

  /** Quotes are written in cents, which is worth so much volatility. */
  private static final double CENT = 1e-3;

  private static final ImpliedForwards NO_CARRY = new ImpliedForwards(0, SPOT, java.util.List.of());

  @TempDir private Path folder = Path.of("");

  /** Black-Scholes quotes ten cents wide, in dollar strikes, 4, 32 and 95 days ahead. */
  private RecordedChain chain(EarningsJump jump) {
    StringBuilder rows = new StringBuilder("Type,Strike,Bid,Ask,Expiration\n");
    for (int days : new int[] {4, 32, 95}) {
      double years = days / 365.0;
      double volatility = jump.volatility(VOLATILITY, years);
      for (int strike = 85; strike <= 115; strike++) {
        for (OptionType type : OptionType.values()) {
          double mid = BlackScholes.price(type, SPOT, strike, years, 0, 0, volatility);
          rows.append(
              String.format(
                  Locale.ROOT,
                  "%s,%d,%.2f,%.2f,%s%n",
                  type.name().toLowerCase(Locale.ROOT),
                  strike,
                  Math.max(mid - .05, 0),
                  mid + .05,
                  TODAY.plusDays(days)));
        }
      }
    }
    return read(rows.toString());
  }

  private RecordedChain read(String rows) {
    try {
      Path file = Files.writeString(folder.resolve("chain.csv"), rows);
      return ChainFile.of(file).on(TODAY).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Analysis analyse(
      RecordedChain chain, Signal signal, double historical, int earningsDays) {
    return new ChainAnalyzer(AnalyzerSettings.DEFAULT)
        .analyse(
            chain,
            SPOT,
            NO_CARRY,
            signal,
            historical > 0 ? OptionalDouble.of(historical) : OptionalDouble.empty(),
            earningsDays >= 0 ? Optional.of(TODAY.plusDays(earningsDays)) : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    // historical, days to earnings, level, risk, recommendation
    ".40, -1, CHEAP, LOW, SINGLE",
    ".25, -1, FAIR, LOW, SINGLE",
    ".20, 30, EXPENSIVE, LOW, SINGLE",
    ".20, 5, EXPENSIVE, MEDIUM, SINGLE",
    ".16, 6, EXPENSIVE, MEDIUM, SINGLE",
    ".16, 5, EXPENSIVE, HIGH, SPREAD",
    ".16, 0, EXPENSIVE, HIGH, SPREAD",
    ".40, 5, CHEAP, MEDIUM, SINGLE"
  })
  void aCrushThreatensWhenVolatilityIsHighAndEarningsAreNear(
      double historical,
      int days,
      VolatilityLevel level,
      CrushRisk risk,
      Recommendation recommendation) {
    Analysis analysis = analyse(chain(new EarningsJump(0, 0)), Signal.BULL, historical, days);
    assertThat(analysis.view().implied()).isCloseTo(VOLATILITY, within(CENT));
    assertThat(analysis.view().ratio()).hasValueCloseTo(VOLATILITY / historical, within(.01));
    assertThat(analysis.view().level()).contains(level);
    assertThat(analysis.view().crush()).isEqualTo(risk);
    assertThat(analysis.recommendation()).isEqualTo(recommendation);
  }

  @Test
  void withoutAHistoryNothingIsCalledCheapOrDear() {
    VolatilityView view = analyse(chain(new EarningsJump(0, 0)), Signal.BULL, 0, 3).view();
    assertThat(view.level()).isEmpty();
    assertThat(view.crush()).isEqualTo(CrushRisk.MEDIUM);
  }

  @Test
  void bestCallsAreSomeWeeksOutAndNearTheMoney() {
    Analysis analysis = analyse(chain(new EarningsJump(0, 0)), Signal.BULL, .25, -1);
    assertThat(analysis.best()).hasSize(3);
    OptionIdea best = analysis.best().getFirst();
    assertThat(best.type()).isEqualTo(OptionType.CALL);
    assertThat(best.days()).isEqualTo(32);
    assertThat(best.strike()).isBetween(98.0, 105.0);
    assertThat(best.delta()).isBetween(.35, .55);
    assertThat(best.score().total()).isEqualTo(1);
    assertThat(best.score().liquidity()).as("not in this layout").isNaN();
    assertThat(best.premium()).isEqualTo(best.bid() + .75 * (best.ask() - best.bid()));
    assertThat(best.breakEven()).isEqualTo(best.strike() + best.premium());
    assertThat(best.volatility()).isCloseTo(VOLATILITY, within(CENT));
    double chance =
        BlackScholes.greeks(
                OptionType.CALL, SPOT, best.breakEven(), 32 / 365.0, 0, 0, best.volatility())
            .exerciseProbability();
    assertThat(best.chanceOfProfit()).isCloseTo(chance, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"BULL, 2", "BEAR, -2"})
  void theSpreadSellsTwoStrikesFartherOutAndItsProfileAgrees(Signal signal, int apart) {
    RecordedChain chain = chain(new EarningsJump(0, 0));
    Analysis analysis = analyse(chain, signal, .25, -1);
    OptionIdea bought = analysis.best().getFirst();
    SpreadIdea spread = analysis.spread().orElseThrow();
    assertThat(spread.longStrike()).isEqualTo(bought.strike());
    assertThat(spread.shortStrike()).isEqualTo(bought.strike() + apart);
    double years = bought.days() / 365.0;
    double sold = bought.premium() - .09 * (bought.ask() - bought.bid()) - spread.debit();
    ProfitProfile profile =
        ProfitProfile.atExpiry(
            Strategy.named(spread.name())
                .leg(signal.type(), spread.longStrike(), years, 1, spread.debit() + sold)
                .leg(signal.type(), spread.shortStrike(), years, -1, sold)
                .build());
    assertThat(profile.maxLoss()).isCloseTo(100 * spread.maxLoss(), within(1e-9));
    assertThat(profile.maxGain()).isCloseTo(100 * spread.maxGain(), within(1e-9));
    assertThat(profile.breakEvens()).hasSize(1);
    assertThat(profile.breakEvens()[0]).isCloseTo(spread.breakEven(), within(1e-9));
    assertThat(spread.chanceOfProfit()).isGreaterThan(bought.chanceOfProfit());
  }

  @Test
  void putsOfABearAreMirrored() {
    OptionIdea best =
        analyse(chain(new EarningsJump(0, 0)), Signal.BEAR, .25, -1).best().getFirst();
    assertThat(best.type()).isEqualTo(OptionType.PUT);
    assertThat(SPOT / best.strike()).isBetween(.98, 1.05);
    assertThat(best.delta()).isBetween(-.55, -.35);
    assertThat(best.breakEven()).isEqualTo(best.strike() - best.premium());
  }

  @Test
  void theMoveOfAnAnnouncementShowsInTheTermStructure() {
    Analysis analysis = analyse(chain(new EarningsJump(0, .06)), Signal.BULL, .2, 2);
    assertThat(analysis.view().expectedMove())
        .hasValueCloseTo(new EarningsJump(0, .06).expectedMove(), within(.001));
    assertThat(analyse(chain(new EarningsJump(0, .06)), Signal.BULL, .2, 31).view().expectedMove())
        .isEmpty();
  }

  @Test
  void weightsDecideWhatIsBest() {
    AnalyzerSettings byExpiry = AnalyzerSettings.DEFAULT.withWeights(new ScoreWeights(0, 0, 0, 1));
    Analysis analysis =
        new ChainAnalyzer(byExpiry)
            .analyse(
                chain(new EarningsJump(0, 0)),
                SPOT,
                NO_CARRY,
                Signal.BULL,
                OptionalDouble.empty(),
                Optional.empty());
    assertThat(analysis.best().getFirst().days()).as("only delta counts").isEqualTo(4);
    assertThatThrownBy(() -> new ScoreWeights(0, 0, 1, 0)).hasMessageContaining("weight > 0");
    assertThatThrownBy(() -> new ScoreWeights(1, -1, 1, 0)).hasMessageContaining("must be >= 0");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "10.5, .5", "21, 1", "45, 1", "82.5, .5", "200, 0"})
  void daysScoreBestBetweenThreeAndSixWeeks(double days, double expected) {
    assertThat(Score.of(days, 1, 1, .5, ScoreWeights.EQUAL).expiry()).isEqualTo(expected);
  }

  @Test
  void liquidityComparesWithTheMostTraded() {
    String header =
        "contractSymbol,lastTradeDate,strike,bid,ask,volume,openInterest,type,expiration\n";
    StringBuilder rows = new StringBuilder(header);
    int[] volumes = {0, 999, 30};
    for (int i = 0; i < 3; i++) {
      double mid = BlackScholes.price(OptionType.CALL, SPOT, 99 + i, 32 / 365.0, 0, 0, VOLATILITY);
      rows.append(
          String.format(
              Locale.ROOT,
              "X,2025-09-15 19:59:00+00:00,%d,%.2f,%.2f,%d,%d,c,2025-10-17%n",
              99 + i,
              mid - .02,
              mid + .02,
              volumes[i],
              volumes[i]));
    }
    Analysis analysis = analyse(read(rows.toString()), Signal.BULL, 0, -1);
    assertThat(analysis.best().getFirst().strike()).isEqualTo(100);
    assertThat(analysis.best().getFirst().score().liquidity()).isEqualTo(1);
    assertThat(analysis.best().get(1).score().liquidity())
        .isCloseTo(Math.log(31) / Math.log(1000), within(1e-12));
    assertThat(analysis.best().get(2).score().liquidity()).isZero();
    assertThat(analysis.spread()).as("no strike two farther out").isEmpty();
  }

  @Test
  void refusesWhatDoesNotFit() {
    RecordedChain chain = chain(new EarningsJump(0, 0));
    ChainAnalyzer analyzer = new ChainAnalyzer(AnalyzerSettings.DEFAULT);
    assertThatThrownBy(
            () ->
                analyzer.analyse(
                    chain,
                    SPOT,
                    NO_CARRY,
                    Signal.BULL,
                    OptionalDouble.empty(),
                    Optional.of(TODAY.minusDays(1))))
        .hasMessage("earnings must not be before the chain's date 2025-09-15, was 2025-09-14");
    assertThatThrownBy(
            () ->
                analyzer.analyse(
                    chain, 5, NO_CARRY, Signal.BULL, OptionalDouble.empty(), Optional.empty()))
        .hasMessageContaining("no expiry of the chain has calls on both sides of the spot");
  }

  @Test
  void historicalVolatilityIsTheSampleDeviationOfTheLastReturns() {
    double[] closes = {50, 100, 110, 99, 120};
    double a = Math.log(1.1);
    double b = Math.log(.9);
    double c = Math.log(120 / 99.0);
    double mean = (a + b + c) / 3;
    double variance =
        ((a - mean) * (a - mean) + (b - mean) * (b - mean) + (c - mean) * (c - mean)) / 2;
    assertThat(HistoricalVolatility.of(closes, 3))
        .isCloseTo(Math.sqrt(252 * variance), within(1e-14));
    assertThatThrownBy(() -> HistoricalVolatility.of(closes, 5))
        .hasMessage("closes must be at least 6, were 5");
  }
}
