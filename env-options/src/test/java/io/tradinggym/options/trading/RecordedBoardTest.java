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
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.RecordedMarket;
import io.tradinggym.options.board.SimulatedBoard;
import io.tradinggym.options.board.SmileKind;
import io.tradinggym.options.chain.SimulatedChain;
import io.tradinggym.reward.Rewards;
import io.tradinggym.testkit.EnvironmentContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordedBoardTest {
  private static final int DAYS = 15;
  private static final int STEPS = 10;
  private static final OptionMarket MARKET =
      new OptionMarket(0.15, 0, 1.1, 0.1, 6, 0, 0, 1, SmileKind.FLAT, 0, 0, 0.2);
  private static final StrategyTask TASK =
      new StrategyTask(
          new AccountTerms(200_000, FillRule.QUOTES, 0.65, 0, 0, 20), List.of(0.1, 0.3), 1000, 25);

  @TempDir private static Path folder = Path.of("");

  // Read once: nobody writes to it, and lanes share it as they do in an environment.
  @SuppressWarnings("NullAway.Init")
  private static ChainHistory history;

  @BeforeAll
  static void record() throws IOException {
    RecordedMarket.record(
        MARKET, OptionMarket.STRIKES, stream(), TASK.account().episode(), DAYS, folder);
    history = ChainHistory.read(folder);
  }

  private static RandomStream stream() {
    return RandomStreams.of(4).stream("market");
  }

  @Nested
  class Contract extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return OptionStrategies.lanes(history, TASK.withEpisode(STEPS)).get();
    }
  }

  /** Equity and spot after each step of opening a strategy, holding it and closing it at the end. */
  private static List<double[]> play(EnvironmentLogic logic, RandomStream random, int action) {
    return Traces.of(
        logic,
        random,
        STEPS,
        i -> new float[] {i == 0 ? action : i == STEPS - 1 ? OptionStrategies.CLOSE : 0},
        OptionInfo.EQUITY,
        OptionInfo.UNITS,
        OptionInfo.SPOT);
  }

  @ParameterizedTest
  @EnumSource(value = StrategyKind.class, names = "COVERED_CALL", mode = EnumSource.Mode.EXCLUDE)
  void aRecordedSimulationIsTradedAsTheSimulationWas(StrategyKind kind) {
    SimulatedChain chain = new SimulatedChain(MARKET.chain(OptionMarket.STRIKES));
    OptionBoard board = new SimulatedBoard(MARKET, chain, OptionMarket.sessions());
    int action = TASK.open(kind, 1);
    List<double[]> simulated =
        play(
            OptionStrategies.lanes(TASK, () -> board, Rewards.logReturn()).get(), stream(), action);
    StrategyTask shorter = TASK.withEpisode(DAYS);
    List<double[]> recorded =
        play(OptionStrategies.lanes(history, shorter).get(), stream(), action);
    assertThat(simulated.getFirst()[1]).as("units").isPositive();
    for (int i = 0; i < STEPS; i++) {
      // Options to the cent; the spot of put-call parity is a cent or two off.
      assertThat(recorded.get(i)[0]).as("equity").isEqualTo(simulated.get(i)[0]);
      assertThat(recorded.get(i)[1]).as("units").isEqualTo(simulated.get(i)[1]);
      assertThat(recorded.get(i)[2]).as("spot").isCloseTo(simulated.get(i)[2], within(0.03));
    }
  }

  @Test
  void theDataEnd() {
    try (Environment env =
        Gym.vector("OptionStrategies-v1")
            .option(MarketOptions.CHAINS, ChainHistory.read(folder.resolve("XYZ_")))
            .single()) {
      env.reset(1);
      int steps = 0;
      while (!env.ended()) {
        env.step(OptionStrategies.HOLD);
        steps++;
      }
      assertThat(steps).isEqualTo(DAYS - 1);
      assertThat(env.endReason()).isEqualTo(EndReason.END_OF_DATA);
    }
  }

  @Test
  void whatIsNotQuotedIsMarkedByItsNeighboursAndCannotBeTraded(@TempDir Path gaps)
      throws IOException {
    List<Path> files;
    try (var list = Files.list(folder)) {
      files = list.sorted().toList();
    }
    // On the second day a third of the strikes is missing.
    Files.copy(files.get(0), gaps.resolve(String.valueOf(files.get(0).getFileName())));
    List<String> kept =
        Files.readAllLines(files.get(1)).stream().filter(l -> !l.contains(",150.00,")).toList();
    Files.write(gaps.resolve(String.valueOf(files.get(1).getFileName())), kept);
    Files.copy(files.get(2), gaps.resolve(String.valueOf(files.get(2).getFileName())));
    try (Environment env =
        Gym.vector("OptionStrategies-v1")
            .option(MarketOptions.CHAINS, ChainHistory.read(gaps))
            .single()) {
      env.reset(1);
      double before = env.last().info(OptionInfo.EQUITY);
      Step step = env.step(StrategyTask.DEFAULT.open(StrategyKind.LONG_STRADDLE, 0));
      assertThat(step.info(OptionInfo.UNITS)).isPositive();
      assertThat(step.mask()[OptionStrategies.CLOSE]).isFalse();
      assertThat(step.mask()[OptionStrategies.ROLL]).isFalse();
      assertThat(step.info(OptionInfo.EQUITY)).isCloseTo(before, within(0.03 * before));
      assertThat(env.step(OptionStrategies.HOLD).mask()[OptionStrategies.CLOSE]).isTrue();
    }
  }

  @Test
  void saysWhatIsMissing(@TempDir Path empty) {
    assertThatThrownBy(() -> ChainHistory.read(empty))
        .hasMessageContaining("a history needs the chains of at least 2 days, found 0");
    assertThatThrownBy(() -> ChainHistory.read(empty.resolve("no/such")))
        .hasMessageContaining("there is no folder");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void tradesTwoRecordedDaysOfARealStock() {
    Path data = Path.of(System.getenv("TRADING_GYM_DATA"), "options", "lean_universe_goog");
    ChainHistory real = ChainHistory.read(data);
    assertThat(real.days()).isEqualTo(2);
    assertThat(real.spot(0)).isCloseTo(748.54, within(2.0));
    assertThat(real.spot(1)).isCloseTo(748.40, within(2.0));
    try (Environment env =
        Gym.vector("OptionStrategies-v1").option(MarketOptions.CHAINS, real).single()) {
      for (StrategyKind kind : StrategyKind.ALL) {
        env.reset(1);
        boolean offered = env.last().mask()[StrategyTask.DEFAULT.open(kind, 1)];
        Step step = env.step(StrategyTask.DEFAULT.open(kind, 1));
        assertThat(step.info(OptionInfo.UNITS) > 0).as(kind.name()).isEqualTo(offered);
        double lost = 1 - step.info(OptionInfo.EQUITY) / 200_000;
        assertThat(lost).as(kind.name()).isBetween(-0.1, 0.1);
      }
    }
  }
}
