package io.tradinggym.experiments.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.replay.Similarity;
import io.tradinggym.agents.sac.Sac;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.Action;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Gym;
import io.tradinggym.api.LaneWrapper;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.wrapper.LogicWrapper;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.stocks.ActionMode;
import io.tradinggym.stocks.StockOptions;
import io.tradinggym.trading.TradingInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Similarity replay on {@code Stock-v1}: one price whose returns go on or turn back, by visits of 150 bars, each with a
 * volatility that may tell which. DQN and SAC learn while they trade it, without costs; memory is drawn from unless it
 * predicts worse. The build lives through a few visits; ten seeds of thirty, that were not looked at when the settings
 * were chosen: -Dtradinggym.seeds=10.
 */
@Tag("compiled")
class SimilarStocksTest {
  private static final int SEEDS = Integer.getInteger("tradinggym.seeds", 1);
  private static final long FIRST_SEED = 21;
  private static final int VISIT = 150;
  private static final int VISITS = SEEDS > 1 ? 30 : 4;
  private static final int LATER = SEEDS > 1 ? 12 : 2;
  private static final int BEFORE = 60;
  private static final double[] VOLATILITIES = {.0006, .0018};
  private static final double PERSISTENCE = .8;
  private static final String FINGERPRINT = "ewma0.8";
  private static final double REWARD_SCALE = 1_000;

  /** What comes again. */
  enum Kind {
    /** Each volatility has its law. */
    RECUR,
    /** Every visit has a volatility and a law of its own. */
    NEVER,
    /** Volatilities come again, laws do not go with them. */
    TRAP,
    /** Returns say nothing of the next ones. */
    NOISE
  }

  /**
   * A made history.
   *
   * @param closes prices
   * @param expected of each bar's return, in its volatility, given the bars before
   */
  private record History(double[] closes, double[] expected) {
    static History of(Kind kind, long seed) {
      RandomStream random = RandomStreams.of(seed).stream("history");
      int bars = BEFORE + VISITS * VISIT + 2;
      double[] closes = new double[bars];
      double[] expected = new double[bars];
      double log = Math.log(1_000);
      double u = 0;
      double volatility = VOLATILITIES[0];
      double law = PERSISTENCE;
      int place = 0;
      for (int bar = 0; bar < bars; bar++) {
        if ((bar - BEFORE) % VISIT == 0 && bar > 0) {
          place = (place + 1 + random.integer(VOLATILITIES.length - 1)) % VOLATILITIES.length;
          boolean goesOn = kind == Kind.RECUR ? place % 2 == 0 : random.bernoulli(.5);
          law = kind == Kind.NOISE ? 0 : goesOn ? PERSISTENCE : -PERSISTENCE;
          volatility =
              kind == Kind.NEVER
                  ? VOLATILITIES[0] * Math.pow(3, random.uniform())
                  : VOLATILITIES[place];
        }
        expected[bar] = law * u;
        u = law * u + Math.sqrt(1 - law * law) * random.gaussian();
        log += volatility * u;
        closes[bar] = Math.exp(log);
      }
      return new History(closes, expected);
    }

    ReplayMarket market() {
      long[] times = new long[closes.length];
      double[] volume = new double[closes.length];
      Arrays.setAll(times, bar -> bar * 86_400_000L);
      Arrays.fill(volume, 1e9);
      // A bar opens where the one before closed: what is decided at a close is filled there.
      double[] open = closes.clone();
      System.arraycopy(closes, 0, open, 1, closes.length - 1);
      double[] high = closes.clone();
      double[] low = closes.clone();
      Arrays.setAll(high, bar -> Math.max(open[bar], closes[bar]));
      Arrays.setAll(low, bar -> Math.min(open[bar], closes[bar]));
      return ReplayMarket.of(
          List.of(new Series(Equity.adjusted("X"), times, open, high, low, closes, volume)), 252);
    }
  }

  /** Writes down what the best position would have earned more, in deviations of the bar. */
  private static final class Regret extends LogicWrapper {
    private final History history;
    private final double[] regrets;
    private final double[] rewards;
    private final boolean levels;
    private final int time;
    private int steps;

    Regret(
        EnvironmentLogic inner,
        History history,
        double[] regrets,
        double[] rewards,
        boolean levels) {
      super(inner, inner.spec());
      this.history = history;
      this.regrets = regrets;
      this.rewards = rewards;
      this.levels = levels;
      time = inner.spec().indexOf(TradingInfo.TIME);
    }

    @Override
    public EndReason step(Action action, RandomStream random, Frame frame) {
      double weight =
          levels ? action.discrete() / 2.0 - 1 : Math.clamp(action.continuous(0), -1, 1);
      EndReason end = super.step(action, random, frame);
      double mean = history.expected()[(int) (frame.info(time) / 86_400_000L)];
      if (steps < regrets.length) {
        regrets[steps] = Math.abs(mean) - weight * mean;
        rewards[steps++] = frame.reward();
      }
      frame.reward(REWARD_SCALE * frame.reward());
      return end;
    }
  }

  /** Regret and reward a step of the later visits. */
  private record Lived(double regret, double reward) {}

  private static Lived live(String name, Kind kind, Similarity.Gate gate, long seed) {
    History history = History.of(kind, seed);
    double[] regrets = new double[VISITS * VISIT];
    double[] rewards = new double[regrets.length];
    boolean levels = name.equals("dqn");
    Options options =
        Options.NONE
            .set(StockOptions.MARKET, history.market())
            .set(StockOptions.FEATURES, FeatureSet.parse("return1, " + FINGERPRINT))
            .set(StockOptions.ACTIONS, levels ? ActionMode.LEVELS : ActionMode.WEIGHT)
            .set(StockOptions.EPISODE, 0)
            .set(StockOptions.RANDOM_START, false)
            .set(StockOptions.SHORTS, true)
            .set(StockOptions.COMMISSION, 0.0)
            .set(StockOptions.SPREAD, 0.0)
            .set(StockOptions.BORROW_RATE, 0.0)
            .set(StockOptions.INTEREST_RATE, 0.0);
    try (VectorEnvironment envs =
            Gym.vector("Stock-v1")
                .options(options)
                .lanes(1)
                .autoReset(AutoReset.SAME_STEP)
                .wrap((LaneWrapper) inner -> new Regret(inner, history, regrets, rewards, levels))
                .make();
        Learner learner = algorithm(name, gate).start(envs, seed, 1)) {
      for (int step = 0; step < regrets.length; step++) {
        learner.advance((double) step / regrets.length);
      }
    }
    int from = LATER * VISIT;
    return new Lived(
        Arrays.stream(regrets, from, regrets.length).average().orElseThrow(),
        Arrays.stream(rewards, from, rewards.length).average().orElseThrow());
  }

  private static Algorithm algorithm(String name, Similarity.Gate gate) {
    Similarity similarity = new Similarity(List.of(FINGERPRINT), 1, 600, 100, 15, 1, gate);
    Mlp network = new Mlp(List.of(16), Activation.TANH);
    if (name.equals("dqn")) {
      return Dqn.settings()
          .capacity(10_000)
          .learningStarts(64)
          .trainEvery(1)
          .gradientSteps(32)
          .batch(64)
          .gamma(0.01)
          .tau(1)
          .targetEvery(1)
          .exploration(Schedule.constant(0.1))
          .learningRate(Schedule.constant(3e-3))
          .normalizeObservations(true)
          .network(network)
          .similarity(similarity)
          .build();
    }
    return Sac.settings()
        .capacity(10_000)
        .learningStarts(64)
        .gradientSteps(16)
        .batch(64)
        .gamma(0.01)
        .tau(0.5)
        .temperature(0.02)
        .learnTemperature(false)
        .learningRate(Schedule.constant(5e-3))
        .normalizeObservations(true)
        .network(network)
        .similarity(similarity)
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "dqn, RECUR",
    "dqn, NEVER",
    "dqn, TRAP",
    "dqn, NOISE",
    "sac, RECUR",
    "sac, NEVER",
    "sac, TRAP",
    "sac, NOISE"
  })
  void anAgentLivesThroughVisits(String name, Kind kind) {
    assumeTrue(
        SEEDS > 1 || (name.equals("dqn") && kind == Kind.RECUR), "a study: -Dtradinggym.seeds=10");
    double[] recent = new double[SEEDS];
    double[] gated = new double[SEEDS];
    double[] gain = new double[SEEDS];
    for (int i = 0; i < SEEDS; i++) {
      Lived shut = live(name, kind, Similarity.Gate.SHUT, FIRST_SEED + i);
      Lived open = live(name, kind, Similarity.Gate.UNLESS_WORSE, FIRST_SEED + i);
      recent[i] = shut.regret();
      gated[i] = open.regret();
      gain[i] = open.reward() - shut.reward();
      assertThat(open.regret()).isBetween(0.0, 2.0);
    }
    double mean = Arrays.stream(gain).average().orElseThrow();
    double square = Arrays.stream(gain).map(v -> (v - mean) * (v - mean)).sum();
    System.out.printf(
        Locale.ROOT,
        "Stock-v1 %s %s: regret recent %.3f gated %.3f, t of the gain in reward %.2f %s %s%n",
        name,
        kind,
        Arrays.stream(recent).average().orElseThrow(),
        Arrays.stream(gated).average().orElseThrow(),
        mean / Math.sqrt(square / SEEDS / Math.max(1, SEEDS - 1)),
        Arrays.toString(recent),
        Arrays.toString(gated));
  }
}
