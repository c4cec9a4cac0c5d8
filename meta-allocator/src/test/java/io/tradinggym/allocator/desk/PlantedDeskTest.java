package io.tradinggym.allocator.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.api.TradingControl;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.market.Money;
import io.tradinggym.market.process.Markets;
import io.tradinggym.trading.TradingDesk;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** One desk where it is known what there is to earn. */
class PlantedDeskTest {
  private static final String OPTIMA =
      "trend: optimum(Trend-v1) on TREND; reversion: optimum(Reversion-v1) on LEVEL;"
          + " volatility: optimum(Volatility-v1,cost=0.02) on IV STRADDLE";
  private static final int PATHS = 80;

  private static Options desk(String market, String specialists) {
    return Options.NONE
        .set(AllocationOptions.MARKET, Markets.named(market))
        .set(AllocationOptions.SPECIALISTS, Specialists.parse(specialists))
        .set(AllocationOptions.HISTORY, 64)
        .set(AllocationOptions.SHORTS, true)
        .set(AllocationOptions.CAPITAL, 4.0)
        .set(AllocationOptions.LEVERAGE, 10.0)
        .set(AllocationOptions.COMMISSION, 2e-4)
        .set(AllocationOptions.SPREAD, 0.0)
        .set(AllocationOptions.BORROW_RATE, 0.0)
        .set(AllocationOptions.INTEREST_RATE, 0.0)
        .set(AllocationOptions.PARTICIPATION, 1.0)
        .set(AllocationOptions.HALVE, 1.0)
        .set(AllocationOptions.STOP, 1.0)
        .set(AllocationOptions.DRAWDOWN_START, 0.99)
        .set(AllocationOptions.DRAWDOWN_FULL, 1.0)
        .set(AllocationOptions.CORRELATION, 1.0)
        .set(AllocationOptions.INSTRUMENT, 2.0);
  }

  /** Log wealth of the account and of each paper book, path by path. */
  private static double[][] play(Options options, String rule) {
    try (VectorEnvironment env =
        Gym.vector(
            Registry.global().maker(AllocationEnvironment.ID, options), 1, 1, AutoReset.DISABLED)) {
      Batch batch = env.newBatch();
      TradingDesk desk = env.find(0, TradingDesk.class).orElseThrow();
      Evidence evidence = desk.event(Evidence.class);
      int n = evidence.size();
      double[][] earned = new double[1 + n][PATHS];
      float[] action = new float[n];
      for (int path = 0; path < PATHS; path++) {
        TradingControl.Rule player =
            CapitalRules.player(
                CapitalRules.parse(
                    rule, options.get(AllocationOptions.SPECIALISTS).names(), evidence.states()),
                env.spec());
        env.reset(path, batch);
        double[] before = new double[n];
        for (int i = 0; i < n; i++) {
          before[i] = evidence.book(i).worth();
        }
        for (int step = 0; batch.ends[0] == 0; step++) {
          player.act(step, batch.observation(0), batch.masks, batch.infos, action);
          env.step(action, batch);
          desk.sleeves().verify();
        }
        earned[0][path] = StrictMath.log((double) desk.account().equity() / Money.of("1000000"));
        for (int i = 0; i < n; i++) {
          earned[1 + i][path] = StrictMath.log(evidence.book(i).worth() / before[i]);
        }
      }
      return earned;
    }
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double error(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares) / values.length;
  }

  @Test
  void theDeskOfTheOptimaEarnsTheirSum() {
    double[][] earned = play(desk("planted", OPTIMA), "each");
    assertThat(mean(earned[1])).isCloseTo(.2289, within(3 * error(earned[1])));
    assertThat(mean(earned[2])).isCloseTo(.2569, within(3 * error(earned[2])));
    double[] missing = new double[PATHS];
    for (int path = 0; path < PATHS; path++) {
      missing[path] = earned[0][path] - earned[1][path] - earned[2][path] - earned[3][path];
    }
    // Independent bets on one capital: what the logarithm takes of a sum is what it takes of each.
    assertThat(mean(missing)).isCloseTo(0, within(3 * error(missing) + .02));
  }

  @Test
  void capitalIsLentOnlyAsFarAsTheLimitGoes() {
    String one = "trend: optimum(Trend-v1) on TREND; calm: cash";
    try (VectorEnvironment env =
        Gym.vector(
            Registry.global().maker(AllocationEnvironment.ID, desk("planted", one)),
            1,
            1,
            AutoReset.DISABLED)) {
      Batch batch = env.newBatch();
      CapitalBook book = env.find(0, TradingDesk.class).orElseThrow().event(CapitalBook.class);
      env.reset(1, batch);
      env.step(new float[] {1, 1}, batch);
      assertThat(book.held(0)).isCloseTo(1, within(.05));
      assertThat(book.held(1)).isCloseTo(1, within(.05));
    }
    try (VectorEnvironment env =
        Gym.vector(
            Registry.global()
                .maker(
                    AllocationEnvironment.ID,
                    desk("planted", one).set(AllocationOptions.CAPITAL, 1.0)),
            1,
            1,
            AutoReset.DISABLED)) {
      Batch batch = env.newBatch();
      CapitalBook book = env.find(0, TradingDesk.class).orElseThrow().event(CapitalBook.class);
      env.reset(1, batch);
      env.step(new float[] {1, 1}, batch);
      assertThat(book.held(0)).isCloseTo(.5, within(.05));
    }
  }

  @Test
  void aPlantedPolicyNeedsItsInstruments() {
    assertThatThrownBy(
            () ->
                Gym.vector(
                        Registry.global()
                            .maker(
                                AllocationEnvironment.ID,
                                desk("planted", "trend: optimum(Trend-v1)")),
                        1,
                        1,
                        AutoReset.DISABLED)
                    .close())
        .hasMessageContaining("trades 1 instruments");
    assertThatThrownBy(() -> Specialists.parse("trend: optimum(Trend-v1,edge=false)"))
        .hasMessageContaining("cash");
    assertThatThrownBy(() -> Markets.named("planted:some")).hasMessageContaining("planted:none");
  }
}
