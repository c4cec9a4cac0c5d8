package io.tradinggym.market.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.process.calibrate.Calibrate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The embedded market against what the ten were measured to be from 2005 to 2022, and against Cont's facts. */
class WatchlistMarketTest {
  private static final List<String> SYMBOLS =
      List.of("NVDA", "QQQ", "SPY", "AAPL", "MSFT", "TSLA", "AMD", "META", "AMZN", "GOOGL");

  /** Yearly volatilities of daily log returns; TSLA from 2010, META from 2012. */
  private static final double[] VOLATILITY = {
    .485, .219, .196, .331, .275, .569, .581, .404, .383, .300
  };

  /** Simulated over real volatility may differ from 1 by so much: 60,000 fat-tailed days tell it to about 5 %. */
  private static final double VOLATILITY_RATIO = 0.12;

  /** Correlations of SPY with each, on their common days. */
  private static final double[] WITH_SPY = {
    .613, .918, 1, .634, .738, .431, .510, .519, .572, .659
  };

  /** Simulated days are correlated alike; real ones more in crises, which the numbers of the data contain. */
  private static final double CORRELATION = 0.12;

  private static final int PATHS = 60;
  private static final int BARS = 1000;

  /** Log returns of many paths, one after the other. */
  private static double[][] returns(SimulatedMarket market, long seed) {
    double[][] r = new double[market.assets()][PATHS * BARS];
    MarketTape tape = market.tape();
    var random = RandomStreams.of(seed).stream("paths");
    for (int path = 0; path < PATHS; path++) {
      tape.next(random);
      Bars bars = tape.bars();
      for (int a = 0; a < r.length; a++) {
        for (int t = 0; t < BARS; t++) {
          r[a][path * BARS + t] = Math.log((double) bars.close(a, t + 1) / bars.close(a, t));
        }
      }
    }
    return r;
  }

  /** Drawn once for all that is asked of them. */
  private static final class Watchlist {
    static final double[][] RETURNS = drawn();

    private static double[][] drawn() {
      // prices far above their ticks: low-priced paths would show rounding
      double[] start = new double[SYMBOLS.size()];
      Arrays.fill(start, 1e6);
      return returns(
          WatchlistMarket.builder().bars(BARS + 1).history(0).startPrices(start).build(), 1);
    }
  }

  @Test
  void isNamedAndPriced() {
    SimulatedMarket market = WatchlistMarket.create();
    assertThat(market.instruments()).extracting(Instrument::symbol).isEqualTo(SYMBOLS);
    assertThat(market.barsPerYear()).isEqualTo(252);
    assertThat(market.fingerprint()).isEqualTo(WatchlistMarket.create().fingerprint());
    MarketTape tape = market.tape();
    assertThat(tape.firstDecision()).isEqualTo(64);
    assertThat(tape.bars().length()).isEqualTo(64 + 252);
  }

  @Test
  void volatilitiesTailsAndCorrelationsAreNearTheData() {
    double[][] r = Watchlist.RETURNS;
    int spy = SYMBOLS.indexOf("SPY");
    double[] kurtosis = new double[r.length];
    for (int a = 0; a < r.length; a++) {
      double square = Arrays.stream(r[a]).map(x -> x * x).average().orElseThrow();
      assertThat(Math.sqrt(252 * square) / VOLATILITY[a])
          .as("volatility of " + SYMBOLS.get(a))
          .isCloseTo(1, within(VOLATILITY_RATIO));
      kurtosis[a] = kurtosisOfEighteenYears(r[a]);
      assertThat(kurtosis[a]).as("kurtosis of " + SYMBOLS.get(a)).isBetween(5.0, 30.0);
      assertThat(StylisedFacts.crossCorrelation(r[a], r[spy], 0))
          .as("correlation of SPY with " + SYMBOLS.get(a))
          .isCloseTo(WITH_SPY[a], within(CORRELATION));
    }
    // 8.1 to 25.6 in the data, 12 in the middle
    Arrays.sort(kurtosis);
    assertThat(kurtosis[kurtosis.length / 2]).isBetween(8.0, 20.0);
  }

  /**
   * The median over samples as long as the real one: single wild days decide a kurtosis, and more of them meet longer
   * ones.
   */
  private static double kurtosisOfEighteenYears(double[] r) {
    int length = 18 * 252;
    double[] samples = new double[r.length / length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = StylisedFacts.kurtosis(Arrays.copyOfRange(r, i * length, (i + 1) * length));
    }
    Arrays.sort(samples);
    return samples[samples.length / 2];
  }

  @Test
  void growthIsMostlyTheMarkets() {
    double[][] r = Watchlist.RETURNS;
    for (int a = 0; a < r.length; a++) {
      double yearly = Arrays.stream(r[a]).map(Math::expm1).average().orElseThrow() * 252;
      // SPY grew by 10 % a year, the ten by up to 51 %, of which a fifth is kept
      double error = 3 * VOLATILITY[a] / Math.sqrt(PATHS * BARS / 252.0);
      assertThat(yearly).as("growth of " + SYMBOLS.get(a)).isBetween(0.10 - error, 0.19 + error);
    }
  }

  @Test
  void fundsAndLargeSharesShowTheStylisedFacts() {
    double[] start = new double[SYMBOLS.size()];
    Arrays.fill(start, 1e6);
    MarketTape tape =
        WatchlistMarket.builder().bars(20_000).history(0).startPrices(start).build().tape();
    tape.next(RandomStreams.of(2).stream("facts"));
    for (String symbol : List.of("SPY", "QQQ", "AAPL")) {
      assertThat(missing(tape.bars(), SYMBOLS.indexOf(symbol))).as(symbol).isEmpty();
    }
  }

  @Test
  void geometricBrownianMotionLacksThem() {
    MarketTape tape =
        SimulatedMarket.of(GeometricBrownian.noise(1, 0.2, 252))
            .bars(20_000)
            .history(0)
            .startPrices(1e6)
            .build()
            .tape();
    tape.next(RandomStreams.of(3).stream("facts"));
    List<String> missing = missing(tape.bars(), 0);
    assertThat(missing).anyMatch(fact -> fact.startsWith("fat tails"));
    assertThat(missing).anyMatch(fact -> fact.startsWith("tail index"));
    assertThat(missing).anyMatch(fact -> fact.startsWith("volatility clusters"));
    assertThat(missing).anyMatch(fact -> fact.startsWith("losses raise volatility"));
  }

  private static List<String> missing(Bars bars, int asset) {
    int n = bars.length() - 1;
    double[] r = new double[n];
    double[] volume = new double[n];
    for (int t = 0; t < n; t++) {
      r[t] = Math.log((double) bars.close(asset, t + 1) / bars.close(asset, t));
      volume[t] = bars.volume(asset, t + 1);
    }
    return StylisedFacts.missing(r, volume);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void numbersAreWhatCalibrationFinds() throws IOException {
    String found = Calibrate.of(Path.of(System.getenv("TRADING_GYM_DATA"), "daily_us"));
    try (InputStream in = WatchlistMarket.class.getResourceAsStream("watchlist.properties")) {
      assertThat(found).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
