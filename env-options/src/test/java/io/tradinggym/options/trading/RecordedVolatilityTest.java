package io.tradinggym.options.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Step;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.options.board.ChainHistory;
import io.tradinggym.options.board.MarketOptions;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.RecordedMarket;
import io.tradinggym.options.board.SmileKind;
import io.tradinggym.testkit.EnvironmentContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedVolatilityTest {
  private static final int DAYS = 25;
  private static final int STEPS = 20;
  private static final int LENGTH = 40;
  private static final OptionMarket MARKET =
      new OptionMarket(0.25, 0, 1.1, 0.1, 6, 0, 0, 1, SmileKind.FLAT, 0, 0, 0.2);

  /**
   * The spot of put-call parity is a cent or two off, volatilities are those of rounded quotes: a share more or less.
   */
  private static final double OFF = 30;

  @TempDir private static Path folder = Path.of("");

  // Read once: nobody writes to it, and lanes share it as they do in an environment.
  @SuppressWarnings("NullAway.Init")
  private static ChainHistory history;

  private static RandomStream stream() {
    return RandomStreams.of(4).stream("market");
  }

  private static VolatilityTask task(int episode) {
    return new VolatilityTask(new AccountTerms(200_000, FillRule.QUOTES, 0.65, 0, 0, episode), 10);
  }

  @BeforeAll
  static void record() throws IOException {
    RecordedMarket.record(MARKET, OptionMarket.STRIKES, stream(), LENGTH, DAYS, folder);
    history = ChainHistory.read(folder);
  }

  @Nested
  class Contract extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return VolatilityTrading.lanes(history, task(STEPS)).get();
    }
  }

  /** Equity, spot and straddles held, step by step. */
  private static List<double[]> play(EnvironmentLogic logic, float near, float far) {
    return Traces.of(
        logic,
        stream(),
        STEPS,
        i -> new float[] {i < STEPS - 1 ? near : 0, i < STEPS - 1 ? far : 0},
        OptionInfo.EQUITY,
        OptionInfo.SPOT,
        OptionInfo.COSTS);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "-1, 0", "0, 1", "0, -1", "1, -1", "-1, -1"})
  void aRecordedSimulationIsTradedAsTheSimulationWas(float near, float far) {
    List<double[]> simulated = play(VolatilityTrading.lanes(MARKET, task(LENGTH)).get(), near, far);
    List<double[]> recorded = play(VolatilityTrading.lanes(history, task(DAYS)).get(), near, far);
    assertThat(simulated.getLast()[0]).isNotEqualTo(200_000);
    for (int i = 0; i < STEPS; i++) {
      assertThat(recorded.get(i)[0]).as("equity %d", i).isCloseTo(simulated.get(i)[0], within(OFF));
      assertThat(recorded.get(i)[1]).as("spot %d", i).isCloseTo(simulated.get(i)[1], within(0.03));
      assertThat(recorded.get(i)[2]).as("costs %d", i).isCloseTo(simulated.get(i)[2], within(0.1));
    }
  }

  @Test
  void theDataEnd() {
    try (Environment env =
        Gym.vector("VolatilityTrading-v1")
            .option(MarketOptions.CHAINS, ChainHistory.read(folder.resolve("XYZ_")))
            .single()) {
      env.reset(1);
      int steps = 0;
      while (!env.ended()) {
        env.step(new float[] {0.5f, -0.5f});
        steps++;
      }
      assertThat(steps).isEqualTo(DAYS - 1);
      assertThat(env.endReason()).isEqualTo(EndReason.END_OF_DATA);
    }
  }

  @Test
  void withoutQuotesASleeveStaysAsItIs(@TempDir Path gaps) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.sorted().limit(4).toList();
    }
    for (int day = 0; day < files.size(); day++) {
      boolean gap = day == 1;
      Path to = gaps.resolve(String.valueOf(files.get(day).getFileName()));
      Files.write(
          to,
          Files.readAllLines(files.get(day)).stream()
              .filter(line -> !gap || !line.startsWith("call,150.00"))
              .toList());
    }
    try (Environment env =
        Gym.vector("VolatilityTrading-v1")
            .option(MarketOptions.CHAINS, ChainHistory.read(gaps))
            .single()) {
      env.reset(1);
      assertThat(env.step(new float[] {0.5f, -0.5f}).observation()[6]).isEqualTo(0.5f);
      Step step = env.step(new float[] {0, 0});
      assertThat(step.observation()[6]).as("not quoted").isEqualTo(0.5f);
      assertThat(step.observation()[7]).as("not quoted").isEqualTo(-0.5f);
      step = env.step(new float[] {0, 0});
      assertThat(step.observation()[6]).isZero();
      assertThat(step.observation()[7]).isZero();
    }
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void tradesTwoRecordedDaysOfARealStock() {
    Path data = Path.of(System.getenv("TRADING_GYM_DATA"), "options");
    ChainHistory real = ChainHistory.read(data.resolve("lean_universe_goog"));
    assertThat(real.days()).isEqualTo(2);
    try (Environment env =
        Gym.vector("VolatilityTrading-v1").option(MarketOptions.CHAINS, real).single()) {
      for (float side : new float[] {-0.1f, 0.1f}) {
        env.reset(1);
        Step step = env.step(new float[] {side, side});
        assertThat(step.observation()[6]).isEqualTo(side);
        assertThat(step.observation()[7]).isEqualTo(side);
        assertThat(env.endReason()).isEqualTo(EndReason.END_OF_DATA);
        assertThat(step.info(OptionInfo.EQUITY)).isCloseTo(200_000, within(4000.0));
      }
    }
    // Of SPY there is a dozen calls a day.
    ChainHistory calls = ChainHistory.read(data.resolve("lean_universe_spy"));
    assertThatThrownBy(() -> VolatilityTrading.lanes(calls, VolatilityTask.DEFAULT).get())
        .hasMessageContaining("no put is quoted on any of the 4 recorded days");
  }
}
