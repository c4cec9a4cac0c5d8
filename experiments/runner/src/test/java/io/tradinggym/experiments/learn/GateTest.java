package io.tradinggym.experiments.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.Action;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Gym;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.experiments.evaluation.MadeUp;
import io.tradinggym.specialists.rules.RulePolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final LearnConfig.Judging SETTINGS = new LearnConfig.Judging(200, 0.05, 0.3, 0.05);

  private static Gate gate() {
    return new Gate(
        () -> {
          throw new AssertionError("nothing is played");
        },
        SETTINGS,
        1);
  }

  /** What redrawn paths of a history with this mean and deviation of the difference would show. */
  private static Gate.Played played(RandomStream random, double mean, double deviation) {
    double[] rewards = new double[SETTINGS.paths()];
    for (int i = 0; i < rewards.length; i++) {
      rewards[i] = random.gaussian(mean, deviation);
    }
    return new Gate.Played(rewards, new double[rewards.length]);
  }

  /** The redrawn paths of a history spread about what happened in it, as much as histories about the truth. */
  @Test
  void aChallengerThatIsNoBetterPassesAtMostAlphaOfTheTime() {
    RandomStream random = RandomStreams.of(3).stream("histories");
    Gate gate = gate();
    Gate.Played rival = new Gate.Played(new double[SETTINGS.paths()], new double[SETTINGS.paths()]);
    int passed = 0;
    int histories = 4_000;
    for (int history = 0; history < histories; history++) {
      double happened = random.gaussian(0, 0.2);
      passed += gate.judge(played(random, happened, 0.2), rival).passed() ? 1 : 0;
    }
    double error = Math.sqrt(0.05 * 0.95 / histories);
    assertThat((double) passed / histories).isLessThan(0.05 + 3 * error + 0.005);
    assertThat(gate.judge(played(random, 0.6, 0.2), rival).passed()).isTrue();
  }

  /** Of five who are no better, the best is judged as the best of five. */
  @Test
  void theBestOfSeveralPassesNoMoreOftenThanOne() {
    RandomStream random = RandomStreams.of(3).stream("several");
    Gate gate = gate();
    Gate.Played rival = new Gate.Played(new double[SETTINGS.paths()], new double[SETTINGS.paths()]);
    int passed = 0;
    int naive = 0;
    int histories = 2_000;
    for (int history = 0; history < histories; history++) {
      List<Gate.Played> five = new ArrayList<>();
      boolean any = false;
      for (int i = 0; i < 5; i++) {
        five.add(played(random, random.gaussian(0, 0.2), 0.2));
        any |= gate.judge(five.getLast(), rival).passed();
      }
      naive += any ? 1 : 0;
      passed += gate.judge(five, rival).passed() ? 1 : 0;
    }
    double error = Math.sqrt(0.05 * 0.95 / histories);
    assertThat((double) passed / histories).isLessThan(0.05 + 3 * error + 0.005);
    assertThat((double) naive / histories).isGreaterThan(0.2);
    List<Gate.Played> field =
        List.of(played(random, 0, 0.2), played(random, 0.8, 0.2), played(random, 0, 0.2));
    assertThat(gate.judge(field, rival).passed()).isTrue();
    assertThat(gate.judge(field, rival).chosen()).isEqualTo(1);
    // Two who lose wildly prove nothing against one who wins.
    List<Gate.Played> one = List.of(played(random, 0.5, 0.2));
    List<Gate.Played> beside =
        List.of(played(random, -2, 0.7), one.getFirst(), played(random, -2, 0.7));
    assertThat(gate.judge(beside, rival).lower()).isEqualTo(gate.judge(one, rival).lower());
  }

  @Test
  void whoLosesTooMuchOnTheWayDoesNotPass() {
    RandomStream random = RandomStreams.of(3).stream("histories");
    Gate.Played good = played(random, 1, 0.1);
    double[] deep = new double[SETTINGS.paths()];
    Arrays.fill(deep, 0.4);
    Gate.Played rival = new Gate.Played(new double[SETTINGS.paths()], new double[SETTINGS.paths()]);
    assertThat(gate().judge(new Gate.Played(good.rewards(), deep), rival).passed()).isFalse();
    assertThat(gate().judge(good, rival).passed()).isTrue();
  }

  /** A quarter more on every path is allowed where a quarter is. */
  @Test
  void aDrawdownAtTheLimitPasses() {
    double[] none = new double[4];
    double[] ones = {1, 1, 1, 1};
    double[] quarter = {0.25, 0.25, 0.25, 0.25};
    for (double limit : new double[] {0.25, 0.2499}) {
      LearnConfig.Judging settings = new LearnConfig.Judging(4, 0.05, limit, 0.05);
      Gate gate = new Gate(Lives::new, settings, 1);
      Gate.Verdict verdict =
          gate.judge(new Gate.Played(ones, quarter), new Gate.Played(none, none));
      assertThat(verdict.drawdown()).isEqualTo(0.25);
      assertThat(verdict.worse()).isZero();
      assertThat(verdict.passed()).isEqualTo(limit == 0.25);
    }
  }

  /** Lives of one to six steps, each worth 1; in the last half of the account is lost. */
  private static final class Lives implements EnvironmentLogic {
    private final EnvironmentSpec spec = spec(new InfoField("equity", "USD", "worth"));
    private int left;

    @Override
    public EnvironmentSpec spec() {
      return spec;
    }

    private static EnvironmentSpec spec(InfoField equity) {
      EnvironmentSpec told = MadeUp.trading("X", List.of(equity));
      return EnvironmentSpec.of("Lives-v0")
          .observation(Box.of(0, 1, 1))
          .action(Discrete.of(2))
          .info(List.of(equity))
          .trading(Objects.requireNonNull(told.trading()))
          .build();
    }

    @Override
    public void reset(RandomStream random, Options options, Frame frame) {
      left = 1 + random.integer(6);
      frame.observe(0, left / 6.0);
      frame.info(0, 100);
    }

    @Override
    public EndReason step(Action action, RandomStream random, Frame frame) {
      left--;
      frame.observe(0, left / 6.0);
      frame.reward(1);
      frame.info(0, left == 0 ? 50 : 100);
      return left == 0 ? EndReason.GOAL_REACHED : EndReason.NONE;
    }
  }

  /** Always the first of two choices. */
  private static final class Idle extends RulePolicy {
    Idle(EnvironmentSpec spec) {
      super(spec);
    }

    @Override
    protected int choose(float[] observations, int from, int step) {
      return 0;
    }
  }

  /** What is played on after a life has ended, so that the other paths can go on, counts for nobody. */
  @Test
  void everyPathIsOneLife() {
    LearnConfig.Judging settings = new LearnConfig.Judging(50, 0.05, 0.5, 0.05);
    Gate.Played played = new Gate(Lives::new, settings, 7).play(new Idle(new Lives().spec()));
    double[] lengths = new double[50];
    try (VectorEnvironment each = Gym.vector(Lives::new, 50, 1, AutoReset.DISABLED)) {
      Batch batch = each.newBatch();
      each.reset(7, batch);
      for (int path = 0; path < 50; path++) {
        lengths[path] = Math.round(6 * batch.observations[path]);
      }
    }
    assertThat(lengths).contains(1, 6);
    assertThat(played.rewards()).isEqualTo(lengths);
    for (int path = 0; path < 50; path++) {
      // A life of one step has seen nothing but its end.
      assertThat(played.drawdowns()[path]).isEqualTo(lengths[path] == 1 ? 0 : 0.5);
    }
  }

  @Test
  void aChangeIsNoticedAndSteadinessIsNot() {
    RandomStream random = RandomStreams.of(8).stream("rows");
    List<String> names = List.of("feature", "action", "reward");
    double[][] reference = new double[3][400];
    for (double[] column : reference) {
      for (int i = 0; i < column.length; i++) {
        column[i] = random.gaussian();
      }
    }
    LearnConfig.Monitoring settings = new LearnConfig.Monitoring(60, 0.2, 1);
    Watch watch = new Watch(names, reference, settings, 1);
    List<String> steady = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (int bar = 0; bar < 120; bar++) {
      steady.addAll(
          watch.update(new double[] {random.gaussian(), random.gaussian(), random.gaussian()}));
    }
    for (int bar = 0; bar < 240; bar++) {
      double[] row = {random.gaussian(1.5, 1), random.gaussian(), random.gaussian(-1.5, 1)};
      changed.addAll(watch.update(row));
    }
    assertThat(steady).isEmpty();
    assertThat(String.join("\n", changed))
        .contains("PopulationStability of feature", "KolmogorovSmirnov of feature")
        .contains("MeanDiscrepancy of reward", "Adwin of reward", "PageHinkley of reward")
        .doesNotContain("of action");
  }
}
