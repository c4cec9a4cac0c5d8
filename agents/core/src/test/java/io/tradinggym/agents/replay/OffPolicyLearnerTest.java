package io.tradinggym.agents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.Scripted;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.PolicySpec;
import io.tradinggym.agents.policy.QPolicy;
import io.tradinggym.agents.policy.QShape;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.Action;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loop of acting and learning, around an update that writes down what it is asked. */
class OffPolicyLearnerTest {
  private static final int LANES = 3;
  private static final Box ANYTHING = Box.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1);

  /** Acts with 1 until it may learn, then with 0; kept actions are the negatives of what is taken. */
  private static final class Recorder implements OffPolicyUpdate {
    private final List<Boolean> untrained = new ArrayList<>();
    private final List<Double> progresses = new ArrayList<>();
    private final List<Long> stepped = new ArrayList<>();
    private final List<Float> inputs = new ArrayList<>();
    private Consumer<ReplaySample> samples = Recorder::eachStepPaysItsAction;
    private int learned;
    private @Nullable Policy adopted;
    private boolean closed;

    @Override
    public void explore(
        float[] seen,
        Batch batch,
        RandomStream[] randoms,
        boolean first,
        double progress,
        float[] actions) {
      assertThat(randoms).hasSize(LANES);
      untrained.add(first);
      inputs.add(seen[0]);
      Arrays.fill(actions, first ? -1 : 0);
    }

    @Override
    public void translate(float[] kept, float[] actions) {
      for (int i = 0; i < kept.length; i++) {
        actions[i] = -kept[i];
      }
    }

    @Override
    public void learn(ReplaySample sample, double progress) {
      learned++;
      progresses.add(progress);
      samples.accept(sample);
    }

    private static void eachStepPaysItsAction(ReplaySample sample) {
      for (int row = 0; row < sample.rows; row++) {
        assertThat(sample.actions[row]).isIn(-1f, 0f);
        assertThat(sample.rewards[row]).isEqualTo(-sample.actions[row]);
        assertThat(sample.nextObservations[row]).isEqualTo(sample.observations[row] + 1);
      }
    }

    @Override
    public void stepped(long steps, int lanes) {
      assertThat(lanes).isEqualTo(LANES);
      stepped.add(steps);
    }

    @Override
    public void adopt(Policy older) {
      adopted = older;
    }

    @Override
    public Policy policy(PolicySpec spec) {
      QShape shape = QShape.of(Mlp.SMALL);
      int size = shape.network(1, Discrete.of(2)).parameters();
      return new QPolicy(spec, shape, new float[size]);
    }

    @Override
    public Map<String, Double> metrics() {
      return Map.of("learned", (double) learned);
    }

    @Override
    public void save(DataOutput out) {}

    @Override
    public void restore(DataInput in) {}

    @Override
    public void close() {
      closed = true;
    }
  }

  private static VectorEnvironment envs() {
    return envs(AutoReset.SAME_STEP);
  }

  private static VectorEnvironment envs(AutoReset autoReset) {
    return Gym.vector(
        () ->
            new Scripted(
                Scripted.described().maxSteps(5).build(),
                (law, action, frame) -> {
                  frame.reward(action.discrete());
                  return EndReason.NONE;
                }),
        LANES,
        1,
        autoReset);
  }

  private static OffPolicySettings settings(int starts, int trainEvery, int gradientSteps) {
    return new OffPolicySettings(
        300, Long.MAX_VALUE, starts, trainEvery, gradientSteps, 8, 0.9, 1, null, false);
  }

  /** Nine steps of three lanes each: learning begins in the iteration that ends at or after its start. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 2, 18, 0",
    "9, 1, 2, 14, 3",
    "10, 1, 2, 12, 4",
    "12, 3, 1, 2, 4",
    "1, 3, 0, 9, 1"
  })
  void stepsAndSamplesAreCounted(
      int starts, int trainEvery, int gradientSteps, int learned, int untrained) {
    Recorder recorder = new Recorder();
    try (VectorEnvironment envs = envs();
        Learner learner =
            OffPolicyLearner.start(
                settings(starts, trainEvery, gradientSteps), () -> recorder, envs, 1)) {
      for (int i = 0; i < 9 / trainEvery; i++) {
        learner.advance(i / 100.0);
      }
      assertThat(learner.steps()).isEqualTo(27);
      assertThat(recorder.untrained).hasSize(9);
      assertThat(recorder.untrained.stream().filter(first -> first)).hasSize(untrained);
      assertThat(recorder.untrained.subList(0, untrained)).doesNotContain(false);
      assertThat(recorder.learned).isEqualTo(learned);
      assertThat(recorder.progresses).last().isEqualTo((9 / trainEvery - 1) / 100.0);
      assertThat(recorder.stepped).containsExactly(3L, 6L, 9L, 12L, 15L, 18L, 21L, 24L, 27L);
      assertThat(recorder.inputs).containsExactly(0f, 1f, 2f, 3f, 4f, 0f, 1f, 2f, 3f);
      assertThat(learner.episodes().finished()).isEqualTo(3);
      assertThat(learner.episodes().meanLength()).isEqualTo(5);
    }
    assertThat(recorder.closed).isTrue();
  }

  @Test
  void whatIsKeptIsWhatTheLearnerWantsBack() {
    Recorder recorder = new Recorder();
    try (VectorEnvironment envs = envs();
        Learner learner = OffPolicyLearner.start(settings(7, 1, 1), () -> recorder, envs, 1)) {
      for (int i = 0; i < 20; i++) {
        learner.advance(0);
      }
      assertThat(recorder.learned).isEqualTo(18);
    }
  }

  /** An infinite observation is refused with the step at which it came: the third of three lanes each. */
  @Test
  void whatIsInfiniteIsRefusedWhereItComes() {
    Recorder recorder = new Recorder();
    try (VectorEnvironment envs =
            Gym.vector(() -> Scripted.infiniteAfter(3), LANES, 1, AutoReset.SAME_STEP);
        Learner learner = OffPolicyLearner.start(settings(100, 1, 1), () -> recorder, envs, 1)) {
      learner.advance(0);
      learner.advance(0);
      assertThatThrownBy(() -> learner.advance(0)).hasMessageContaining("step 9");
    }
  }

  /** A replay without room for a lane's step: what was made to learn is closed. */
  @Test
  void whatCannotBeStartedIsClosed() {
    Recorder recorder = new Recorder();
    OffPolicySettings small =
        new OffPolicySettings(8, Long.MAX_VALUE, 0, 1, 1, 8, 0.9, 1, null, false);
    try (VectorEnvironment envs = envs()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> OffPolicyLearner.start(small, () -> recorder, envs, 1))
          .withMessageContaining("at least 9, was 8");
    }
    assertThat(recorder.closed).isTrue();
  }

  /** Observations 0, 1, 2, then scaled by their mean and deviation so far, the first of the run included. */
  @Test
  void networksSeeObservationsByWhatWasSeenSoFar() {
    Recorder recorder = new Recorder();
    OffPolicySettings scaled =
        new OffPolicySettings(300, Long.MAX_VALUE, 100, 1, 1, 8, 0.9, 1, null, true);
    try (VectorEnvironment envs = envs();
        Learner learner = OffPolicyLearner.start(scaled, () -> recorder, envs, 1)) {
      for (int i = 0; i < 4; i++) {
        learner.advance(0);
      }
      // Of 0 to n the mean is n / 2 and the variance n (n + 2) / 12.
      assertThat(recorder.inputs.getFirst()).isZero();
      for (int n = 1; n < 4; n++) {
        assertThat((double) recorder.inputs.get(n))
            .isCloseTo(n / 2.0 / Math.sqrt(n * (n + 2) / 12.0), within(1e-3));
      }
    }
  }

  /** The step after an end only resets: of thirteen, two. */
  @Test
  void stepsThatOnlyResetAreOfNoEpisode() {
    try (VectorEnvironment envs = envs(AutoReset.NEXT_STEP);
        Learner learner = OffPolicyLearner.start(settings(0, 1, 1), Recorder::new, envs, 1)) {
      for (int i = 0; i < 13; i++) {
        learner.advance(0);
      }
      assertThat(learner.episodes().finished()).isEqualTo(6);
      assertThat(learner.episodes().meanLength()).isEqualTo(5);
      assertThat(learner.metrics()).containsExactly(Map.entry("learned", 13.0));
    }
  }

  /** What surprised at one observation, and nowhere else, is what is drawn from then on. */
  @Test
  void errorsComeBackToTheReplay() {
    Recorder recorder = new Recorder();
    List<Long> surprises = new ArrayList<>();
    recorder.samples =
        sample -> {
          int surprising = 0;
          for (int row = 0; row < sample.rows; row++) {
            boolean two = sample.observations[row] == 2;
            sample.errors[row] = two ? 1e6f : 0;
            surprising += two ? 1 : 0;
          }
          surprises.add((long) surprising);
        };
    OffPolicySettings prioritised =
        new OffPolicySettings(
            300, Long.MAX_VALUE, 12, 1, 20, 8, 0.9, 1, Prioritization.DEFAULT, false);
    try (VectorEnvironment envs = envs();
        Learner learner = OffPolicyLearner.start(prioritised, () -> recorder, envs, 1)) {
      for (int i = 0; i < 4; i++) {
        learner.advance(0);
      }
    }
    assertThat(surprises).hasSize(20).last().isEqualTo(8L);
    assertThat(surprises.getFirst()).isLessThan(8L);
  }

  /** Shows one number from its first observation on, and masks that allow everything. */
  private record Still(Box actions, double shown) implements EnvironmentLogic {
    @Override
    public EnvironmentSpec spec() {
      return EnvironmentSpec.of("Still-v0").observation(ANYTHING).action(actions).build();
    }

    @Override
    public void reset(RandomStream random, Options options, Frame frame) {
      frame.observe(0, shown);
    }

    @Override
    public EndReason step(Action action, RandomStream random, Frame frame) {
      frame.observe(0, shown);
      frame.reward(action.continuous(1));
      return EndReason.NONE;
    }
  }

  /** From the first observation on, with both numbers of every action. */
  @Test
  void theFirstTransitionOfEachLaneIsWhole() {
    Recorder recorder = new Recorder();
    recorder.samples =
        sample -> {
          assertThat(sample.observations).containsOnly(7);
          assertThat(sample.nextObservations).containsOnly(7);
          assertThat(sample.actions).containsOnly(-1).hasSize(16);
          assertThat(sample.rewards).containsOnly(1);
        };
    try (VectorEnvironment envs =
            Gym.vector(() -> new Still(Box.of(-1, 1, 2), 7), LANES, 1, AutoReset.SAME_STEP);
        Learner learner = OffPolicyLearner.start(settings(3, 1, 40), () -> recorder, envs, 1)) {
      learner.advance(0);
    }
    assertThat(recorder.learned).isEqualTo(40);
  }

  @Test
  void aRunThatBeginsWithAnInfiniteObservationDoesNotBegin() {
    Recorder recorder = new Recorder();
    try (VectorEnvironment envs =
        Gym.vector(
            () -> new Still(Box.of(-1, 1, 2), Double.POSITIVE_INFINITY),
            LANES,
            1,
            AutoReset.SAME_STEP)) {
      assertThatThrownBy(() -> OffPolicyLearner.start(settings(3, 1, 1), () -> recorder, envs, 1))
          .hasMessageContaining("step 0");
    }
    assertThat(recorder.closed).isTrue();
  }

  @Test
  void anOlderPolicyOfAnotherEnvironmentIsRefusedBeforeItIsTaken() {
    Recorder recorder = new Recorder();
    QShape shape = QShape.of(Mlp.SMALL);
    Discrete two = Discrete.of(2);
    Policy stranger =
        new QPolicy(ANYTHING, two, shape, new float[shape.network(1, two).parameters()]);
    try (VectorEnvironment envs = envs();
        Learner learner = OffPolicyLearner.start(settings(3, 1, 1), () -> recorder, envs, 1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> learner.adopt(stranger))
          .withMessageContaining("observation space");
      assertThat(recorder.adopted).isNull();
    }
  }

  @Test
  void aClosedLearnerHoldsNoFile() {
    OffPolicySettings inFiles = new OffPolicySettings(300, 0, 100, 1, 1, 8, 0.9, 1, null, false);
    try (VectorEnvironment envs = envs()) {
      Learner learner = OffPolicyLearner.start(inFiles, Recorder::new, envs, 1);
      DataOutput nowhere = new DataOutputStream(OutputStream.nullOutputStream());
      assertThatCode(() -> learner.save(nowhere)).doesNotThrowAnyException();
      learner.close();
      assertThatIllegalStateException().isThrownBy(() -> learner.save(nowhere));
    }
  }
}
