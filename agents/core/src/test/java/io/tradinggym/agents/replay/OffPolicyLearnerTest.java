package io.tradinggym.agents.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.Scripted;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.PolicySpec;
import io.tradinggym.agents.policy.QPolicy;
import io.tradinggym.agents.policy.QShape;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loop of acting and learning, around an update that writes down what it is asked. */
class OffPolicyLearnerTest {
  private static final int LANES = 3;

  /** Acts with 1 until it may learn, then with 0; kept actions are the negatives of what is taken. */
  private static final class Recorder implements OffPolicyUpdate {
    private final List<Boolean> untrained = new ArrayList<>();
    private final List<Double> progresses = new ArrayList<>();
    private final List<Long> stepped = new ArrayList<>();
    private final List<Float> inputs = new ArrayList<>();
    private int learned;
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
      for (int row = 0; row < sample.rows; row++) {
        assertThat(sample.actions[row]).isIn(-1f, 0f);
        // Each step of the environment pays the action that was taken there.
        assertThat(sample.rewards[row]).isEqualTo(-sample.actions[row]);
      }
    }

    @Override
    public void stepped(long steps, int lanes) {
      assertThat(lanes).isEqualTo(LANES);
      stepped.add(steps);
    }

    @Override
    public void adopt(Policy older) {}

    @Override
    public Policy policy(PolicySpec spec) {
      QShape shape = QShape.of(Mlp.SMALL);
      int size = shape.network(1, Discrete.of(2)).parameters();
      return new QPolicy(spec, shape, new float[size]);
    }

    @Override
    public Map<String, Double> metrics() {
      return Map.of();
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
        AutoReset.SAME_STEP);
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
}
